import { multiply } from '../../expression/expression.js';
import type { Term } from './term.js';

/**
 * F_T = J′_q + Σ_k h_k J_k, with the fluxes of all terms. In the heat row h_k − h_n stands for the n − 1 components of a mixture.
 * σ does not count it: it goes with J′_q.
 */
export const enthalpyCarried: Term = {
  title: 'enthalpy carried by diffusion',
  equation: 'F_T = J′_q + Σ_k h_k J_k',
  coefficients: ['heat_capacity'],
  entropy: 'none',
  example: 'species A { molar_mass = 100 g/mol; heat_capacity = 2 kJ/(kg*K) }\nsolution s of A in W { heat_capacity = 4180 J/(kg*K) }',
  follow: ({ partialEnthalpies }, of) =>
    partialEnthalpies?.forEach((h, k) => {
      for (const by of [...of.species, 'heat' as const]) of.drive('heat', by, multiply(h, of.transport(k, by)));
      of.carry('heat', multiply(h, of.drift(k)));
    }),
};
