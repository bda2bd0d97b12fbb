import { multiply } from '../../expression/expression.js';
import type { Term } from './term.js';

/** J_i = −s Σ_j D_ij ∇u_j */
export const fick: Term = {
  title: 'Fick diffusion',
  equation: 'J_i = −s Σ_j D_ij ∇u_j',
  contribute: ({ weight, diffusion }, to) => diffusion.forEach((row, i) => row.forEach((D, j) => to.drive(i, j, multiply(weight, D)))),
};
