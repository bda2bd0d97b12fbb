import type { BoundaryCondition } from './condition.js';

/** Imposes J′_q, Dufour part included; the enthalpy that passing components carry is added by the wall. */
export const heatFlux: BoundaryCondition = {
  property: 'heat_flux',
  title: 'heat flux',
  equation: 'J′_q·n_in = q',
  balance: 'heat',
  kind: 'flux',
  example: 'heat_flux = 1 kW/m^2',
  impose: (stated, wall) => {
    const inward = wall.value(stated);
    return inward && { row: 'heat', by: stated, condition: { kind: 'flux', inward, origin: stated.origin } };
  },
};
