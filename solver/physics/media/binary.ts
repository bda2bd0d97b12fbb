/**
 * A mixture of two, A and B, in the barycentric frame (de Groot & Mazur 1962, ch. XI §7):
 *
 *     J_A  = −ρ [D ∇w + D_T w(1−w) ∇T] + V_A,   J_B = −J_A
 *     J′_q = −λ₀ ∇T − ρ w_A μ_11 T D″ ∇w,  w_A μ_11 = R T M̄ Γ/(M_A M_B),  D″ = D_T by Onsager
 */
import { divide, multiply, one, temperature as T, type Expression } from '../../expression/expression.js';
import { isWanting } from '../reading.js';
import { weightedSlope } from '../relations/thermodynamics.js';
import { square } from '../symbolic.js';
import { binaryDiffusion, binaryDufour, binarySoret } from './binary_coefficients.js';
import { barodiffusion } from './barodiffusion.js';
import { conductivityOf } from './conductivity_of.js';
import { mixtureEnthalpy } from './enthalpy.js';
import { gasFrame, readGas } from './gas.js';
import type { MediumContext } from './index.js';
import { massFractions } from './mass_fractions.js';
import type { ResolvedMedium } from './resolved.js';
import { Statements } from './statements.js';
import { viscosityOf } from './viscosity_of.js';

export function resolveBinary(context: MediumContext): ResolvedMedium {
  const { medium, substances, findings, gravity } = context;
  const statements = new Statements(medium, substances, findings, context.pressure);
  const [A, B] = medium.components as [string, string];
  const id = `w(${A})`;
  const reading = readGas(statements);
  statements.readWith(reading, ['T', id]);
  const [w, wB] = massFractions(medium.components) as [Expression, Expression];

  const density = statements.need(reading.density(), `for the flux of ${A}`);
  const [massA, massB] = [statements.molarMass(A), statements.molarMass(B)];
  const gamma = statements.expression('thermodynamic_factor') ?? one;
  /** w_A μ_AA */
  const slope = isWanting(massA) || isWanting(massB) ? undefined : weightedSlope(T, w, massA, massB, gamma);
  const porosity = statements.expression('porosity') ?? one;
  const slowing = square(statements.expression('tortuosity') ?? one);

  const at = { A, B, reading, density, w, wB, gamma, slope };
  const diffusion = binaryDiffusion(statements, at);
  const soret = binarySoret(statements, at, diffusion);
  const D = divide(diffusion, slowing);
  const DT = soret && multiply(D, soret);
  const weight = multiply(porosity, density);
  const dufour = binaryDufour(statements, at, DT);
  const drift = barodiffusion(statements, gravity, { names: [A, B], w: [w, wB], density, gamma, D: [[D]], weight });
  return gasFrame(context, reading, {
    medium,
    reading,
    statements,
    unknowns: [{ id, species: A, unit: '1' }],
    weight,
    surfaceWeight: density,
    stored: [multiply(weight, w)],
    diffusion: [[D]],
    thermodiffusion: DT && [multiply(DT, w, wB)],
    drift,
    dufour: dufour && slope ? [multiply(weight, slope, T, dufour)] : undefined,
    viscosity: viscosityOf(statements, reading),
    conductivity: conductivityOf(statements, reading, () =>
      slope && soret ? multiply(density, w, wB, slope, T, diffusion, square(soret)) : undefined,
    ),
    ...mixtureEnthalpy(statements, [A, B], [w, wB], density, [id]),
    potentialSlope: slope && [[divide(slope, multiply(w, wB))]],
    fluxWeights: new Map([
      [A, [1]],
      [B, [-1]],
    ]),
    amounts: new Map([
      [A, multiply(weight, w)],
      [B, multiply(weight, wB)],
    ]),
    diffusivities: new Map([
      [A, D],
      [B, D],
    ]),
  });
}
