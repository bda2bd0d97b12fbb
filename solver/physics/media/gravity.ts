/** Drift of dissolved components in a hydrostatic column (∇p = −ρ g x̂, left is the bottom). */
import { divide, multiply, negate, one, subtract, temperature as T, type Expression } from '../../expression/expression.js';
import { R } from '../relations/thermodynamics.js';

/**
 * Dilute: V = −D c M (1 − ρ v) g/(R T), towards the bottom when the solute is heavier than what it displaces
 * (c ∝ exp(−m_b g x/(k_B T)) at rest).
 */
export const diluteSettling = (at: {
  D: Expression;
  c: Expression;
  M: Expression;
  rho: Expression;
  v: Expression;
  g: Expression;
}): Expression => negate(divide(multiply(at.D, at.c, at.M, subtract(one, multiply(at.rho, at.v)), at.g), multiply(R, T)));
