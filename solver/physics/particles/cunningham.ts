import { add, constant, divide, exp, multiply, one, type Expression } from '../../expression/expression.js';

/** Slip correction of Davies (1945), Kn = λ/a: C_c = 1 + Kn [1.257 + 0.400 exp(−1.10/Kn)]. */
export function cunningham(knudsen: Expression): Expression {
  const slip = add(constant(1.257), multiply(constant(0.4), exp(divide(constant(-1.1), knudsen))));
  return add(one, multiply(knudsen, slip));
}
