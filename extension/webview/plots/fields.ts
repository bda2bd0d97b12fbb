/** Profiles of the fields themselves, for a study that no plot statement draws. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import { noiseOf } from '../../../solver/observe/noise.js';
import type { Curve, LineFigure } from '../figures/figure.js';
import { lastTime, profileAt } from '../figures/interpolate.js';
import { nameOfLabel } from '../figures/names.js';
import { textOf } from '../figures/statement.js';
import { duration } from '../format/duration.js';
import { significant } from '../format/number.js';
import { plain } from '../format/text.js';
import { closedFormPoints } from './closedForm.js';
import { drawsStudy, fieldOutcome, type PlotContext, type PlotKind, type Run } from './plot.js';
import { positionAxis } from './profile.js';
import { say } from '../words/say.js';

/** Shares of the end time at which an unplotted transient is shown; early times matter most. */
const shares = [0, 0.01, 0.05, 0.25, 1];

export function isPlotted(run: Run, study: string): boolean {
  const outcome = fieldOutcome(run, study);
  return run.problem.plots.some(
    (plot, i) =>
      drawsStudy(plot.of, study) && typeof plot.over === 'string' && plot.series.some((_, j) => outcome?.series[`${i}/${j}`] !== undefined),
  );
}

/** Temperature and the composition that the model itself speaks of; the same composition in other measures is offered. */
export function isPrimary(name: string, run: Run): boolean {
  if (!/^[wxc]\(/.test(name)) return true;
  const spoken = run.problem.plots
    .flatMap((plot) => plot.series.map((series) => /^([wxc])\(/.exec(series.label)?.[1]))
    .find((m) => m !== undefined);
  const usual = run.problem.media.some((medium) => medium.kind === 'mixture') ? 'w' : 'c';
  return name.startsWith(spoken ?? usual);
}

function figureOf(name: string, context: PlotContext, outcome: FieldOutcome): LineFigure | null {
  const { run, study, time, source } = context;
  const field = outcome.fields[name];
  if (!field) return null;
  const x = outcome.coordinate.values;
  const end = lastTime(outcome);
  const times = outcome.kind === 'steady' ? [0] : shares.map((share) => share * end);
  const curves: Curve[] = times.map((t, i) => {
    const words = outcome.kind === 'steady' ? say.atRest : duration(t);
    return {
      id: `${name}@${i}`,
      name: words,
      label: outcome.kind === 'steady' ? undefined : words,
      x,
      y: profileAt(outcome.times, field.values, t),
      ink: outcome.kind === 'steady' ? { kind: 'category', index: 0 } : { kind: 'time', share: i / (times.length - 1) },
      role: 'run',
      strong: times.length > 1 && (time === null ? i === times.length - 1 : Math.abs(t - time) < 1e-9 * end),
    };
  });
  if (time !== null && !times.some((t) => Math.abs(t - time) < 1e-9 * end) && outcome.kind === 'transient')
    curves.push({
      id: `${name}@now`,
      name: duration(time),
      label: duration(time),
      x,
      y: profileAt(outcome.times, field.values, time),
      ink: { kind: 'foreground' },
      role: 'now',
      strong: true,
    });
  const last = curves[curves.length - 1]?.y ?? [];
  const naming = nameOfLabel(name, run.problem);
  const statement = run.problem.studies.find((s) => s.name === study)?.origin;
  return {
    kind: 'lines',
    id: `field:${name}`,
    title: naming.title,
    secondary: !isPrimary(name, run),
    statement: (statement && textOf(statement, source)) ?? `${outcome.kind} ${study}`,
    origin: statement,
    x: positionAxis(outcome.coordinate.axis),
    y: {
      title: naming.symbol,
      symbol: naming.symbol,
      unit: field.unit,
      temperaturePoint: name === 'T',
      noise: noiseOf(outcome, { label: name, unit: field.unit }),
    },
    curves,
    points: closedFormPoints(outcome, name, time),
    guides: [],
    summary: say.fieldSummary(plain(naming.title), significant(last[0] ?? NaN), significant(last[last.length - 1] ?? NaN)),
  };
}

export const fields: PlotKind = {
  name: 'fields',
  figures(context) {
    const outcome = fieldOutcome(context.run, context.study);
    if (!outcome || isPlotted(context.run, context.study)) return [];
    return Object.keys(outcome.fields).flatMap((name) => figureOf(name, context, outcome) ?? []);
  },
};
