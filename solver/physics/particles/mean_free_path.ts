import { constant, divide, multiply, sqrt, type Expression } from '../../expression/expression.js';
import { gasConstant } from '../constants.js';

/** λ = 2η/(ρ c̄), c̄ = √(8RT/(πM)) [m] */
export function meanFreePath(viscosity: Expression, density: Expression, T: Expression, molarMass: Expression): Expression {
  const speed = sqrt(divide(multiply(constant((8 * gasConstant) / Math.PI), T), molarMass));
  return divide(multiply(constant(2), viscosity), multiply(density, speed));
}
