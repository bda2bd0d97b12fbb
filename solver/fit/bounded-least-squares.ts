/**
 * Levenberg–Marquardt inside a box: minimises ½ Σ ρ(r_i(p)²). A parameter on its bound whose gradient points outside rests there;
 * the others take the damped Gauss–Newton step; those that it would carry over a bound stop there, and the rest step anew with that known.
 * Damping follows the ratio of the achieved to the predicted decrease
 * (Nielsen, "Damping parameter in Marquardt's method", 1999).
 */
import type { Reason } from '../outcome.js';
import { solveDense } from '../linear/dense.js';
import type { Loss } from './loss.js';

export interface Box {
  readonly low: Float64Array;
  readonly high: Float64Array;
}
/** r(p) and ∂r/∂p, by rows of r; both give a reason when the model cannot be solved there. */
export interface ResidualFunction {
  residuals(p: Float64Array): Generator<void, Float64Array | Reason>;
  jacobian(p: Float64Array, residuals: Float64Array): Generator<void, Float64Array | Reason>;
}
export interface Minimum {
  readonly p: Float64Array;
  readonly residuals: Float64Array;
  readonly cost: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Jᵀ W J where it was last looked at, n × n. */
  readonly normal: Float64Array;
}

const mostIterations = 60;
const firstDamping = 1e-3;
/** A predicted decrease below this share of the cost moves no parameter by more than a millionth of its standard error. */
const negligibleDecrease = 1e-13;
/** Relative to the box and to the parameter: steps this small are rounding of the model. */
const smallestStep = 1e-10;

export const costOf = (residuals: Float64Array, loss: Loss): number => residuals.reduce((sum, r) => sum + 0.5 * loss.cost(r * r), 0);

export function* minimise(f: ResidualFunction, start: Float64Array, box: Box, loss: Loss): Generator<void, Minimum | Reason> {
  const n = start.length;
  let p = Float64Array.from(start);
  const first = yield* f.residuals(p);
  if (!(first instanceof Float64Array)) return first;
  let residuals = first;
  let cost = costOf(residuals, loss);
  let [damping, growth] = [firstDamping, 2];
  const scale = new Float64Array(n);
  let lastNormal = new Float64Array(n * n);
  for (let iteration = 1; iteration <= mostIterations; iteration++) {
    const found = (converged: boolean): Minimum => ({ p, residuals, cost, iterations: iteration, converged, normal: lastNormal });
    const J = yield* f.jacobian(p, residuals);
    if (!(J instanceof Float64Array)) return J;
    const { normal, gradient } = normalEquations(n, J, residuals, loss);
    lastNormal = normal;
    for (let k = 0; k < n; k++) scale[k] = Math.max(scale[k]!, normal[k * n + k]!);
    const free = Array.from({ length: n }, (_, k) => k).filter(
      (k) => scale[k]! > 0 && !(p[k]! <= box.low[k]! && gradient[k]! > 0) && !(p[k]! >= box.high[k]! && gradient[k]! < 0),
    );
    if (free.length === 0) return found(true);
    for (;;) {
      const step = boxedStep({ n, normal, gradient, scale, damping, free }, p, box);
      const trial = p.map((value, k) => Math.min(box.high[k]!, Math.max(box.low[k]!, value + step[k]!)));
      const taken = trial.map((value, k) => value - p[k]!);
      const predicted = -decrease(n, normal, gradient, taken);
      const small = taken.every(
        (d, k) => Math.abs(d) <= smallestStep * Math.max(Math.abs(p[k]!), smallestStep * (box.high[k]! - box.low[k]!)),
      );
      // A step that stops at bounds may lead uphill; a shorter one does not.
      const downhill = predicted > 0;
      if (small || (downhill && predicted <= negligibleDecrease * cost)) return found(true);
      const next = downhill ? yield* f.residuals(trial) : undefined;
      const nextCost = next instanceof Float64Array ? costOf(next, loss) : NaN;
      // Where the model cannot be solved the step was too bold.
      if (next instanceof Float64Array && nextCost < cost) {
        const ratio = (cost - nextCost) / predicted;
        damping *= Math.max(1 / 3, 1 - (2 * ratio - 1) ** 3);
        growth = 2;
        [p, residuals, cost] = [trial, next, nextCost];
        break;
      }
      damping *= growth;
      growth *= 2;
      // Nothing lower can be found in any direction: rounding of the model is all that is left.
      if (damping > 1e12) return found(predicted <= 1e-6 * cost);
    }
  }
  return { p, residuals, cost, iterations: mostIterations, converged: false, normal: lastNormal };
}

/** Jᵀ W J and Jᵀ W r with W = ρ′. */
function normalEquations(n: number, J: Float64Array, residuals: Float64Array, loss: Loss) {
  const normal = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  residuals.forEach((r, i) => {
    const w = loss.weight(r * r);
    for (let a = 0; a < n; a++) {
      const ja = w * J[i * n + a]!;
      gradient[a] = gradient[a]! + ja * r;
      for (let b = 0; b < n; b++) normal[a * n + b] = normal[a * n + b]! + ja * J[i * n + b]!;
    }
  });
  return { normal, gradient };
}

interface Quadratic {
  readonly n: number;
  readonly normal: Float64Array;
  readonly gradient: Float64Array;
  readonly scale: Float64Array;
  readonly damping: number;
  readonly free: readonly number[];
}

/** The damped step of the free parameters, zero for the others; what would leave the box ends on its bound. */
function boxedStep(quadratic: Quadratic, p: Float64Array, box: Box): Float64Array {
  const step = new Float64Array(quadratic.n);
  for (let free = quadratic.free; free.length > 0; ) {
    dampedStep({ ...quadratic, free }, step);
    const inside = free.filter((k) => {
      const [low, high] = [box.low[k]! - p[k]!, box.high[k]! - p[k]!];
      const bounded = Math.min(high, Math.max(low, step[k]!));
      const stays = bounded === step[k]!;
      step[k] = bounded;
      return stays;
    });
    if (inside.length === free.length) break;
    free = inside;
  }
  return step;
}

/** Fills in −(N + λ diag)⁻¹ (g + N d) for the free parameters, with d the steps of those that are bound; solved with unit diagonal. */
function dampedStep({ n, normal, gradient, scale, damping, free }: Quadratic, step: Float64Array): void {
  const m = free.length;
  for (const k of free) step[k] = 0;
  const matrix = new Float64Array(m * m);
  const right = new Float64Array(m);
  const root = free.map((k) => Math.sqrt(scale[k]!));
  free.forEach((a, i) => {
    const slope = step.reduce((sum, d, b) => sum + normal[a * n + b]! * d, gradient[a]!);
    right[i] = -slope / root[i]!;
    free.forEach((b, j) => (matrix[i * m + j] = normal[a * n + b]! / (root[i]! * root[j]!) + (i === j ? damping : 0)));
  });
  if (solveDense(m, matrix, right)) free.forEach((k, i) => (step[k] = right[i]! / root[i]!));
}

/** gᵀd + ½ dᵀN d. */
function decrease(n: number, normal: Float64Array, gradient: Float64Array, d: Float64Array): number {
  let sum = 0;
  for (let a = 0; a < n; a++) {
    sum += gradient[a]! * d[a]!;
    for (let b = 0; b < n; b++) sum += 0.5 * d[a]! * normal[a * n + b]! * d[b]!;
  }
  return sum;
}
