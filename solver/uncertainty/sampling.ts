/** Repeatable samples. */
import { erf } from '../expression/special.js';

/** Uniform on (0, 1), the same sequence for the same seed (Marsaglia's xorshift with 32 bits and a multiplication). */
function uniform(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((Math.imul(state, 0x9e3779b1) >>> 0) + 0.5) / 4294967296;
  };
}

/**
 * Latin hypercube: every column has one value in each of `count` slices of equal probability (M. D. McKay, R. J. Beckman and
 * W. J. Conover, Technometrics 21 (1979) 239). Rows of numbers in (0, 1).
 */
export function latinHypercube(count: number, columns: number, seed: number): Float64Array[] {
  const next = uniform(seed);
  const rows = Array.from({ length: count }, () => new Float64Array(columns));
  for (let c = 0; c < columns; c++) {
    const order = Array.from({ length: count }, (_, i) => i);
    for (let i = count - 1; i > 0; i--) {
      const j = Math.floor(next() * (i + 1));
      [order[i], order[j]] = [order[j]!, order[i]!];
    }
    order.forEach((slice, i) => (rows[i]![c] = (slice + next()) / count));
  }
  return rows;
}

/** z with Φ(z) = p: Newton's method on erf from a rational start (M. Abramowitz and I. A. Stegun, 26.2.23); good to 1e-12. */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p);
  const t = Math.sqrt(-2 * Math.log(p));
  let z = -(t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))));
  for (let k = 0; k < 3; k++) z -= (0.5 + 0.5 * erf(z / Math.SQRT2) - p) / (Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI));
  return z;
}

/** Empirical quantile, linear between order statistics. `sorted` is ascending. */
export function quantile(sorted: Float64Array, p: number): number {
  const at = p * (sorted.length - 1);
  const low = Math.floor(at);
  const [a, b] = [sorted[low]!, sorted[Math.min(low + 1, sorted.length - 1)]!];
  return a + (at - low) * (b - a);
}
