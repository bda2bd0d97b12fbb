import { multiply } from '../../expression/expression.js';
import type { Term } from './term.js';

/** J_i = −s Σ_j D_ij ∇u_j */
export const fick: Term = {
  title: 'Fick diffusion',
  equation: 'J_i = −s Σ_j D_ij ∇u_j',
  coefficients: ['diffusion', 'maxwell_stefan', 'onsager', 'thermodynamic_factor', 'tortuosity'],
  entropy: 'dissipates',
  example: 'solution s of A in W { diffusion(A) = 1e-9 m^2/s }',
  contribute: ({ weight, diffusion }, to) => diffusion.forEach((row, i) => row.forEach((D, j) => to.drive(i, j, multiply(weight, D)))),
};
