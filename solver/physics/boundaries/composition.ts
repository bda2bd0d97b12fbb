import { statedCompositions, valuesOfUnknowns } from '../composition.js';
import type { CompositionMeasure } from '../../formula.js';
import type { BoundaryCondition } from './condition.js';

/** What is stated at a wall is taken together, because x of one component needs the others; each statement imposes what it determines. */
const fixed = (measure: CompositionMeasure, title: string, example: string): BoundaryCondition => ({
  property: measure,
  title,
  equation: `${measure}_i = ${measure}_wall`,
  balance: 'matter',
  kind: 'value',
  towards: measure,
  example,
  impose: (stated, wall) => {
    const { components, solvent, name } = wall.medium.medium;
    const species = stated.of[0] ?? '';
    if (!components.includes(species) && species !== solvent) {
      wall.findings.report(
        'name/unknown',
        `${species} does not occur in ${name}, which touches the ${wall.boundary.side} boundary`,
        stated.origin,
      );
      return undefined;
    }
    const all = statedCompositions(wall.boundary.conditions, (property) => wall.value(property));
    const values = valuesOfUnknowns(all, wall.medium, wall.temperature, wall.substances, wall.findings);
    return wall.medium.unknowns.flatMap((unknown, row) => {
      const found = values.get(unknown.id);
      return found?.by === stated ? [{ row, by: stated, condition: { kind: 'value', value: found.value, origin: stated.origin } }] : [];
    });
  },
});

export const massFraction = fixed('w', 'fixed mass fraction', 'w(A) = 0.005');
export const moleFraction = fixed('x', 'fixed mole fraction', 'x(A) = 0.001');
export const concentration = fixed('c', 'fixed concentration', 'c(A) = 50 mol/m^3');
