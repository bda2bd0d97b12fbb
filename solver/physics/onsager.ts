/**
 * The phenomenological coefficients that a medium states or implies (de Groot & Mazur 1962, ch. XI §7):
 *
 *     L = s T D G⁻¹,   L_iq = s D′_i T²,   L_qi = T Σ_j B_j (G⁻¹)_ji,   L_qq = λ₀ T²
 *
 * In mixtures kg·K·s/m³, kg·K/(m·s), W·K/m; in solutions with moles in place of kilograms.
 */
import { multiply, temperature as T, type Expression } from '../expression/expression.js';
import type { SourceRange } from '../problem.js';
import { inverse, product, scaled } from './matrix.js';
import type { ResolvedMedium } from './media/resolved.js';
import { square } from './symbolic.js';

export interface OnsagerExpressions {
  /** Independent components, then `heat`. */
  readonly names: readonly string[];
  readonly values: readonly (readonly Expression[])[];
  readonly units: readonly (readonly string[])[];
  readonly origin: SourceRange;
}

/** Undefined without molar masses, a conductivity, or anything that couples. */
export function onsagerOf(medium: ResolvedMedium): OnsagerExpressions | undefined {
  const { potentialSlope, conductivity, thermodiffusion, dufour, weight, diffusion, unknowns } = medium;
  if (!potentialSlope || !conductivity || !thermodiffusion || !dufour || unknowns.length === 0) return undefined;
  const compliance = inverse(potentialSlope);
  const matter = scaled(product(diffusion, compliance), multiply(weight, T));
  const byHeat = thermodiffusion.map((entry) => multiply(weight, entry, square(T)));
  const [ofMatter] = scaled(product([dufour], compliance), T) as [Expression[]];
  const [own, cross] = medium.medium.kind === 'mixture' ? ['kg*K*s/m^3', 'kg*K/(m*s)'] : ['mol^2*K*s/(kg*m^3)', 'mol*K/(m*s)'];
  return {
    names: [...unknowns.map(({ species }) => species), 'heat'],
    values: [...matter.map((row, i) => [...row, byHeat[i]!]), [...ofMatter, multiply(conductivity, square(T))]],
    units: [...unknowns.map(() => [...unknowns.map(() => own), cross]), [...unknowns.map(() => cross), 'W*K/m']],
    origin: medium.medium.origin,
  };
}
