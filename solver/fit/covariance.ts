/** Covariance of fitted parameters, and what it says about whether the data determine them. */
import { eigen } from './symmetric.js';
import type { Loss } from './loss.js';

export interface Covariance {
  /** n × n, row by row, in the units of the parameters. */
  readonly matrix: Float64Array;
  /** Ratio of the largest to the smallest eigenvalue of the normal matrix scaled to a unit diagonal. */
  readonly conditionNumber: number;
  /** Combination of the parameters (each in units of its own scale) that the data see least. */
  readonly weakest: Float64Array;
}

/**
 * Least squares: (Jᵀ J)⁻¹ with J in units of σ. Other losses: the sandwich H⁻¹ (Jᵀ diag(ψ²) J) H⁻¹ with H = Jᵀ diag(ψ′) J, which is
 * right for any distribution of the errors. `spread` multiplies it: reduced χ² where no uncertainties are stated.
 */
export function covariance(n: number, J: Float64Array, residuals: Float64Array, loss: Loss, spread: number, plain: boolean): Covariance {
  const H = product(n, J, residuals, (r) => loss.curvature(r * r));
  const { scale, values, vectors, smallest, conditionNumber } = condition(n, H);
  const inverse = new Float64Array(n * n);
  for (let a = 0; a < n; a++)
    for (let b = 0; b < n; b++)
      inverse[a * n + b] = vectors.reduce((sum, v, k) => sum + (v[a]! * v[b]!) / values[k]!, 0) / (scale[a]! * scale[b]!);
  const matrix = plain
    ? inverse
    : sandwich(
        n,
        inverse,
        product(n, J, residuals, (r) => (loss.weight(r * r) * r) ** 2),
      );
  return {
    matrix: matrix.map((value) => value * spread),
    conditionNumber,
    weakest: vectors[values.indexOf(smallest)]!,
  };
}

/** Eigenvalues of a normal matrix scaled to a unit diagonal, and their ratio. */
export function condition(n: number, H: Float64Array) {
  const scale = Float64Array.from({ length: n }, (_, k) => Math.sqrt(H[k * n + k]!));
  const scaled = H.map((value, at) => value / (scale[Math.floor(at / n)]! * scale[at % n]!));
  const { values, vectors } = eigen(n, scaled);
  const [largest, smallest] = [Math.max(...values), Math.min(...values)];
  return { scale, values, vectors, smallest, conditionNumber: smallest > 0 ? largest / smallest : Infinity };
}

function product(n: number, J: Float64Array, residuals: Float64Array, weight: (residual: number) => number): Float64Array {
  const sum = new Float64Array(n * n);
  residuals.forEach((r, i) => {
    const w = weight(r);
    for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) sum[a * n + b] = sum[a * n + b]! + w * J[i * n + a]! * J[i * n + b]!;
  });
  return sum;
}
function sandwich(n: number, outer: Float64Array, inner: Float64Array): Float64Array {
  const times = (A: Float64Array, B: Float64Array) =>
    Float64Array.from({ length: n * n }, (_, at) => {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += A[Math.floor(at / n) * n + k]! * B[k * n + (at % n)]!;
      return sum;
    });
  return times(times(outer, inner), outer);
}

/** √(gᵀ C g): standard error of a quantity with gradient g. */
export function propagated(n: number, matrix: Float64Array, gradient: (k: number) => number): number {
  let sum = 0;
  for (let a = 0; a < n; a++) for (let b = 0; b < n; b++) sum += gradient(a) * matrix[a * n + b]! * gradient(b);
  return Math.sqrt(Math.max(0, sum));
}
