import { add, constant, divide, multiply, sqrt, subtract, type Expression } from '../../expression/expression.js';
import { avogadro, boltzmann } from '../constants.js';
import { solved } from '../matrix.js';
import { dot, square } from '../symbolic.js';
import { mixedDiameter, mixedMass, mixedWell, type Molecule } from './gas.js';
import { collisionIntegrals } from './lennard_jones.js';

const k = constant;

/** η = (5/16) √(π m kT)/(π σ² Ω^(2,2)*) [Pa·s] for molar mass M, diameter σ and well ε/k (Hirschfelder, Curtiss & Bird 1954, §8.2). */
export function viscosityOf(mass: Expression, diameter: Expression, well: Expression, T: Expression): Expression {
  const constants = k(((5 / 16) * Math.sqrt((Math.PI * boltzmann) / avogadro)) / Math.PI);
  return divide(multiply(constants, sqrt(multiply(mass, T))), multiply(square(diameter), collisionIntegrals(T, well).omega22));
}
export const pureViscosity = (molecule: Molecule, T: Expression): Expression =>
  viscosityOf(molecule.mass, molecule.diameter, molecule.well, T);

/** η_ij: that of a gas of the mixed molecules. */
export const mixedViscosity = (a: Molecule, b: Molecule, T: Expression): Expression =>
  viscosityOf(mixedMass(a, b), mixedDiameter(a, b), mixedWell(a, b), T);

/**
 * First approximation for any number of components (Hirschfelder, Curtiss & Bird 1954, eq. 8.2-25): η = Σ x_i y_i with H y = 1, the rows
 * divided by x_i so that a component may be absent:
 *
 *     H_ii = x_i/η_i + Σ_{j≠i} (2 x_j/η_ij) M_i M_j/(M_i + M_j)² (5/(3A⋆) + M_j/M_i)
 *     H_ij = −(2 x_j/η_ij) M_i M_j/(M_i + M_j)² (5/(3A⋆) − 1)
 */
export function mixtureViscosity(molecules: readonly Molecule[], T: Expression, x: readonly Expression[]): Expression {
  const H = molecules.map((own, i) => {
    const pairs = molecules.map((other, j) => {
      const reduced = divide(multiply(own.mass, other.mass), square(add(own.mass, other.mass)));
      const weight = divide(multiply(k(2), x[j]!, reduced), mixedViscosity(own, other, T));
      return { weight, friction: divide(k(5 / 3), collisionIntegrals(T, mixedWell(own, other)).A), ratio: divide(other.mass, own.mass) };
    });
    const others = pairs.filter((_, j) => j !== i).map(({ weight, friction, ratio }) => multiply(weight, add(friction, ratio)));
    const diagonal = add(divide(x[i]!, pureViscosity(own, T)), ...others);
    return pairs.map(({ weight, friction }, j) => (i === j ? diagonal : multiply(weight, subtract(k(1), friction))));
  });
  const y = solved(
    H,
    molecules.map(() => [k(1)]),
  );
  return dot(
    x,
    y.map(([value]) => value!),
  );
}
