/** `= kinetic`: what a gas mixture states of its molecules, put into Chapman–Enskog theory. Estimates, never data. */
import { add, constant, temperature as T, type Expression } from '../../expression/expression.js';
import { gasConstant } from '../constants.js';
import type { Statements } from '../media/statements.js';
import { isWanting } from '../reading.js';
import { internalConductivity, translationalConductivity } from './conductivity.js';
import { chapmanEnskogDiffusion } from './diffusion.js';
import type { Molecule } from './gas.js';
import { chapmanEnskogFactor } from './thermal_diffusion_factor.js';
import { mixtureViscosity } from './viscosity.js';

export { chapmanEnskogDiffusion, chapmanEnskogFactor, mixtureViscosity, translationalConductivity };

function molecule(statements: Statements, name: string): Molecule {
  const value = (property: 'molar_mass' | 'lj_diameter' | 'lj_well'): Expression =>
    statements.substances.value(name, property) ?? statements.missing(`\`${property}\` of ${name} for \`= kinetic\``);
  return { mass: value('molar_mass'), diameter: value('lj_diameter'), well: value('lj_well') };
}
const pressure = (statements: Statements): Expression => statements.required('for `= kinetic`', 'pressure');

export const kineticDiffusion = (statements: Statements, a: string, b: string): Expression =>
  chapmanEnskogDiffusion(molecule(statements, a), molecule(statements, b), T, pressure(statements));

/** α_T of a, at its mole fraction among the two. */
export const kineticFactor = (statements: Statements, a: string, b: string, xA: Expression): Expression =>
  chapmanEnskogFactor(molecule(statements, a), molecule(statements, b), T, xA);

/** Of the components at their mole fractions; of one gas with `[one]`. */
export const kineticViscosity = (statements: Statements, names: readonly string[], x: readonly Expression[]): Expression =>
  mixtureViscosity(
    names.map((name) => molecule(statements, name)),
    T,
    x,
  );

/** λ_∞ of the components; with `heat_capacity` of the species also what their rotation and vibration carry. */
export function kineticConductivity(statements: Statements, names: readonly string[], x: readonly Expression[]): Expression {
  const molecules = names.map((name) => molecule(statements, name));
  const translational = translationalConductivity(molecules, T, x);
  const heats = names.map((name) => statements.molarHeat(name));
  if (heats.every((heat) => isWanting(heat))) return translational;
  const known = heats.map((heat) => (isWanting(heat) ? constant(2.5 * gasConstant) : heat));
  return add(translational, internalConductivity(molecules, known, T, pressure(statements), x));
}
