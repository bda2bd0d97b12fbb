/** What a residual r (in standard uncertainties) costs: ½ Σ ρ(r²). */
export interface Loss {
  /** ρ(z) */
  readonly cost: (z: number) => number;
  /** Weight of a residual in the normal equations, ρ′(z). */
  readonly weight: (z: number) => number;
  /** d(ρ′(r²) r)/dr: curvature seen by the covariance. */
  readonly curvature: (z: number) => number;
}

export const leastSquares: Loss = { cost: (z) => z, weight: () => 1, curvature: () => 1 };

/** Soft L1: quadratic near zero, linear far away, so that an outlier pulls no more than a value a few σ off. */
export const softL1: Loss = {
  cost: (z) => (2 * z) / (Math.sqrt(1 + z) + 1),
  weight: (z) => 1 / Math.sqrt(1 + z),
  curvature: (z) => (1 + z) ** -1.5,
};

/** A normal distribution lies within this multiple of its median absolute deviation. */
const deviationsPerMedian = 1.482602218505602;

/** Standard deviation of most residuals, whatever a few outliers do. */
export function robustDeviation(residuals: Float64Array): number {
  const sorted = residuals.map(Math.abs).sort();
  const middle = sorted.length >> 1;
  return deviationsPerMedian * (sorted.length % 2 ? sorted[middle]! : 0.5 * (sorted[middle - 1]! + sorted[middle]!));
}
