/**
 * Maxwell–Stefan diffusivities as a Fick matrix of mass fractions in the barycentric frame.
 *
 *     c ∇x_i = −Σ_{j≠i} (x_j J_i − x_i J_j)/Ð_ij,  J_i = j_i/M_i,  Σ j_i = 0     (ideal gas or ideal mixture)
 *
 * Eliminating j_n gives c ∇x = −E j, and with A_ij = ∂x_i/∂w_j the Fick matrix D = E⁻¹ A/M̄ (Taylor & Krishna 1993, ch. 3).
 */
import { add, divide, multiply, negate, one, subtract, zero, type Expression } from '../../expression/expression.js';
import { scaled, solved } from '../matrix.js';

/** `stefan(i, j)` for i ≠ j; `w` and `M` of all n components. */
export function fickFromMaxwellStefan(
  stefan: (i: number, j: number) => Expression,
  w: readonly Expression[],
  M: readonly Expression[],
): Expression[][] {
  const n = w.length - 1;
  const meanMass = divide(one, add(...w.map((fraction, i) => divide(fraction, M[i]!))));
  const x = w.map((fraction, i) => divide(multiply(fraction, meanMass), M[i]!));
  const rows = x.slice(0, n);
  const friction = rows.map((xi, i) =>
    rows.map((_, j) => {
      const throughLast = divide(xi, multiply(stefan(i, n), M[n]!));
      if (i !== j) return subtract(throughLast, divide(xi, multiply(stefan(i, j), M[j]!)));
      const drag = add(...x.map((xk, k) => (k === i ? zero : divide(xk, stefan(i, k)))));
      return add(divide(drag, M[i]!), throughLast);
    }),
  );
  const slope = rows.map((xi, i) =>
    rows.map((_, j) => {
      const closing = negate(multiply(xi, meanMass, subtract(divide(one, M[j]!), divide(one, M[n]!))));
      return i === j ? add(divide(meanMass, M[i]!), closing) : closing;
    }),
  );
  return scaled(solved(friction, slope), divide(one, meanMass));
}
