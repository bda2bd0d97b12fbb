import { add, constant, divide, multiply, sqrt, subtract, type Expression } from '../../expression/expression.js';
import { avogadro, boltzmann } from '../constants.js';
import { square } from '../symbolic.js';
import { mixedDiameter, mixedWell, type Molecule } from './gas.js';
import { collisionIntegrals } from './lennard_jones.js';

/** η = (5/16) √(π m kT)/(π σ² Ω^(2,2)*) [Pa·s] for molar mass M, diameter σ and well ε/k (Hirschfelder, Curtiss & Bird 1954, §8.2). */
export function viscosityOf(mass: Expression, diameter: Expression, well: Expression, T: Expression): Expression {
  const constants = constant(((5 / 16) * Math.sqrt((Math.PI * boltzmann) / avogadro)) / Math.PI);
  return divide(multiply(constants, sqrt(multiply(mass, T))), multiply(square(diameter), collisionIntegrals(T, well).omega22));
}
export const pureViscosity = (molecule: Molecule, T: Expression): Expression =>
  viscosityOf(molecule.mass, molecule.diameter, molecule.well, T);

/** η_12: that of a gas of the mixed molecules, whose mass is 2 M_1 M_2/(M_1 + M_2). */
export const mixedViscosity = (a: Molecule, b: Molecule, T: Expression): Expression =>
  viscosityOf(divide(multiply(constant(2), a.mass, b.mass), add(a.mass, b.mass)), mixedDiameter(a, b), mixedWell(a, b), T);

/** First approximation for two components, η = (1 + Z)/(X + Y) (Hirschfelder, Curtiss & Bird 1954, eq. 8.2-22). */
export function binaryViscosity(a: Molecule, b: Molecule, T: Expression, xA: Expression): Expression {
  const k = constant;
  const xB = subtract(k(1), xA);
  const [nA, nB, nAB] = [pureViscosity(a, T), pureViscosity(b, T), mixedViscosity(a, b, T)];
  const weight = multiply(k(0.6), collisionIntegrals(T, mixedWell(a, b)).A);
  const [aa, bb, cross] = [square(xA), square(xB), multiply(k(2), xA, xB)];
  const [AB, BA] = [divide(a.mass, b.mass), divide(b.mass, a.mass)];
  /** (M_1 + M_2)²/(4 M_1 M_2) */
  const spread = divide(square(add(a.mass, b.mass)), multiply(k(4), a.mass, b.mass));
  const X = add(divide(aa, nA), divide(cross, nAB), divide(bb, nB));
  const Y = multiply(
    weight,
    add(
      divide(multiply(aa, AB), nA),
      multiply(divide(cross, nAB), spread, divide(square(nAB), multiply(nA, nB))),
      divide(multiply(bb, BA), nB),
    ),
  );
  const Z = multiply(
    weight,
    add(multiply(aa, AB), multiply(cross, subtract(multiply(spread, add(divide(nAB, nA), divide(nAB, nB))), k(1))), multiply(bb, BA)),
  );
  return divide(add(k(1), Z), add(X, Y));
}
