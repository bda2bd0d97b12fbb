/** Times and separations of the cells that have closed forms. */

/** Smallest positive roots: of J₁(z) = 0 and of tan z = z. */
export const slowestRoot = { slab: Math.PI, cylinder: 3.831705970207512, sphere: 4.493409457909064 } as const;

/** τ = L²/(π² D), R²/(3.8317² D), R²/(4.4934² D) [s]. */
export const relaxationTime = (shape: keyof typeof slowestRoot, size: number, diffusivity: number): number =>
  size ** 2 / (slowestRoot[shape] ** 2 * diffusivity);

/** Exact slowest time of a closed slab with constant drift, 1/[D (π²/L² + (S_T ΔT/2L)²)] [s]. */
export const relaxationTimeWithDrift = (length: number, diffusivity: number, soret: number, temperatureDifference: number): number =>
  length ** 2 / (diffusivity * (Math.PI ** 2 + ((soret * temperatureDifference) / 2) ** 2));

/** a = λ/(ρ c_p) [m²/s], Le = a/D. */
export const thermalDiffusivity = (conductivity: number, density: number, heatCapacity: number): number =>
  conductivity / (density * heatCapacity);
export const lewisNumber = (thermal: number, diffusivity: number): number => thermal / diffusivity;

export interface Separation {
  readonly cold: number;
  readonly hot: number;
  /** cold − hot */
  readonly difference: number;
}

/**
 * Binary closed slab at rest with constant S_T and linear T: w = 1/(1 + A e^{aξ}), a = S_T ΔT, A from the mean (ξ from cold to hot).
 */
export function binarySeparation(soret: number, temperatureDifference: number, meanFraction: number): Separation {
  const a = soret * temperatureDifference;
  if (a === 0 || meanFraction <= 0 || meanFraction >= 1) return { cold: meanFraction, hot: meanFraction, difference: 0 };
  // A = (e^{a(1−w̄)} − 1)/(e^a − e^{a(1−w̄)}), written with expm1 for small a.
  const A = (Math.expm1(a * (1 - meanFraction)) / Math.expm1(a * meanFraction)) * Math.exp(-a * (1 - meanFraction));
  const cold = 1 / (1 + A);
  const hot = 1 / (1 + A * Math.exp(a));
  return { cold, hot, difference: cold - hot };
}

/** Dilute closed slab at rest: c(x) = c̄ a e^{−aξ}/(1 − e^{−a}). */
export function diluteSeparation(soret: number, temperatureDifference: number, mean: number): Separation {
  const a = soret * temperatureDifference;
  if (a === 0) return { cold: mean, hot: mean, difference: 0 };
  const cold = (-mean * a) / Math.expm1(-a);
  const hot = cold * Math.exp(-a);
  return { cold, hot, difference: cold - hot };
}

/**
 * Two bulbs of equal volume with an ideal gas and constant α_T: mole fractions of the named component at rest (q = (x/(1−x))_h/(x/(1−x))_c
 * = (T_h/T_c)^(−α)), conserving moles with n = p/(R T).
 */
export function twoBulbSeparation(factor: number, cold: number, hot: number, meanMoleFraction: number): Separation {
  const q = (hot / cold) ** -factor;
  const [nc, nh] = [1 / cold, 1 / hot];
  const total = meanMoleFraction * (nc + nh);
  // nc x + nh q x/(1 − x + q x) = total, a quadratic in x = x_cold.
  const [a, b, c] = [nc * (q - 1), nc + nh * q - total * (q - 1), -total];
  const root = a === 0 ? -c / b : (-2 * c) / (b + Math.sqrt(b * b - 4 * a * c));
  const warm = (q * root) / (1 - root + q * root);
  return { cold: root, hot: warm, difference: root - warm };
}

/** Mean temperature of a two-bulb run whose α is a − b/T: T_h T_c/(T_h − T_c) ln(T_h/T_c). */
export const twoBulbMeanTemperature = (cold: number, hot: number): number => ((hot * cold) / (hot - cold)) * Math.log(hot / cold);
