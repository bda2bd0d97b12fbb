/** Coefficients of a binary mixture from whatever states them, all for component A. */
import { divide, multiply, negate, temperature as T, type Expression } from '../../expression/expression.js';
import type { PropertyValue } from '../../problem.js';
import { kineticDiffusion, kineticFactor } from '../kinetic/index.js';
import { findPair, isWord } from '../properties.js';
import type { Reading } from '../reading.js';
import type { Statements } from './statements.js';
import { thermodiffusionStatement, toSoret, type StateReader } from './thermodiffusion_of.js';

export interface BinaryState {
  readonly A: string;
  readonly B: string;
  readonly reading: Reading;
  readonly density: Expression;
  readonly w: Expression;
  readonly wB: Expression;
  readonly gamma: Expression;
  /** w_A μ_AA [J/kg]; absent without molar masses. */
  readonly slope?: Expression;
}

/** Fick's D from `diffusion`, `maxwell_stefan` (D = Ð Γ) or `onsager(A, A)` (D = L_11 μ_11/(ρ w_B T)). */
export function binaryDiffusion(statements: Statements, { A, B, density, w, wB, gamma, slope }: BinaryState): Expression {
  const fick = statements.expression('diffusion') ?? statements.expression('diffusion', A, A);
  if (fick) return fick;
  if (isWord(statements.stated('diffusion'), 'kinetic')) return kineticDiffusion(statements, A, B);
  const stefan = findPair(statements.medium.properties, 'maxwell_stefan', A, B);
  const friction = isWord(stefan, 'kinetic') ? kineticDiffusion(statements, A, B) : stefan && statements.translate(stefan);
  if (friction) return multiply(friction, gamma);
  const L11 = statements.expression('onsager', A, A);
  if (!L11) return statements.missing(`\`diffusion\` for the flux of ${A}`);
  if (!slope) return statements.missing(`\`molar_mass\` of ${A} and ${B} to make a diffusion coefficient of \`onsager(${A}, ${A})\``);
  return divide(multiply(L11, slope), multiply(density, w, wB, T));
}

/** S_T of A; undefined when nothing states thermodiffusion. A coefficient that names B counts with the opposite sign. */
export function binarySoret(statements: Statements, at: BinaryState, diffusion: Expression): Expression | undefined {
  const { A, B, reading } = at;
  const ofPair = (['soret', 'thermal_diffusion_factor'] as const)
    .flatMap((property) => [statements.stated(property, A, B), statements.stated(property, B, A)])
    .find((stated) => stated !== undefined);
  const named: PropertyValue | undefined = ofPair ?? thermodiffusionStatement(statements, A) ?? thermodiffusionStatement(statements, B);
  if (!named) return primed(statements, at, diffusion);
  const species = named.of.find((name) => name !== 'heat')!;
  const other = species === A ? B : A;
  const signed = (soret: Expression): Expression => (species === A ? soret : negate(soret));
  if (isWord(named, 'kinetic')) {
    const x = statements.need(reading.composition('x', species), 'for `= kinetic`', named.origin);
    return signed(divide(kineticFactor(statements, species, other, x), T));
  }
  const value = statements.translate(named);
  if (!value) return undefined;
  // ∇ln(w_A/w_B) = −S ∇T, and α_AB of the pair, are the plain coefficients of the first.
  if (ofPair) return signed(ofPair.name === 'soret' ? value : divide(value, T));
  const state: StateReader = {
    kind: 'binary',
    temperature: T,
    diffusion: () => diffusion,
    massFraction: () => reading.composition('w', species),
    moleFraction: () => reading.composition('x', species),
    density: () => reading.density(),
    molarMass: () => statements.molarMass(species),
    otherMolarMass: () => statements.molarMass(other),
    thermodynamicFactor: () => at.gamma,
  };
  return signed(toSoret(statements, named, value, state));
}

/** Primed coefficients contain w(1−w). */
function primed(statements: Statements, { A, B, w, wB }: BinaryState, diffusion: Expression): Expression | undefined {
  const of = (property: 'soret_prime' | 'thermodiffusion_prime'): Expression | undefined => {
    const ofB = statements.expression(property, B);
    return statements.expression(property, A) ?? (ofB && negate(ofB));
  };
  const flux = of('thermodiffusion_prime');
  const gradient = of('soret_prime') ?? (flux && divide(flux, diffusion));
  return gradient && divide(gradient, multiply(w, wB));
}

/** D″ of A: stated, or D_T by Onsager unless `dufour = off`. */
export function binaryDufour(statements: Statements, { A, B }: BinaryState, DT: Expression | undefined): Expression | undefined {
  if (isWord(statements.stated('dufour'), 'off')) return undefined;
  const ofB = statements.expression('dufour', B);
  return statements.expression('dufour', A) ?? (ofB && negate(ofB)) ?? DT;
}
