import { multiply, subtract, temperature as T } from '../../expression/expression.js';
import { find } from '../properties.js';
import type { BoundaryCondition } from './condition.js';

export const heatTransfer: BoundaryCondition = {
  property: 'heat_transfer',
  title: 'heat transfer to an ambient',
  equation: 'J′_q·n_in = h (T_ambient − T)',
  balance: 'heat',
  kind: 'exchange',
  towards: 'ambient',
  example: 'heat_transfer = 500 W/(m^2*K); ambient = 30 degC',
  impose: (stated, wall) => {
    const coefficient = wall.value(stated);
    const ambient = find(wall.boundary.conditions, 'ambient');
    const temperature = ambient && wall.value(ambient);
    if (!coefficient || !temperature) {
      wall.findings.missing(
        `the ${wall.boundary.side} boundary needs \`ambient\`, the temperature behind \`heat_transfer\``,
        stated.origin,
      );
      return undefined;
    }
    return {
      row: 'heat',
      by: stated,
      condition: { kind: 'flux', inward: multiply(coefficient, subtract(temperature, T)), origin: stated.origin },
    };
  },
};
