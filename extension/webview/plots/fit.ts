/** Data, fitted curve with its 95 % band, and the residuals in units of σ on the same axis. */
import type { FitStudy, Problem } from '../../../solver/problem.js';
import type { AxisDescription, LineFigure } from '../figures/figure.js';
import { isTemperaturePoint, nameOfLabel } from '../figures/names.js';
import { textOf } from '../figures/statement.js';
import { plain } from '../format/text.js';
import { fitOutcome, type PlotKind } from './plot.js';
import { positionAxis } from './profile.js';
import { parameterAxis } from './sweepCurve.js';
import { timeAxis } from './timeSeries.js';
import { say } from '../words/say.js';

/** Half width of the 95 % interval of a normal distribution, in standard errors. */
const ninetyFivePercent = 1.96;

function abscissaAxis(problem: Problem, name: string): AxisDescription {
  if (name === 't') return timeAxis;
  if (name === 'x' || name === 'r') return positionAxis(name);
  return parameterAxis(problem, name, problem.parameters.find((p) => p.name === name)?.unit ?? '1');
}

export const fit: PlotKind = {
  name: 'fit',
  figures({ run, study, source }) {
    const outcome = fitOutcome(run, study);
    const statement = run.problem.studies.find((s): s is FitStudy => s.name === study && s.kind === 'fit');
    if (!outcome || !statement || outcome.curve.at.length === 0) return [];
    const { at, data, sigma, fitted, band } = outcome.curve;
    const order = Array.from(at, (_, i) => i).sort((a, b) => (at[a] ?? 0) - (at[b] ?? 0));
    const sorted = (values: Float64Array): Float64Array => Float64Array.from(order, (i) => values[i] ?? NaN);
    const x = sorted(at);
    const y = sorted(data);
    const model = sorted(fitted);
    const s = sorted(sigma);
    const known = s.some((v) => v > 0);
    const naming = nameOfLabel(statement.observe, run.problem);
    const measure = run.problem.measures.find((m) => m.name === statement.observe);
    const beyond = y.reduce((n, v, i) => n + (Math.abs(v - (model[i] ?? 0)) > 2 * (s[i] ?? Infinity) ? 1 : 0), 0);
    const figure: LineFigure = {
      kind: 'lines',
      id: `fit:${study}`,
      title: [say.fitted(plain(naming.title))],
      statement: textOf(statement.origin, source) ?? `fit ${study} { observe = ${statement.observe} }`,
      origin: statement.origin,
      lead: true,
      x: abscissaAxis(run.problem, outcome.curve.abscissa),
      y: {
        title: naming.symbol,
        symbol: naming.symbol,
        unit: measure?.unit ?? '1',
        temperaturePoint: measure ? isTemperaturePoint(measure.formula) : false,
      },
      curves: [
        {
          id: 'fitted',
          name: say.fit,
          x,
          y: model,
          band: sorted(band).map((v) => v * ninetyFivePercent),
          ink: { kind: 'category', index: 0 },
          role: 'run',
          strong: true,
        },
      ],
      points: [
        {
          id: 'data',
          name: known ? say.measuredSigma : say.measured,
          x,
          y,
          ...(known ? { sigma: s } : {}),
          ink: { kind: 'category', index: 1 },
        },
      ],
      guides: [],
      residuals: {
        id: 'residuals',
        name: say.residual,
        x,
        y: y.map((v, i) => (v - (model[i] ?? 0)) / (known ? s[i] || 1 : 1)),
        ink: { kind: 'category', index: 1 },
        stems: true,
      },
      summary: say.fitSummary(x.length, beyond),
    };
    return [figure];
  },
};
