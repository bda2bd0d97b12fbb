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

/** Binary barodiffusion: V_1 = −ρ D w_2 (v_1 − v_2)/μ_11 ∇p = ρ² D g w_1 w_2 (v_1 − v_2)/(w_1 μ_11). */
export const binaryBarodiffusion = (at: {
  weight: Expression;
  rho: Expression;
  D: Expression;
  w: Expression;
  wB: Expression;
  v: readonly [Expression, Expression];
  slope: Expression;
  g: Expression;
}): Expression => divide(multiply(at.weight, at.rho, at.D, at.g, at.w, at.wB, subtract(at.v[0], at.v[1])), at.slope);
