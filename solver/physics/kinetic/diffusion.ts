import { constant, divide, multiply, power, add, sqrt, type Expression } from '../../expression/expression.js';
import { avogadro, boltzmann } from '../constants.js';
import { mixedDiameter, mixedWell, type Molecule } from './gas.js';
import { collisionIntegrals } from './lennard_jones.js';

/**
 * First Chapman–Enskog approximation (Hirschfelder, Curtiss & Bird 1954, §8.2), independent of composition:
 *
 *     D_12 = (3/16) √(2π (kT)³/μ)/(p π σ_12² Ω^(1,1)*),   μ = M_1 M_2/((M_1 + M_2) N_A)   [m²/s]
 */
export function chapmanEnskogDiffusion(a: Molecule, b: Molecule, T: Expression, p: Expression): Expression {
  const { omega11 } = collisionIntegrals(T, mixedWell(a, b));
  const reducedMass = divide(multiply(a.mass, b.mass), add(a.mass, b.mass));
  const constants = constant(Math.sqrt(2 * Math.PI * avogadro) * (boltzmann * Math.sqrt(boltzmann)) * (3 / 16 / Math.PI));
  const diameter = mixedDiameter(a, b);
  return divide(multiply(constants, T, sqrt(divide(T, reducedMass))), multiply(p, power(diameter, constant(2)), omega11));
}
