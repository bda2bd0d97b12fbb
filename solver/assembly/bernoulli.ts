/** Bernoulli function B(p) = p/(e^p − 1), the weight of exponentially fitted fluxes, and its derivative; B(−p) = B(p) + p. */

/** Below this the series is exact to rounding. */
const small = 1e-3;

export function bernoulli(p: number): number {
  if (Math.abs(p) < small) return 1 - p / 2 + (p * p) / 12 - (p * p * p * p) / 720;
  return p / Math.expm1(p);
}

export function bernoulliSlope(p: number): number {
  if (Math.abs(p) < small) return -0.5 + p / 6 - (p * p * p) / 180;
  const value = bernoulli(p);
  return (value / p) * (1 - value - p);
}
