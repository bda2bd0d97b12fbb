/**
 * Sensitivities of everything that is predicted. The mesh and the time steps are those of the unperturbed run, so that differences
 * converge to the exact derivatives of the discrete solution (internal numerical differentiation; H. G. Bock, 1981) and parameters of
 * any kind are reached alike: coefficients, walls, initial values, lengths, and what stands in a measure itself.
 */
import type { Reason } from '../outcome.js';
import type { Box } from './bounded-least-squares.js';
import type { Prediction, Predictor } from './prediction.js';

/** Relative steps: of one-sided differences on the way, of five points at the end (error of order h⁴, rounding 10⁻¹³/h). */
const coarseStep = 1e-6;
const fineStep = 1e-3;
/** A parameter near zero is measured by this share of its bounds. */
const shareOfBox = 1e-3;

const scaleOf = (p: Float64Array, box: Box, k: number): number => Math.max(Math.abs(p[k]!), shareOfBox * (box.high[k]! - box.low[k]!));
const moved = (p: Float64Array, k: number, by: number): Float64Array => p.map((value, j) => (j === k ? value + by : value));

/** ∂ values/∂p, one array per parameter, to about six digits: what a step needs. */
export function* roughSensitivities(
  predictor: Predictor,
  p: Float64Array,
  box: Box,
  base: Float64Array,
): Generator<void, Float64Array[] | Reason> {
  const columns: Float64Array[] = [];
  for (let k = 0; k < p.length; k++) {
    const h = coarseStep * scaleOf(p, box, k);
    const step = p[k]! + h <= box.high[k]! ? h : -h;
    const changed = yield* predictor.nearby(moved(p, k, step));
    if (!('values' in changed)) return changed;
    columns.push(changed.values.map((value, i) => (value - base[i]!) / step));
  }
  return columns;
}

/** Places and weights of fourth-order differences from the value at zero: in the middle, or to one side where a bound is near. */
const central = [
  [-2, 1 / 12],
  [-1, -8 / 12],
  [1, 8 / 12],
  [2, -1 / 12],
] as const;
const oneSided = [
  [1, 48 / 12],
  [2, -36 / 12],
  [3, 16 / 12],
  [4, -3 / 12],
] as const;

/** Changes below this share of what is predicted are rounding: the parameter is not seen. */
const rounding = 1e-13;

/** The same to about ten digits: what standard errors and correlations are made of. `base` is predicted at p. */
export function* sensitivities(
  predictor: Predictor,
  p: Float64Array,
  box: Box,
  base: Float64Array,
): Generator<void, Float64Array[] | Reason> {
  const columns: Float64Array[] = [];
  const count = predictor.observations.each.length;
  const size = largest(base.subarray(0, count));
  for (let k = 0; k < p.length; k++) {
    const [value, low, high] = [p[k]!, box.low[k]!, box.high[k]!];
    const h = Math.min(fineStep * scaleOf(p, box, k), (high - low) / 8);
    const inside = value - 2 * h >= low && value + 2 * h <= high;
    const [rule, step] = inside ? [central, h] : value + 4 * h <= high ? [oneSided, h] : [oneSided, -h];
    const column = new Float64Array(base.length);
    let change = 0;
    for (const [place, weight] of rule) {
      const changed: Prediction | Reason = yield* predictor.nearby(moved(p, k, place * step));
      if (!('values' in changed)) return changed;
      // The weights sum to zero: what does not change drops out exactly.
      const difference = changed.values.map((v, i) => v - base[i]!);
      difference.forEach((d, i) => (column[i] = column[i]! + (weight * d) / step));
      change = Math.max(change, largest(difference.subarray(0, count)));
    }
    columns.push(change > rounding * size ? column : column.fill(0));
  }
  return columns;
}

const largest = (values: Float64Array): number => values.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
