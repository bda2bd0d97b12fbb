import { zero } from '../../expression/expression.js';
import { rowOf, type BoundaryCondition } from './condition.js';

export const absorbing: BoundaryCondition = {
  property: 'absorbing',
  title: 'absorbing wall',
  equation: 'u = 0',
  balance: 'matter',
  kind: 'value',
  example: 'absorbing(A) = yes',
  impose: (stated, wall) => {
    const at = rowOf(stated, wall);
    return at && { row: at.row, by: stated, condition: { kind: 'value', value: zero, origin: stated.origin } };
  },
};
