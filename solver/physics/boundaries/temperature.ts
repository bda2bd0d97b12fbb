import type { BoundaryCondition } from './condition.js';

export const temperature: BoundaryCondition = {
  property: 'temperature',
  title: 'fixed temperature',
  equation: 'T = T_wall',
  balance: 'heat',
  kind: 'value',
  towards: 'temperature',
  example: 'temperature = 30 degC',
  impose: (stated, wall) => {
    const value = wall.value(stated);
    return value && { row: 'heat', by: stated, condition: { kind: 'value', value, origin: stated.origin } };
  },
};
