import type { Term } from './term.js';

/** J′_q = −λ₀ ∇T */
export const conduction: Term = {
  title: 'heat conduction (Fourier)',
  equation: 'J′_q = −λ₀ ∇T',
  contribute: ({ conductivity }, to) => {
    if (conductivity) to.drive('heat', 'heat', conductivity);
  },
};
