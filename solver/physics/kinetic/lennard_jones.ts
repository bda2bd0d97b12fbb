/** Ω^(1,1)*, Ω^(2,2)*, A*, B*, C* as expressions of the reduced temperature, interpolated over ln T*. */
import { constant, divide, ln, multiply, power, tabulated, type Expression, type Table } from '../../expression/expression.js';
import { lennardJones } from './collision_integrals.js';

/** Ω^(1,1)* falls roughly as T*^(−0.156): the product is flat, interpolates well and goes on sensibly beyond the table. */
const decay = 0.156;

const tableOf = (value: (row: (typeof lennardJones)[number]) => number): Table => ({
  abscissae: lennardJones.map(([T]) => Math.log(T)),
  ordinates: lennardJones.map(value),
});
const flat = tableOf(([T, omega11]) => omega11 * T ** decay);
const ofA = tableOf(([, , A]) => A);
const ofB = tableOf(([, , , B]) => B);
const ofC = tableOf(([, , , , C]) => C);

export interface CollisionIntegrals {
  readonly omega11: Expression;
  readonly omega22: Expression;
  readonly A: Expression;
  readonly B: Expression;
  readonly C: Expression;
}

/** At T* = T/(ε/k). */
export function collisionIntegrals(T: Expression, well: Expression): CollisionIntegrals {
  const reduced = divide(T, well);
  const at = ln(reduced);
  const omega11 = multiply(tabulated(flat, at), power(reduced, constant(-decay)));
  const A = tabulated(ofA, at);
  return { omega11, A, omega22: multiply(A, omega11), B: tabulated(ofB, at), C: tabulated(ofC, at) };
}
