import { divide, multiply, negate } from '../../expression/expression.js';
import { rowOf, type BoundaryCondition } from './condition.js';

/** Total flux into the domain: mol/(m²·s) in solutions, kg/(m²·s) in mixtures. */
export const flux: BoundaryCondition = {
  property: 'flux',
  title: 'flux of a component',
  equation: 'J_i·n_in = J',
  balance: 'matter',
  kind: 'flux',
  example: 'flux(A) = 1e-6 mol/(m^2*s)',
  impose: (stated, wall) => {
    const at = rowOf(stated, wall);
    const value = wall.value(stated);
    if (!at || !value) return undefined;
    const inMoles = stated.quantity === 'molarFlux' && wall.medium.medium.kind === 'mixture';
    const inMass = stated.quantity === 'massFlux' && wall.medium.medium.kind !== 'mixture';
    const molarMass = inMoles || inMass ? wall.substances.molarMass(stated.of[0]!) : undefined;
    if ((inMoles || inMass) && !molarMass) {
      wall.findings.missing(`${wall.medium.medium.name} needs \`molar_mass\` of ${stated.of[0]!} to convert its flux`, stated.origin);
      return undefined;
    }
    const own = molarMass ? (inMoles ? multiply(value, molarMass) : divide(value, molarMass)) : value;
    return {
      row: at.row,
      by: stated,
      condition: { kind: 'flux', inward: at.sign === 1 ? own : negate(own), origin: stated.origin },
    };
  },
};
