/** The second law for one coupled pair: how much of the conductivity thermodiffusion may take, and in which direction matter goes. */
import { gasConstant } from '../constants.js';

/** State of a binary mixture: w [1] and M [kg/mol] of the named component and M of its partner. */
export interface BinaryCoupling {
  readonly density: number;
  readonly w: number;
  readonly molarMass: number;
  readonly otherMolarMass: number;
  readonly thermodynamicFactor: number;
  readonly temperature: number;
  readonly diffusion: number;
  readonly conductivity: number;
}
export interface DiluteCoupling {
  readonly concentration: number;
  readonly thermodynamicFactor: number;
  readonly temperature: number;
  readonly diffusion: number;
  readonly conductivity: number;
}
export interface SecondLaw {
  /** ε = L_1q²/(L_11 L_qq); the second law demands ε < 1. */
  readonly epsilon: number;
  /** |S_T| [1/K] at which ε = 1. */
  readonly largestSoret: number;
  /** λ_∞ = λ₀ (1 − ε) [W/(m·K)] */
  readonly conductivityAtRest: number;
}

const judged = (perSoretSquared: number, soret: number, conductivity: number): SecondLaw => {
  const epsilon = perSoretSquared * soret ** 2;
  return { epsilon, largestSoret: 1 / Math.sqrt(perSoretSquared), conductivityAtRest: conductivity * (1 - epsilon) };
};

/** ε = ρ w² (1−w) μ_11 T D S_T²/λ₀, w μ_11 = R T M̄ Γ/(M_1 M_2) (de Groot & Mazur 1962, ch. XI §7). */
export function binarySecondLaw(at: BinaryCoupling, soret: number): SecondLaw {
  const meanMass = 1 / (at.w / at.molarMass + (1 - at.w) / at.otherMolarMass);
  const slope = (gasConstant * at.temperature * meanMass * at.thermodynamicFactor) / (at.molarMass * at.otherMolarMass);
  const factor = (at.density * at.w * (1 - at.w) * slope * at.temperature * at.diffusion) / at.conductivity;
  return judged(factor, soret, at.conductivity);
}

/** ε = R T² Γ c D S_T²/λ₀ */
export function diluteSecondLaw(at: DiluteCoupling, soret: number): SecondLaw {
  const factor = (gasConstant * at.temperature ** 2 * at.thermodynamicFactor * at.concentration * at.diffusion) / at.conductivity;
  return judged(factor, soret, at.conductivity);
}

/** L_11 = c D/(R Γ) [mol²·K·s/(kg·m³)], L_1q = S_T c D T² [mol·K/(m·s)], L_qq = λ₀ T² [W·K/m] of a dilute solute. */
export function diluteOnsager(at: DiluteCoupling, soret: number): { readonly L11: number; readonly L1q: number; readonly Lqq: number } {
  const { concentration: c, diffusion: D, temperature: T } = at;
  return { L11: (c * D) / (gasConstant * at.thermodynamicFactor), L1q: soret * c * D * T ** 2, Lqq: at.conductivity * T ** 2 };
}

/** L_11 [kg·K·s/m³], L_1q [kg·K/(m·s)], L_qq [W·K/m] of a binary mixture; the inverse of D = L_11 μ_11/(ρ w_2 T), D_T = L_1q/(ρ w_1 w_2 T²). */
export function binaryOnsager(at: BinaryCoupling, soret: number): { readonly L11: number; readonly L1q: number; readonly Lqq: number } {
  const meanMass = 1 / (at.w / at.molarMass + (1 - at.w) / at.otherMolarMass);
  const { temperature: T, diffusion: D, density, w } = at;
  const mu11 = (gasConstant * T * meanMass * at.thermodynamicFactor) / (at.molarMass * at.otherMolarMass * w);
  return { L11: (D * density * (1 - w) * T) / mu11, L1q: soret * D * density * w * (1 - w) * T ** 2, Lqq: at.conductivity * T ** 2 };
}

/** "ethanol moves to the hot side" */
export const directionInWords = (species: string, soret: number): string =>
  soret === 0 ? `${species} does not feel the temperature gradient` : `${species} moves to the ${soret > 0 ? 'cold' : 'hot'} side`;
