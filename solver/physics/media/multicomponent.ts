/**
 * A mixture of n ≥ 3 components in the barycentric frame; the last closes the balance:
 *
 *     J_i  = −ρ [Σ_{j<n} D_ij ∇w_j + D′_T,i ∇T],   Σ J_i = 0,  Σ D′_T,i = 0
 *     J′_q = −λ₀ ∇T − ρ T Σ_k D′_T,k Σ_j G_kj ∇w_j   (Onsager; G the Hessian of the specific Gibbs energy)
 */
import { divide, multiply, one, temperature as T, type Expression } from '../../expression/expression.js';
import { scaled, solved, transposed } from '../matrix.js';
import { gibbsHessian } from '../relations/thermodynamics.js';
import { isWord } from '../properties.js';
import { isWanting } from '../reading.js';
import { apply, dot, square } from '../symbolic.js';
import { barodiffusion } from './barodiffusion.js';
import { conductivityOf } from './conductivity_of.js';
import { mixtureEnthalpy } from './enthalpy.js';
import { readGas, gasFrame } from './gas.js';
import type { MediumContext } from './index.js';
import { massFractions } from './mass_fractions.js';
import { multicomponentDiffusion } from './multicomponent_diffusion.js';
import { multicomponentThermodiffusion } from './multicomponent_thermodiffusion.js';
import type { ResolvedMedium } from './resolved.js';
import { Statements } from './statements.js';
import { viscosityOf } from './viscosity_of.js';

export function resolveMulticomponent(context: MediumContext): ResolvedMedium {
  const { medium, substances, findings, gravity } = context;
  const statements = new Statements(medium, substances, findings, context.pressure);
  const names = medium.components;
  const independent = names.slice(0, -1);
  const ids = independent.map((name) => `w(${name})`);
  const reading = readGas(statements);
  statements.readWith(reading, ['T', ...ids]);
  const w = massFractions(names);
  const masses = names.map((name) => statements.molarMass(name));
  const M = masses.every((mass) => !isWanting(mass)) ? (masses as Expression[]) : undefined;
  const density = statements.need(reading.density(), `for the flux of ${independent.join(', ')}`);
  const gamma = statements.expression('thermodynamic_factor') ?? one;
  const porosity = statements.expression('porosity') ?? one;
  const slowing = divide(one, square(statements.expression('tortuosity') ?? one));

  const slope = M && gibbsHessian(T, w, M, gamma);
  const at = { names, w, M, density, slope };
  const fick = multicomponentDiffusion(statements, at);
  const thermal = multicomponentThermodiffusion(statements, { ...at, fick });
  const D = scaled(fick, slowing);
  const DT = thermal?.map((entry) => multiply(entry, slowing));
  const weight = multiply(porosity, density);
  /** λ₀ − λ_∞ = ρ T D′ᵀ G S′ with S′ = D⁻¹ D′ */
  const excess = () => {
    if (!thermal || !slope) return undefined;
    const S = solved(
      fick,
      thermal.map((entry) => [entry]),
    ).map(([entry]) => entry!);
    return multiply(density, T, dot(thermal, apply(slope, S)));
  };
  const on = !isWord(statements.stated('dufour'), 'off');
  const capacity = mixtureEnthalpy(statements, names, w, density, ids);
  const last = names[names.length - 1]!;
  return gasFrame(context, reading, {
    medium,
    reading,
    statements,
    unknowns: independent.map((species, i) => ({ id: ids[i]!, species, unit: '1' })),
    weight,
    surfaceWeight: density,
    stored: independent.map((_, i) => multiply(weight, w[i]!)),
    diffusion: D,
    thermodiffusion: DT,
    drift: barodiffusion(statements, gravity, { names, w, density, gamma, D, weight }),
    dufour: on && DT && slope ? apply(transposed(slope), DT).map((entry) => multiply(weight, T, entry)) : undefined,
    viscosity: viscosityOf(statements, reading),
    conductivity: conductivityOf(statements, reading, excess),
    ...capacity,
    potentialSlope: slope,
    fluxWeights: new Map([
      ...independent.map((name, i) => [name, independent.map((_, j) => (i === j ? 1 : 0))] as const),
      [last, independent.map(() => -1)],
    ]),
    amounts: new Map(names.map((name, i) => [name, multiply(weight, w[i]!)])),
    diffusivities: new Map(independent.map((name, i) => [name, D[i]![i]!])),
  });
}
