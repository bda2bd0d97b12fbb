/** The minimum on one mesh. A robust loss needs a scale: the stated uncertainties, or the spread of most residuals, found by repetition. */
import type { Reason } from '../outcome.js';
import type { FitStudy } from '../problem.js';
import { minimise, type Box, type Minimum } from './bounded-least-squares.js';
import { condition } from './covariance.js';
import { illConditioned } from './judge.js';
import { leastSquares, robustDeviation, softL1, type Loss } from './loss.js';
import type { Predictor } from './prediction.js';
import { residualFunction } from './residuals.js';

export interface Found extends Minimum {
  readonly loss: Loss;
  /** σ of one value in the unit of the measure. */
  readonly sigma: (i: number) => number;
}

/** The scale is found to this accuracy. */
const scaleAccuracy = 1e-3;
const mostScales = 10;

/**
 * The search from a start that may be far off: one that ends on a bound, or where the data see a combination of the parameters only, is
 * tried again from the middle of the box, and the better end counts.
 */
export function* searchWidely(study: FitStudy, predictor: Predictor, start: Float64Array, box: Box): Generator<void, Found | Reason> {
  const first = yield* search(study, predictor, start, box);
  const scaled = study.loss === 'robust' && !predictor.observations.sigma;
  // Robust costs in units of different scales cannot be compared.
  if ('code' in first || scaled || isSound(first, box)) return first;
  const again = yield* search(study, predictor, middle(box), box);
  return 'code' in again || !isBetter(again, first, predictor) ? first : again;
}

const isSound = ({ p, normal }: Found, box: Box): boolean =>
  p.every((value, k) => value > box.low[k]! && value < box.high[k]!) && condition(p.length, normal).conditionNumber <= illConditioned;

/** By more than one value may be off by chance. */
const isBetter = (one: Found, other: Found, { observations: { sigma, measured } }: Predictor): boolean =>
  sigma ? other.cost - one.cost > 0.5 : other.cost > one.cost * (1 + 1 / measured.length);

/** On a logarithmic scale where a range has one. */
const middle = ({ low, high }: Box): Float64Array =>
  low.map((from, k) => (from > 0 ? Math.sqrt(from * high[k]!) : 0.5 * (from + high[k]!)));

export function* search(study: FitStudy, predictor: Predictor, start: Float64Array, box: Box): Generator<void, Found | Reason> {
  const stated = predictor.observations.sigma;
  const attempt = function* (from: Float64Array, loss: Loss, sigma: Found['sigma']): Generator<void, Found | Reason> {
    const best = yield* minimise(residualFunction(predictor, box, sigma), from, box, loss);
    return 'code' in best ? best : { ...best, loss, sigma };
  };
  const robust = study.loss === 'robust';
  if (stated) return yield* attempt(start, robust ? softL1 : leastSquares, (i) => stated[i]!);
  let scale = 1;
  let best = yield* attempt(start, leastSquares, () => 1);
  for (let round = 0; robust && round < mostScales; round++) {
    if ('code' in best) return best;
    const next = scale * robustDeviation(best.residuals);
    // Data without scatter have no outliers.
    if (!(next > 0) || Math.abs(next - scale) <= scaleAccuracy * scale) return best;
    scale = next;
    best = yield* attempt(best.p, softL1, () => next);
  }
  return best;
}
