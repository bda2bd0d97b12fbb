/** The chemical potential's slope, which turns thermodynamic forces into gradients of composition. */
import { add, constant, divide, multiply, one, subtract, zero, type Expression } from '../../expression/expression.js';
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

/**
 * G_kj = ∂(μ_k − μ_n)/∂w_j [J/kg], the Hessian of the specific Gibbs energy of an ideal mixture, times Γ:
 *
 *     G_kj = R T Γ [δ_kj/(M_k w_k) + 1/(M_n w_n) − M̄ (1/M_k − 1/M_n)(1/M_j − 1/M_n)]
 *
 * `w` and `M` of all n components; n − 1 rows.
 */
export function gibbsHessian(T: Expression, w: readonly Expression[], M: readonly Expression[], gamma: Expression): Expression[][] {
  const n = w.length - 1;
  const meanMass = divide(one, add(...w.map((fraction, i) => divide(fraction, M[i]!))));
  const ofLast = divide(one, multiply(M[n]!, w[n]!));
  const excess = M.slice(0, n).map((mass) => subtract(divide(one, mass), divide(one, M[n]!)));
  const factor = multiply(R, T, gamma);
  return excess.map((ofK, k) =>
    excess.map((ofJ, j) => {
      const own = k === j ? divide(one, multiply(M[k]!, w[k]!)) : zero;
      return multiply(factor, subtract(add(own, ofLast), multiply(meanMass, ofK, ofJ)));
    }),
  );
}
