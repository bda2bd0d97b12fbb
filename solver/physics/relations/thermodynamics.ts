/** The chemical potential's slope, which turns thermodynamic forces into gradients of composition. */
import { add, constant, divide, multiply, one, subtract, type Expression } from '../../expression/expression.js';
import { gasConstant } from '../constants.js';

export const R = constant(gasConstant);

/** M̄ of two components [kg/mol]: 1/M̄ = w_1/M_1 + w_2/M_2. */
export const binaryMeanMass = (w1: Expression, M1: Expression, M2: Expression): Expression =>
  divide(one, add(divide(w1, M1), divide(subtract(one, w1), M2)));

/**
 * w_1 μ_11 [J/kg] = R T M̄ Γ/(M_1 M_2), with μ_11 = (∂μ_1/∂w_1)_{p,T} per unit mass (de Groot & Mazur 1962, ch. XI §7; ideal mixing times Γ).
 * Symmetric in the two components.
 */
export const weightedSlope = (T: Expression, w1: Expression, M1: Expression, M2: Expression, gamma: Expression): Expression =>
  divide(multiply(R, T, binaryMeanMass(w1, M1, M2), gamma), multiply(M1, M2));
