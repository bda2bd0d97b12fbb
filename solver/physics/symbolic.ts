/** Small sums over expressions, and the parts of the expression kernel that the physics uses besides the builders. */
import { add, multiply, type Expression } from '../expression/expression.js';

export { buildCall } from '../expression/calls.js';
export { differentiate } from '../expression/derivative.js';
export { evaluate, substitute, symbolsOf } from '../expression/evaluate.js';

/** Σ a_i b_i */
export const dot = (a: readonly Expression[], b: readonly Expression[]): Expression => add(...a.map((value, i) => multiply(value, b[i]!)));
/** A b */
export const apply = (matrix: readonly (readonly Expression[])[], vector: readonly Expression[]): Expression[] =>
  matrix.map((row) => dot(row, vector));
export const square = (a: Expression): Expression => multiply(a, a);
