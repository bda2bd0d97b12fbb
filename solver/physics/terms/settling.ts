import type { Term } from './term.js';

/** J_i = V_i: settling of what is heavier than its surroundings, barodiffusion in a hydrostatic column */
export const settling: Term = {
  title: 'settling and barodiffusion',
  equation: 'J_i = V_i',
  coefficients: ['gravity', 'specific_volume', 'density', 'diameter'],
  entropy: 'dissipates',
  example: 'solution s of A in W { specific_volume(A) = 0.8 cm^3/g }',
  contribute: ({ drift }, to) => drift?.forEach((V, i) => to.carry(i, V)),
};
