/**
 * Local entropy production [W/(K·m³)] from the fluxes of the equations, in one dimension (de Groot & Mazur 1962, ch. XI §7):
 *
 *     σ = −J′_q·∇T/T² + Σ_k J_k X_k,   X_k = −(1/T) Σ_j G_kj [∇u_j − Σ_l (D⁻¹)_jl V_l/s]
 *
 * with the bracket containing the forces that drift V follows, if any. Non-negative identically when the Onsager matrix is positive
 * definite and Dufour is reciprocal. Without a conductivity the heat flow is not known: what is left is the part of diffusion,
 * Σ_k J_k X*_k, where X*_k also holds the force of the temperature gradient; it is non-negative, and the least that any conductivity
 * allows.
 */
import {
  add,
  divide,
  gradient,
  isConstant,
  multiply,
  negate,
  subtract,
  temperature as T,
  zero,
  type Expression,
} from '../expression/expression.js';
import { solved } from './matrix.js';
import type { ResolvedMedium } from './media/resolved.js';
import { apply, square } from './symbolic.js';
import { contributions, terms } from './terms/index.js';
import type { Row, Term } from './terms/term.js';

/** Of all terms, or of those that are chosen. */
export function entropyProduction(equations: ResolvedMedium, chosen: readonly Term[] = terms): Expression {
  // In the frame of the coefficients, where the forces are those above.
  const medium = { ...equations, frame: undefined };
  const sums = contributions(
    medium,
    chosen.filter(({ entropy }) => entropy === 'dissipates'),
  );
  const gradients = medium.unknowns.map((unknown) => gradient(unknown.id));
  const gradT = gradient('T');
  const flux = (row: Row): Expression =>
    subtract(
      sums.drift(row),
      add(multiply(sums.transport(row, 'heat'), gradT), ...gradients.map((g, j) => multiply(sums.transport(row, j), g))),
    );
  const conducts = medium.conductivity !== undefined;
  const ofHeat = conducts ? negate(divide(multiply(flux('heat'), gradT), square(T))) : zero;
  const { potentialSlope: slope, diffusion, weight } = medium;
  if (!slope) return ofHeat;
  const drift = medium.unknowns.map((_, k) =>
    conducts ? sums.drift(k) : subtract(sums.drift(k), multiply(sums.transport(k, 'heat'), gradT)),
  );
  const pushed = drift.some((V) => !isConstant(V, 0))
    ? solved(
        diffusion,
        drift.map((V) => [divide(V, weight)]),
      ).map(([force]) => force!)
    : undefined;
  const driving = gradients.map((g, j) => (pushed ? subtract(g, pushed[j]!) : g));
  const forces = apply(slope, driving);
  return add(ofHeat, ...medium.unknowns.map((_, k) => negate(divide(multiply(flux(k), forces[k]!), T))));
}
