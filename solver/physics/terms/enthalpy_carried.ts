import { multiply } from '../../expression/expression.js';
import type { Term } from './term.js';

/**
 * F_T = J′_q + Σ_k h_k J_k, with the fluxes of all terms before it. In the heat row h_k − h_n stands for the n − 1 components of a mixture.
 * Last in the table because it carries what the others drive.
 */
export const enthalpyCarried: Term = {
  title: 'enthalpy carried by diffusion',
  equation: 'F_T = J′_q + Σ_k h_k J_k',
  contribute: ({ partialEnthalpies }, to) =>
    partialEnthalpies?.forEach((h, k) => {
      for (const by of [...to.species, 'heat' as const]) to.drive('heat', by, multiply(h, to.transport(k, by)));
      to.carry('heat', multiply(h, to.drift(k)));
    }),
};
