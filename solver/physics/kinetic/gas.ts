/** Molecules of a gas as kinetic theory sees them. */
import { add, divide, multiply, sqrt, constant, type Expression } from '../../expression/expression.js';

export interface Molecule {
  /** M [kg/mol] */
  readonly mass: Expression;
  /** σ [m] */
  readonly diameter: Expression;
  /** ε/k [K] */
  readonly well: Expression;
}

/** Lorentz–Berthelot: σ_12 = (σ_1 + σ_2)/2, ε_12 = √(ε_1 ε_2). */
export const mixedDiameter = (a: Molecule, b: Molecule): Expression => divide(add(a.diameter, b.diameter), constant(2));
export const mixedWell = (a: Molecule, b: Molecule): Expression => sqrt(multiply(a.well, b.well));

/** Mass of the mixed molecule, 2 M_1 M_2/(M_1 + M_2). */
export const mixedMass = (a: Molecule, b: Molecule): Expression => divide(multiply(constant(2), a.mass, b.mass), add(a.mass, b.mass));
