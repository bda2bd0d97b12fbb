import { divide, multiply, one, subtract, type Expression } from '../../expression/expression.js';
import type { LocalState, Relation } from './relation.js';

/** L_1q/S_T: ρ w_1 w_2 D T² in a binary mixture [kg·K²/(m·s)], c D T² when dilute [mol·K²/(m·s)]. */
function scale({ kind, temperature: T, density, massFraction, concentration, diffusion }: LocalState): Expression {
  const amount = kind === 'dilute' ? concentration! : multiply(density!, massFraction!, subtract(one, massFraction!));
  return multiply(amount, diffusion!, T, T);
}

/** `onsager(A, heat)` (de Groot & Mazur 1962, ch. XI §7). */
export const onsagerCross: Relation = {
  property: 'onsager',
  equation: 'D_T = L_1q/(ρ w_1 w_2 T²); dilute S_T = L_1q/(c D T²)',
  needs: (kind) => (kind === 'dilute' ? ['concentration', 'diffusion'] : ['density', 'massFraction', 'diffusion']),
  toSoret: (value, state) => divide(value, scale(state)),
  fromSoret: (value, state) => multiply(value, scale(state)),
};
