/** Barodiffusion of a binary mixture under gravity: in an ideal gas always, in a liquid when a partial specific volume is stated. */
import { divide, multiply, one, subtract, temperature as T, type Expression } from '../../expression/expression.js';
import { isWanting } from '../reading.js';
import { R } from '../relations/thermodynamics.js';
import type { BinaryState } from './binary_coefficients.js';
import { isIdealGas } from './gas.js';
import { binaryBarodiffusion } from './gravity.js';
import type { Statements } from './statements.js';

export function binaryDrift(
  statements: Statements,
  at: BinaryState,
  gravity: Expression | undefined,
  D: Expression,
  weight: Expression,
): Expression | undefined {
  const volumes = gravity && specificVolumes(statements, at);
  if (!gravity || !volumes) return undefined;
  const slope = at.slope ?? statements.missing(`\`molar_mass\` of ${at.A} and ${at.B} for barodiffusion under \`gravity\``);
  return binaryBarodiffusion({ weight, rho: at.density, D, w: at.w, wB: at.wB, v: volumes, slope, g: gravity });
}

/** v_A, v_B [m³/kg]: stated, R T/(p M) of a gas, or the second from 1/ρ = w_A v_A + w_B v_B. */
function specificVolumes(statements: Statements, { A, B, density, w, wB }: BinaryState): readonly [Expression, Expression] | undefined {
  const [vA, vB] = [statements.expression('specific_volume', A), statements.expression('specific_volume', B)];
  const specific = divide(one, density);
  if (vA && vB) return [vA, vB];
  if (vA) return [vA, divide(subtract(specific, multiply(w, vA)), wB)];
  if (vB) return [divide(subtract(specific, multiply(wB, vB)), w), vB];
  if (!isIdealGas(statements.medium.properties)) return undefined;
  const pressure = statements.required('for barodiffusion', 'pressure');
  const volume = (name: string): Expression => {
    const mass = statements.molarMass(name);
    return isWanting(mass) ? statements.missing(mass.what) : divide(multiply(R, T), multiply(pressure, mass));
  };
  return [volume(A), volume(B)];
}
