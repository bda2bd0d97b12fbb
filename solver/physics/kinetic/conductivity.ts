import { add, constant, divide, multiply, subtract, type Expression } from '../../expression/expression.js';
import { gasConstant } from '../constants.js';
import { square } from '../symbolic.js';
import { chapmanEnskogDiffusion } from './diffusion.js';
import { mixedWell, type Molecule } from './gas.js';
import { collisionIntegrals } from './lennard_jones.js';
import { mixedViscosity, pureViscosity } from './viscosity.js';

const k = constant;
/** λ_tr = (15/4)(R/M) η [W/(m·K)] */
const translational = (mass: Expression, viscosity: Expression): Expression => divide(multiply(k(3.75 * gasConstant), viscosity), mass);

/**
 * Translational conductivity of two components, λ = (1 + Z)/(X + Y) (Hirschfelder, Curtiss & Bird 1954, eq. 8.2-36).
 * This is λ_∞, measured when thermal diffusion has come to rest.
 */
export function binaryTranslationalConductivity(a: Molecule, b: Molecule, T: Expression, xA: Expression): Expression {
  const { A, B } = collisionIntegrals(T, mixedWell(a, b));
  const xB = subtract(k(1), xA);
  const mixedMass = divide(multiply(k(2), a.mass, b.mass), add(a.mass, b.mass));
  const [lA, lB] = [translational(a.mass, pureViscosity(a, T)), translational(b.mass, pureViscosity(b, T))];
  const lAB = translational(mixedMass, mixedViscosity(a, b, T));
  const [AB, BA] = [divide(a.mass, b.mass), divide(b.mass, a.mass)];
  const product = multiply(a.mass, b.mass);
  const difference = divide(square(subtract(a.mass, b.mass)), product);
  const spread = divide(square(add(a.mass, b.mass)), multiply(k(4), product));
  const a1 = multiply(k(4 / 15), A);
  /** (1/12)(12B⋆/5 + 1) */
  const b1 = divide(add(multiply(k(2.4), B), k(1)), k(12));
  const U = (ratio: Expression): Expression => add(subtract(a1, multiply(b1, ratio)), multiply(k(0.5), difference));
  const UY = subtract(
    subtract(multiply(a1, spread, divide(square(lAB), multiply(lA, lB))), b1),
    multiply(divide(k(5 / 32), A), subtract(multiply(k(2.4), B), k(5)), difference),
  );
  const UZ = subtract(multiply(a1, subtract(multiply(spread, add(divide(lAB, lA), divide(lAB, lB))), k(1))), b1);
  const [aa, bb, cross] = [square(xA), square(xB), multiply(k(2), xA, xB)];
  const X = add(divide(aa, lA), divide(cross, lAB), divide(bb, lB));
  const Y = add(divide(multiply(aa, U(AB)), lA), divide(multiply(cross, UY), lAB), divide(multiply(bb, U(BA)), lB));
  const Z = add(multiply(aa, U(AB)), multiply(cross, UZ), multiply(bb, U(BA)));
  return divide(add(k(1), Z), add(X, Y));
}

/**
 * What rotation and vibration carry, n D_ii (C_p − 5R/2) of each pure gas, slowed by the others (Hirschfelder 1957):
 * Σ_i λ_int,i/(1 + Σ_{j≠i} x_j D_ii/(x_i D_ij)). `heats` are molar, 5R/2 for a monatomic gas.
 */
export function internalConductivity(
  molecules: readonly Molecule[],
  heats: readonly Expression[],
  T: Expression,
  p: Expression,
  x: readonly Expression[],
): Expression {
  const molarDensity = divide(p, multiply(k(gasConstant), T));
  return add(
    ...molecules.map((own, i) => {
      const self = chapmanEnskogDiffusion(own, own, T, p);
      const inner = multiply(molarDensity, self, subtract(heats[i]!, k(2.5 * gasConstant)));
      // x_i/(Σ_j x_j D_ii/D_ij), with D_ii/D_ii = 1 for the component itself.
      const slowed = add(
        ...molecules.map((other, j) => multiply(x[j]!, i === j ? k(1) : divide(self, chapmanEnskogDiffusion(own, other, T, p)))),
      );
      return divide(multiply(inner, x[i]!), slowed);
    }),
  );
}
