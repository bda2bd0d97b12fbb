import { multiply, subtract, symbol, one } from '../../expression/expression.js';
import { find, spelled } from '../properties.js';
import { rowOf, type BoundaryCondition } from './condition.js';

/** Stefan flow is neglected. */
export const massTransfer: BoundaryCondition = {
  property: 'mass_transfer',
  title: 'mass transfer to an ambient',
  equation: 'J_i·n_in = s k_m (u_ambient − u), s = 1 in solutions, ρ in mixtures',
  balance: 'matter',
  kind: 'exchange',
  towards: 'ambient',
  example: 'mass_transfer(A) = 1e-6 m/s; ambient(A) = 50 mol/m^3',
  impose: (stated, wall) => {
    const at = rowOf(stated, wall);
    if (!at) return undefined;
    const species = stated.of[0]!;
    const coefficient = wall.value(stated);
    const ambient = find(wall.boundary.conditions, 'ambient', species);
    const outside = ambient && wall.value(ambient);
    if (!coefficient || !outside) {
      const wanted = spelled('ambient', species);
      wall.findings.missing(
        `the ${wall.boundary.side} boundary needs ${wanted}, the value behind ${spelled('mass_transfer', species)}`,
        stated.origin,
      );
      return undefined;
    }
    const own = at.sign === 1 ? outside : subtract(one, outside);
    const difference = subtract(own, symbol(wall.medium.unknowns[at.row]!.id));
    const inward = multiply(wall.medium.surfaceWeight, coefficient, difference);
    return { row: at.row, by: stated, condition: { kind: 'flux', inward, origin: stated.origin } };
  },
};
