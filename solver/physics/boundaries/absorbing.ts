import { zero } from '../../expression/expression.js';
import { rowOf, type BoundaryCondition } from './condition.js';

export const absorbing: BoundaryCondition = {
  property: 'absorbing',
  title: 'absorbing wall',
  equation: 'u = 0',
  impose: (stated, wall) => {
    if (stated.value.kind === 'word' && stated.value.word === 'no') return undefined;
    const at = rowOf(stated, wall);
    return at && { row: at.row, by: stated, condition: { kind: 'value', value: zero, origin: stated.origin } };
  },
};
