import { add, constant, divide, multiply, sqrt, subtract, type Expression } from '../../expression/expression.js';
import { square } from '../symbolic.js';
import { mixedDiameter, mixedWell, type Molecule } from './gas.js';
import { collisionIntegrals } from './lennard_jones.js';

/**
 * First non-vanishing Chapman–Enskog approximation of α_T of component a in a binary gas (Hirschfelder, Curtiss & Bird 1954, §8.2).
 * Positive: a goes to the cold side (it does when it is the heavier one, above the inversion temperature). An estimate: 5–20 %.
 *
 *     α = (6C* − 5)(x_1 S_1 − x_2 S_2)/(x_1² Q_1 + x_2² Q_2 + x_1 x_2 Q_12)
 */
export function chapmanEnskogFactor(a: Molecule, b: Molecule, T: Expression, xA: Expression): Expression {
  const { A, B, C, omega11 } = collisionIntegrals(T, mixedWell(a, b));
  const k = constant;
  const total = add(a.mass, b.mass);
  const xB = subtract(k(1), xA);
  /** r_i = (Ω_ii^(2,2)⋆/Ω_12^(1,1)*)(σ_i/σ_12)² */
  const ratio = (own: Molecule): Expression =>
    multiply(divide(collisionIntegrals(T, own.well).omega22, omega11), square(divide(own.diameter, mixedDiameter(a, b))));
  const [rA, rB] = [ratio(a), ratio(b)];
  const massProduct = multiply(a.mass, b.mass);
  /** 5/2 − 6B⋆/5 */
  const b1 = subtract(k(2.5), multiply(k(1.2), B));
  const S = (one: Molecule, other: Molecule, r: Expression): Expression =>
    add(
      multiply(divide(one.mass, other.mass), sqrt(divide(multiply(k(2), other.mass), total)), r),
      multiply(k(-4), divide(multiply(massProduct, A), square(total))),
      divide(multiply(k(7.5), other.mass, subtract(one.mass, other.mass)), square(total)),
    );
  const Q = (one: Molecule, other: Molecule, r: Expression): Expression =>
    multiply(
      divide(k(2), multiply(other.mass, total)),
      sqrt(divide(multiply(k(2), other.mass), total)),
      r,
      add(multiply(b1, square(one.mass)), multiply(k(3), square(other.mass)), multiply(k(1.6), massProduct, A)),
    );
  const Q12 = add(
    multiply(k(15), square(divide(subtract(a.mass, b.mass), total)), b1),
    multiply(k(4), divide(multiply(massProduct, A), square(total)), subtract(k(11), multiply(k(2.4), B))),
    divide(multiply(k(1.6), total, rA, rB), sqrt(massProduct)),
  );
  const numerator = multiply(subtract(multiply(k(6), C), k(5)), subtract(multiply(xA, S(a, b, rA)), multiply(xB, S(b, a, rB))));
  return divide(numerator, add(multiply(square(xA), Q(a, b, rA)), multiply(square(xB), Q(b, a, rB)), multiply(xA, xB, Q12)));
}
