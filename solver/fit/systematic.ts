/**
 * What numbers stated with `±` do to a fit: each of them off by dq moves the minimum by dp = −(JᵀJ)⁻¹ Jᵀ ∂r/∂q · dq (implicit function
 * theorem at the minimum of least squares, second derivatives of the model left out as in the covariance). Independent of the errors of the data.
 */
import type { Reason } from '../outcome.js';
import { factorAmong, uncorrelated } from '../uncertainty/correlation.js';
import type { Source } from '../uncertainty/sources.js';
import { covariance } from './covariance.js';
import { leastSquares } from './loss.js';
import type { Predictor } from './prediction.js';

export interface Systematic {
  /** Standard uncertainty of each free parameter. */
  readonly parameters: readonly number[];
  /** Of each measure at the end, with the parameters moving along. */
  readonly measures: readonly number[];
}

/** Steps of central differences in standard uncertainties, at least this share of the value. */
const step = 0.02;
const leastShare = 1e-4;

export interface Fitted {
  readonly predictor: Predictor;
  readonly p: Float64Array;
  /** ∂ values/∂p of the free parameters. */
  readonly columns: readonly Float64Array[];
  /** The same for the data in units of σ, row by row. */
  readonly J: Float64Array;
  readonly sigma: (i: number) => number;
  readonly count: number;
}

/** Undefined when a source is so uncertain that the model has no solution beside it. */
export function* systematic(
  { predictor, p, columns, J, sigma, count }: Fitted,
  sources: readonly Source[],
): Generator<void, Systematic | Reason> {
  const n = columns.length;
  const inverse = covariance(n, J, new Float64Array(count), leastSquares, 1, true).matrix;
  const measured = predictor.measures.length;
  const effects: { readonly parameters: readonly number[]; readonly measures: readonly number[] }[] = [];
  for (const { parameter, value, standard } of sources) {
    const h = Math.max(step * standard, leastShare * Math.abs(value));
    const above = yield* predictor.nearby(p, { [parameter]: value + h });
    if (!('values' in above)) return above;
    const below = yield* predictor.nearby(p, { [parameter]: value - h });
    if (!('values' in below)) return below;
    const slope = above.values.map((v, i) => ((v - below.values[i]!) / (2 * h)) * standard);
    const gradient = columns.map((_, k) => {
      let sum = 0;
      for (let i = 0; i < count; i++) sum += (J[i * n + k]! * slope[i]!) / sigma(i);
      return sum;
    });
    const moved = columns.map((_, a) => -gradient.reduce((sum, g, b) => sum + inverse[a * n + b]! * g, 0));
    const measures = Array.from({ length: measured }, (_, m) =>
      moved.reduce((sum, d, k) => sum + d * columns[k]![count + m]!, slope[count + m]!),
    );
    effects.push({ parameters: moved, measures });
  }
  const factor = factorAmong(predictor.model.problem.correlations, sources);
  const combined = (each: readonly number[]) => Math.hypot(...uncorrelated(each, factor));
  return {
    parameters: columns.map((_, k) => combined(effects.map(({ parameters }) => parameters[k]!))),
    measures: Array.from({ length: measured }, (_, m) => combined(effects.map(({ measures }) => measures[m]!))),
  };
}
