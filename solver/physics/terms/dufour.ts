import { divide, isConstant, multiply } from '../../expression/expression.js';
import { solved } from '../matrix.js';
import { soret } from './soret.js';
import type { Term } from './term.js';

/**
 * J′_q = −Σ_j B_j (∇u_j − Σ_k (D⁻¹)_jk V_k/s), the Fickian part only (λ₀ is the conductivity at uniform composition); where a force settles
 * a component, that force drives heat as a gradient would.
 */
export const dufour: Term = {
  title: 'Dufour effect',
  equation: 'J′_q = −Σ_j B_j ∇u_j',
  coefficients: ['dufour', ...soret.coefficients],
  entropy: 'dissipates',
  example: 'mixture m of A, W { soret(A) = 5e-3 1/K; dufour(A) = 5e-12 m^2/(s*K) }',
  contribute: ({ dufour: coefficients }, to) => coefficients?.forEach((B, j) => to.drive('heat', j, B)),
  follow: ({ dufour: coefficients, diffusion, weight, unknowns }, of, forced) => {
    const drift = unknowns.map((_, i) => forced.drift(i));
    if (!coefficients || drift.every((V) => isConstant(V, 0))) return;
    const forces = solved(
      diffusion,
      drift.map((V) => [V]),
    );
    coefficients.forEach((B, j) => of.carry('heat', divide(multiply(B, forces[j]![0]!), weight)));
  },
};
