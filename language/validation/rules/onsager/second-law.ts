import { numeral } from '../../../../solver/quantities/numeral.js';
import { unitOf } from '../../coefficients/agreement.js';
import { destroyingDirection, directionInWords, matterDirection } from '../../coefficients/definiteness.js';
import { isConstant } from '../../coefficients/digits.js';
import { dissipation } from '../../coefficients/dissipation.js';
import type { PhysicalMedium, State, Stated } from '../../coefficients/physical-medium.js';
import { stateText } from '../../coefficients/states.js';
import { spelled, statedFamilies, thermodiffusionGroups } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings, type Fix } from '../../finding.js';
import { remove, replace } from '../../fixes.js';
import { refText, type Medium, type ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import type * as ast from '../../../generated/ast.js';

const medium = (soret: string) =>
  `species A { molar_mass = 46.07 g/mol }\nspecies B { molar_mass = 18.015 g/mol }\nmixture m of A, B {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n  soret(A) = ${soret}\n  conductivity = 0.35 W/(m*K)\n}\n`;

export const secondLaw = diagnostic({
  code: 'onsager/second-law',
  severity: 'error',
  title: 'Coefficients that would destroy entropy',
  doc: 'Entropy production must not be negative for any gradients, which limits how strong the coupling of heat and matter can be: ε = L_1q²/(L_11 L_qq) < 1, in other words S_T² < λ₀/(ρ w₁² w₂ μ₁₁ T D) in a binary mixture and Σ R T² c D S_T²/λ₀ < 1 in a dilute solution. In liquids ε is about 0.001 and in gases about 0.01, so a violation nearly always means a wrong unit or a misplaced power of ten. With `dufour = off` the coupling is incomplete on purpose and is not judged. The message prints the largest value allowed, where in the model’s range it is exceeded, and the direction in which entropy would be destroyed: the eigenvector of the matrix of Onsager that belongs to its negative eigenvalue. The coefficients of diffusion and conduction are as good a suspect as the cross coefficient: both are marked. In a mixture of three or more whose matrix is stated with `onsager(A, B)`, the part that belongs to the components must be positive definite by itself: L_AB² < L_AA L_BB for every pair.',
  bad: medium('3.2 1/K'),
  good: medium('3.2e-3 1/K'),
});

/** Rounding of an entropy production of exactly zero. */
const slack = 1e-9;

export function* couplingMustNotDestroyEntropy(node: Medium, model: ModelView): Findings {
  if (!model.mayFill(node)) return;
  if (refText(model.property(node, 'dufour')?.value) === 'off') return;
  const physical = model.physical(node);
  const cross = drivenByHeat(physical);
  const worst = cross.length > 0 ? dissipation(physical, model) : undefined;
  if (!worst || !(worst.coupling >= 1 - slack)) return;
  const { coupling, state } = worst;
  const resolved = physical.resolve((s) => s.property.key === 'dufour');
  const where = worst.stated.size > 0 ? ` at ${stateText(worst.stated)}` : '';
  const direction = resolved && destroyingDirection(physical, resolved, state);
  const words = direction ? `${directionInWords(direction, resolved)}\n= ` : '';
  const conduction = physical.stated.filter(conducts);
  const largest = cross.map((s) => limitOf(physical, s, state, 1 / Math.sqrt(coupling), 'largest'));
  const smaller = atLimits(cross, largest, model, 'the largest that destroys no entropy');
  for (const [i, own] of cross.entries()) {
    const limit = largest[i];
    yield {
      at: part(own.property, 'value'),
      message: `${spelled(own)} = ${cstText(own.property.value!)} would destroy entropy: ε = ${numeral(coupling, 3)}${where}, but it must be below 1.`,
      advice: `${words}${limit ? `|${spelled(own)}| must stay below ${limit.text}${where && ' there'}${cross.length > 1 ? ', the others in proportion' : ''}; ` : ''}look for a wrong unit or power of ten`,
      related: conduction.map((s) => ({ at: part(s.property, 'value'), message: `${spelled(s)} is stated here` })),
      fixes: [...smaller, removed(own)],
    };
  }
  for (const own of conduction) {
    const least = limitOf(physical, own, state, coupling, 'least');
    const causes = cross.map((s) => `${spelled(s)} = ${cstText(s.property.value!)}`).join(', ');
    yield {
      at: part(own.property, 'value'),
      message: `${spelled(own)} = ${cstText(own.property.value!)} is too small beside ${causes}: entropy would be destroyed, ε = ${numeral(coupling, 3)}${where}.`,
      advice: `${words}${least ? `it must be above ${least.text}${where && ' there'}, or the coefficient of thermodiffusion smaller` : 'look for a wrong unit or power of ten'}`,
      related: cross.map((s) => ({ at: part(s.property, 'value'), message: `${spelled(s)} is stated here` })),
      fixes: atLimits([own], [least], model, 'the smallest that destroys no entropy'),
    };
  }
}
/** One statement for each component; the whole family that is taken first with three or more. */
const drivenByHeat = (physical: PhysicalMedium): readonly Stated[] => [
  ...thermodiffusionGroups(physical).flatMap((g) => g.statements.filter((s) => s.property.key !== 'dufour').slice(0, 1)),
  ...(statedFamilies(physical)[0] ?? []),
];
const conducts = ({ property, value }: Stated): boolean =>
  value.value.kind !== 'word' &&
  (property.key === 'conductivity' || (property.key === 'onsager' && value.of.length === 2 && value.of.every((name) => name === 'heat')));

/** The matrix of the components among themselves, where it is stated as such. */
export function* crossCoefficientsMustNotDestroyEntropy(mixture: ast.Mixture, model: ModelView): Findings {
  if (mixture.species.length < 3 || !model.mayFill(mixture)) return;
  const physical = model.physical(mixture);
  const entries = physical.stated.filter(
    ({ property, value }) => property.key === 'onsager' && value.of.length === 2 && !value.of.includes('heat'),
  );
  const found = matterDirection(physical, model, entries);
  if (!found) return;
  const { smallest, state, words, where } = found;
  const cross = entries.filter(({ value }) => value.of[0] !== value.of[1]);
  const largest = cross.map((s) => limitOf(physical, s, state, 1 / (1 - smallest), 'largest'));
  for (const [i, own] of cross.entries()) {
    const limit = largest[i];
    yield {
      at: part(own.property, 'value'),
      message: `${spelled(own)} = ${cstText(own.property.value!)} would destroy entropy${where}: the matrix of the components must be positive definite.`,
      advice: `${words}${limit ? `\n= |${spelled(own)}| must stay below ${limit.text}${cross.length > 1 ? ', the others in proportion' : ''}` : ''}`,
      related: entries.filter((s) => s !== own).map((s) => ({ at: part(s.property, 'value'), message: `${spelled(s)} is stated here` })),
      fixes: atLimits(cross, largest, model, 'the largest that destroys no entropy'),
    };
  }
}

interface Limit {
  /** "0.48 1/K": what the size of the value must stay below, or above. */
  readonly text: string;
  /** The value with its sign, to three digits on the safe side, as it can be written in the file. */
  readonly safe: string;
}
/** The stated value times a factor. */
function limitOf(physical: PhysicalMedium, stated: Stated, state: State, factor: number, kind: 'largest' | 'least'): Limit | undefined {
  const resolved = physical.resolve();
  const expression = resolved && physical.expression(stated, resolved);
  const value = expression && physical.at(expression, state);
  if (value === undefined || !Number.isFinite(value) || value === 0) return undefined;
  const limit = Math.abs(value) * factor;
  const unit = 10 ** (Math.floor(Math.log10(limit)) - 2);
  const safe = kind === 'largest' ? Math.ceil(limit / unit - 1 - rounding) : Math.floor(limit / unit + 1 + rounding);
  const text = (number: number): string => `${numeral(number, 3)} ${unitOf(stated)}`.trim();
  return { text: text(limit), safe: text(Math.sign(value) * safe * unit) };
}
/** Of a limit in units of its third digit. */
const rounding = 1e-6;

/** The statements at their limits, all together, where each is one number. */
function atLimits(statements: readonly Stated[], limits: readonly (Limit | undefined)[], model: ModelView, why: string): Fix[] {
  if (limits.some((l) => l === undefined) || !statements.every((s) => isConstant(s.property.value, model))) return [];
  const texts = limits.map((l) => l!.safe);
  const title = statements.length === 1 ? texts[0]! : statements.map((s, i) => `${spelled(s)} = ${texts[i]!}`).join(', ');
  return [{ title: `Write ${title}, ${why}`, edits: statements.map((s, i) => replace(part(s.property, 'value'), texts[i]!)) }];
}
const removed = (stated: Stated): Fix => ({ title: `Remove ${spelled(stated)}`, edits: [remove(stated.property)] });
