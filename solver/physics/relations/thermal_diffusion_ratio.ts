import { divide, multiply, one, subtract, type Expression } from '../../expression/expression.js';
import type { LocalState, Relation } from './relation.js';

/** T x_A x_B, with mole fractions (the literature's k_T is molar). */
const scale = ({ temperature, moleFraction }: LocalState): Expression => multiply(temperature, moleFraction!, subtract(one, moleFraction!));

export const thermalDiffusionRatio: Relation = {
  property: 'thermal_diffusion_ratio',
  equation: 'k_T = T S_T x_A x_B',
  needs: () => ['moleFraction'],
  toSoret: (value, state) => divide(value, scale(state)),
  fromSoret: (value, state) => multiply(value, scale(state)),
};
