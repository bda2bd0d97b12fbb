/**
 * Local entropy production [W/(K·m³)] from the fluxes of the equations, in one dimension (de Groot & Mazur 1962, ch. XI §7):
 *
 *     σ = −J′_q·∇T/T² + Σ_k J_k X_k,   X_k = −(1/T) Σ_j G_kj ∇u_j
 */
import { add, divide, gradient, multiply, negate, temperature as T, type Expression } from '../expression/expression.js';
import type { ResolvedMedium } from './media/resolved.js';
import { dot, square } from './symbolic.js';
import type { Contributions, Row } from './terms/term.js';

export function entropyProduction(medium: ResolvedMedium, sums: Contributions): Expression {
  const gradients = medium.unknowns.map((unknown) => gradient(unknown.id));
  const gradT = gradient('T');
  const diffusive = (row: Row): Expression =>
    negate(add(multiply(sums.transport(row, 'heat'), gradT), ...gradients.map((g, j) => multiply(sums.transport(row, j), g))));
  const ofHeat = negate(divide(multiply(diffusive('heat'), gradT), square(T)));
  const slope = medium.potentialSlope;
  if (!slope) return ofHeat;
  const ofMatter = medium.unknowns.map((_, k) => negate(divide(multiply(diffusive(k), dot(slope[k]!, gradients)), T)));
  return add(ofHeat, ...ofMatter);
}
