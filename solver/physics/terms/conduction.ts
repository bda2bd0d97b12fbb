import type { Term } from './term.js';

/** J′_q = −λ₀ ∇T */
export const conduction: Term = {
  title: 'heat conduction (Fourier)',
  equation: 'J′_q = −λ₀ ∇T',
  coefficients: ['conductivity', 'onsager'],
  entropy: 'dissipates',
  example: 'solution s of A in W { conductivity = 0.6 W/(m*K) }',
  contribute: ({ conductivity }, to) => {
    if (conductivity) to.drive('heat', 'heat', conductivity);
  },
};
