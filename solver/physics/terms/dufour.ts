import { divide, multiply } from '../../expression/expression.js';
import { solved } from '../matrix.js';
import type { Term } from './term.js';

/**
 * J′_q = −Σ_j B_j (∇u_j − Σ_k (D⁻¹)_jk V_k/s), the Fickian part only (λ₀ is the conductivity at uniform composition); where a force settles
 * a component, that force drives heat as a gradient would.
 */
export const dufour: Term = {
  title: 'Dufour effect',
  equation: 'J′_q = −Σ_j B_j ∇u_j',
  contribute: ({ dufour: coefficients, drift, diffusion, weight }, to) => {
    coefficients?.forEach((B, j) => to.drive('heat', j, B));
    if (!coefficients || !drift) return;
    const forces = solved(
      diffusion,
      drift.map((V) => [V]),
    );
    coefficients.forEach((B, j) => to.carry('heat', divide(multiply(B, forces[j]![0]!), weight)));
  },
};
