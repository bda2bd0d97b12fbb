import { divide, multiply, one, subtract, type Expression } from '../../expression/expression.js';
import type { LocalState, Relation } from './relation.js';

/** ρ w(1−w) D T [kg/(m·s)·K] */
const scale = ({ temperature, density, massFraction, diffusion }: LocalState): Expression =>
  multiply(density!, massFraction!, subtract(one, massFraction!), diffusion!, temperature);

/** The ∇ln T form with the sign of j = … − Dᵀ ∇ln T (`minus_grad_lnT`); callers negate for `plus_grad_lnT`. */
export const thermalDiffusionCoefficient: Relation = {
  property: 'thermal_diffusion_coefficient',
  equation: 'Dᵀ = ρ w(1−w) D_T T',
  needs: () => ['density', 'massFraction', 'diffusion'],
  toSoret: (value, state) => divide(value, scale(state)),
  fromSoret: (value, state) => multiply(value, scale(state)),
};
