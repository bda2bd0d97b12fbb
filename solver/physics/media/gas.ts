/**
 * Ideal gas of a mixture with `pressure` and without `density`: ρ = p M̄/(R T), p uniform.
 *
 * In a sealed cell each component is conserved and p follows from the total, so that only ratios of amounts matter. With the molar density
 * n = p/(R T) and the mean mole fraction x̄ of what was filled in, ∫ n (x − x̄) dV = 0 holds at any p; this is what is stored:
 *
 *     m_i = M_i [n (x_i − x̄_i) + n̄ x̄_i],   n̄ the mean molar density of the filling
 *
 * and the flux is that without net motion of molecules, N_i = J_i − w_i M̄ Σ_k J_k/M_k. This is exact at rest and at constant temperature;
 * while T changes the gas expands and moves, and its pressure is an unknown (../pressure.ts). With an open wall fluxes are barycentric
 * and ρ w is stored (Stefan flow is neglected).
 */
import { add, constant, divide, multiply, one, subtract, temperature as T, type Expression } from '../../expression/expression.js';
import type { PropertyValue } from '../../problem.js';
import { gasConstant } from '../constants.js';
import { identity } from '../matrix.js';
import { isWanting, type Reading, type Wanting } from '../reading.js';
import type { MediumContext } from './index.js';
import { massFractions, meanMolarMass, readMassFractions } from './mass_fractions.js';
import type { ResolvedMedium } from './resolved.js';
import type { Statements } from './statements.js';

export const isIdealGas = (properties: readonly PropertyValue[]): boolean =>
  properties.some(({ name }) => name === 'pressure') && !properties.some(({ name }) => name === 'density');

/** n = p/(R T) [mol/m³] */
export const molarDensity = (pressure: Expression, temperature: Expression): Expression =>
  divide(pressure, multiply(constant(gasConstant), temperature));

/** Reading of a mixture: its stated density, or that of an ideal gas. */
export function readGas(statements: Statements): Reading {
  const { components, properties } = statements.medium;
  const pressure = statements.expression('pressure');
  const density = (): Expression | Wanting => {
    if (!pressure || !isIdealGas(properties)) return statements.density();
    const mean = meanMolarMass(components, massFractions(components), statements.substances);
    return isWanting(mean) ? mean : multiply(molarDensity(pressure, T), mean);
  };
  return readMassFractions(components, statements.substances, T, density);
}

/** The equations of a sealed ideal gas in place of the barycentric ones; any other medium is given back as it is. */
export function gasFrame(context: MediumContext, reading: Reading, medium: ResolvedMedium): ResolvedMedium {
  const { filling, pressure, substances } = context;
  if (pressure) return movingGas(medium, pressure);
  const pressureStated = context.medium.properties.find(({ name }) => name === 'pressure');
  if (!filling || !pressureStated || !isIdealGas(context.medium.properties)) return medium;
  const names = context.medium.components;
  const w = massFractions(names);
  const density = reading.density();
  const masses = names.map((name) => substances.molarMass(name));
  if (isWanting(density) || masses.some((mass) => mass === undefined)) return medium;
  const M = masses as Expression[];
  const porosity = divide(medium.weight, density);
  const mean = divide(one, add(...w.map((fraction, i) => divide(fraction, M[i]!))));
  const n = divide(density, mean);
  const filled = filling(medium, n);
  const last = M.length - 1;
  const frame = identity(last).map((row, i) =>
    row.map((unit, k) => subtract(unit, multiply(w[i]!, mean, subtract(divide(one, M[k]!), divide(one, M[last]!))))),
  );
  const x = w.map((fraction, i) => divide(multiply(fraction, mean), M[i]!));
  /** M_i [n (x_i − x̄_i) + n̄ x̄_i]: what is stored at rest added, so that the total is the amount filled in. */
  const amounts = M.map((mass, i) => {
    const fraction = filled.fractions[i]!;
    return multiply(porosity, mass, add(multiply(n, subtract(x[i]!, fraction)), multiply(filled.density, fraction)));
  });
  return {
    ...medium,
    frame,
    stored: amounts.slice(0, last),
    amounts: new Map(names.map((name, i) => [name, amounts[i]!])),
  };
}

/** Internal energy ρ h − p is what a closed vessel keeps; ρ w is stored as it is, because the whole gas moves. */
function movingGas(medium: ResolvedMedium, pressure: Expression): ResolvedMedium {
  const { surfaceWeight: density, specificEnthalpy: h } = medium;
  return { ...medium, pressure, enthalpy: h && subtract(multiply(density, h), pressure) };
}
