/**
 * A mixture of two, A and B, in the barycentric frame (de Groot & Mazur 1962, ch. XI §7):
 *
 *     J_A  = −ρ [D ∇w + D_T w(1−w) ∇T],   J_B = −J_A
 *     J′_q = −λ₀ ∇T − ρ w_A μ_11 T D″ ∇w,  w_A μ_11 = R T M̄ Γ/(M_A M_B),  D″ = D_T by Onsager
 */
import { divide, multiply, negate, one, temperature as T, type Expression } from '../../expression/expression.js';
import { isWanting, type Reading, type Wanting } from '../reading.js';
import { weightedSlope } from '../relations/thermodynamics.js';
import { isWord } from '../properties.js';
import { square } from '../symbolic.js';
import { enthalpyDensity } from './enthalpy.js';
import type { MediumContext } from './index.js';
import { massFractions, readMassFractions } from './mass_fractions.js';
import type { ResolvedMedium } from './resolved.js';
import { Statements } from './statements.js';
import { thermodiffusionStatement, toSoret, type StateReader } from './thermodiffusion_of.js';

export function resolveBinary({ medium, substances, findings }: MediumContext): ResolvedMedium {
  const statements = new Statements(medium, substances, findings);
  const [A, B] = medium.components as [string, string];
  const id = `w(${A})`;
  const reading = readMassFractions(medium.components, substances, T, () => statements.density());
  statements.readWith(reading, ['T', id]);
  const [w, wB] = massFractions(medium.components) as [Expression, Expression];

  const density = statements.need(reading.density(), `for the flux of ${A}`);
  const [massA, massB] = [statements.molarMass(A), statements.molarMass(B)];
  const gamma = statements.expression('thermodynamic_factor') ?? one;
  /** w_A μ_AA */
  const slope = isWanting(massA) || isWanting(massB) ? undefined : weightedSlope(T, w, massA, massB, gamma);
  const porosity = statements.expression('porosity') ?? one;
  const slowing = square(statements.expression('tortuosity') ?? one);

  const diffusion = binaryDiffusion(statements, A, B, { density, w, wB, gamma, slope });
  const soret = binarySoret(statements, A, B, reading, diffusion, gamma);
  const D = divide(diffusion, slowing);
  const DT = soret && multiply(D, soret);
  const weight = multiply(porosity, density);
  const dufour = binaryDufour(statements, A, B, DT);
  const capacity = statements.expression('heat_capacity');
  return {
    medium,
    reading,
    unknowns: [{ id, species: A, unit: '1' }],
    weight,
    surfaceWeight: density,
    stored: [multiply(weight, w)],
    diffusion: [[D]],
    thermodiffusion: DT && [multiply(DT, w, wB)],
    dufour: dufour && slope ? [multiply(weight, slope, T, dufour)] : undefined,
    conductivity: statements.expression('conductivity') ?? onsagerConductivity(statements),
    enthalpy: capacity && enthalpyDensity(multiply(density, capacity), [id]),
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
  };
}

/** λ₀ = L_qq/T² */
const onsagerConductivity = (statements: Statements): Expression | undefined => {
  const Lqq = statements.expression('onsager', 'heat', 'heat');
  return Lqq && divide(Lqq, square(T));
};

/** Fick's D from `diffusion`, `maxwell_stefan` (D = Ð Γ) or `onsager(A, A)` (D = L_11 μ_11/(ρ w_B T)). */
function binaryDiffusion(
  statements: Statements,
  A: string,
  B: string,
  at: { density: Expression; w: Expression; wB: Expression; gamma: Expression; slope: Expression | undefined },
): Expression {
  const fick = statements.expression('diffusion') ?? statements.expression('diffusion', A, A);
  if (fick) return fick;
  const stefan = statements.expression('maxwell_stefan', A, B) ?? statements.expression('maxwell_stefan', B, A);
  if (stefan) return multiply(stefan, at.gamma);
  const L11 = statements.expression('onsager', A, A);
  if (!L11) return statements.missing(`\`diffusion\` for the flux of ${A}`);
  if (!at.slope) return statements.missing(`\`molar_mass\` of ${A} and ${B} to make a diffusion coefficient of \`onsager(${A}, ${A})\``);
  return divide(multiply(L11, at.slope), multiply(at.density, at.w, at.wB, T));
}

/** S_T of A. A coefficient that names B counts with the opposite sign. */
function binarySoret(
  statements: Statements,
  A: string,
  B: string,
  reading: Reading,
  diffusion: Expression,
  gamma: Expression,
): Expression | undefined {
  const named = thermodiffusionStatement(statements, A) ?? thermodiffusionStatement(statements, B);
  const value = named && statements.translate(named);
  if (!named || !value) return undefined;
  const species = named.of.includes(A) ? A : B;
  const other = species === A ? B : A;
  const state: StateReader = {
    kind: 'binary',
    temperature: T,
    diffusion: () => diffusion,
    massFraction: () => reading.composition('w', species),
    moleFraction: () => reading.composition('x', species),
    density: () => reading.density(),
    molarMass: (): Expression | Wanting => statements.molarMass(species),
    otherMolarMass: (): Expression | Wanting => statements.molarMass(other),
    thermodynamicFactor: () => gamma,
  };
  const soret = toSoret(statements, named, value, state);
  return species === A ? soret : negate(soret);
}

/** D″ of A: stated, or D_T by Onsager unless `dufour = off`. */
function binaryDufour(statements: Statements, A: string, B: string, DT: Expression | undefined): Expression | undefined {
  if (isWord(statements.stated('dufour'), 'off')) return undefined;
  const ofB = statements.expression('dufour', B);
  return statements.expression('dufour', A) ?? (ofB && negate(ofB)) ?? DT;
}
