import type { Term } from './term.js';

/** J′_q = −Σ_j B_j ∇u_j, the Fickian part only (λ₀ is the conductivity at uniform composition) */
export const dufour: Term = {
  title: 'Dufour effect',
  equation: 'J′_q = −Σ_j B_j ∇u_j',
  contribute: ({ dufour: coefficients }, to) => coefficients?.forEach((B, j) => to.drive('heat', j, B)),
};
