import { add, constant, divide, multiply, negate, subtract, type Expression } from '../../expression/expression.js';
import { gasConstant } from '../constants.js';
import { solved } from '../matrix.js';
import { dot, square } from '../symbolic.js';
import { chapmanEnskogDiffusion } from './diffusion.js';
import { mixedMass, mixedWell, type Molecule } from './gas.js';
import { collisionIntegrals } from './lennard_jones.js';
import { mixedViscosity, pureViscosity } from './viscosity.js';

const k = constant;
/** λ_tr = (15/4)(R/M) η [W/(m·K)] */
const translational = (mass: Expression, viscosity: Expression): Expression => divide(multiply(k(3.75 * gasConstant), viscosity), mass);

/**
 * Translational conductivity of any number of components in the first approximation (Muckenfuss & Curtiss 1958; eq. 8.2-36 of Hirschfelder,
 * Curtiss & Bird for two): λ = 4 Σ x_i y_i with L y = 1, the rows divided by x_i so that a component may be absent:
 *
 *     L_ii = 4 x_i/λ_i + Σ_{j≠i} 2 x_j [15/2 M_i² + 25/4 M_j² − 3 M_j² B⋆ + 4 M_i M_j A⋆]/((M_i + M_j)² A⋆ λ_ij)
 *     L_ij = −2 x_j M_i M_j [55/4 − 3 B⋆ − 4 A⋆]/((M_i + M_j)² A⋆ λ_ij)
 *
 * This is λ_∞, measured when thermal diffusion has come to rest.
 */
export function translationalConductivity(molecules: readonly Molecule[], T: Expression, x: readonly Expression[]): Expression {
  const L = molecules.map((own, i) => {
    const pairs = molecules.map((other, j) => {
      const { A, B } = collisionIntegrals(T, mixedWell(own, other));
      const shared = translational(mixedMass(own, other), mixedViscosity(own, other, T));
      const weight = divide(multiply(k(2), x[j]!), multiply(square(add(own.mass, other.mass)), A, shared));
      const both = multiply(own.mass, other.mass);
      const slowed = add(
        multiply(k(7.5), square(own.mass)),
        multiply(subtract(k(6.25), multiply(k(3), B)), square(other.mass)),
        multiply(k(4), both, A),
      );
      const passed = multiply(both, subtract(subtract(k(13.75), multiply(k(3), B)), multiply(k(4), A)));
      return { slowed: multiply(weight, slowed), passed: multiply(weight, passed) };
    });
    const alone = divide(multiply(k(4), x[i]!), translational(own.mass, pureViscosity(own, T)));
    const diagonal = add(alone, ...pairs.filter((_, j) => j !== i).map(({ slowed }) => slowed));
    return pairs.map(({ passed }, j) => (i === j ? diagonal : negate(passed)));
  });
  const y = solved(
    L,
    molecules.map(() => [k(1)]),
  );
  return multiply(
    k(4),
    dot(
      x,
      y.map(([value]) => value!),
    ),
  );
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
