import { constant, divide, multiply, type Expression } from '../../expression/expression.js';
import { boltzmann } from '../constants.js';

/** Velocity per force of a sphere of radius a, b = C_c/(6π η a) [s/kg]; C_c = 1 in a liquid. */
export const stokesMobility = (viscosity: Expression, radius: Expression, slip: Expression): Expression =>
  divide(slip, multiply(constant(6 * Math.PI), viscosity, radius));

/** Einstein: D = k_B T b [m²/s]. */
export const einsteinDiffusivity = (T: Expression, mobility: Expression): Expression => multiply(constant(boltzmann), T, mobility);
export const einsteinMobility = (T: Expression, diffusivity: Expression): Expression =>
  divide(diffusivity, multiply(constant(boltzmann), T));
