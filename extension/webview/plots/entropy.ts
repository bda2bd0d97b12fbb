/** Local entropy production along the coordinate: never below zero in a correct model. */
import type { Curve, LineFigure } from '../figures/figure.js';
import { lastTime, profileAt } from '../figures/interpolate.js';
import { duration } from '../format/duration.js';
import { nbsp, significant } from '../format/number.js';
import { quantity } from '../format/text.js';
import { fieldOutcome, type PlotKind } from './plot.js';
import { positionAxis } from './profile.js';
import { say } from '../words/say.js';

export const entropy: PlotKind = {
  name: 'entropy-production',
  figures({ run, study, time }) {
    const outcome = fieldOutcome(run, study);
    const profiles = outcome?.entropyProduction;
    if (!outcome || !profiles || profiles.length === 0) return [];
    const when = outcome.kind === 'steady' ? null : (time ?? lastTime(outcome));
    const y = when === null ? (profiles[0] ?? new Float64Array(0)) : profileAt(outcome.times, profiles, when);
    const curve: Curve = {
      id: 'sigma',
      name: when === null ? say.atRest : duration(when),
      x: outcome.coordinate.values,
      y,
      ink: { kind: 'category', index: 0 },
      role: 'run',
      strong: true,
    };
    const smallest = outcome.report.entropyProductionMinimum;
    const figure: LineFigure = {
      kind: 'lines',
      id: 'entropy',
      title: [say.entropyProduction],
      secondary: true,
      statement: say.entropyStatement,
      x: positionAxis(outcome.coordinate.axis),
      y: { title: [quantity('σ')], symbol: [quantity('σ')], unit: 'W/(K*m^3)' },
      curves: [curve],
      points: [],
      guides: [],
      summary: say.entropySummary(`${significant(smallest, 2)}${nbsp}W/(K·m³)`),
    };
    return [figure];
  },
};
