import { relations, type RelatedProperty } from '../../../../solver/physics/index.js';
import { disagreement, written, type Disagreement } from '../../coefficients/agreement.js';
import type { Stated } from '../../coefficients/physical-medium.js';
import { stateText } from '../../coefficients/states.js';
import { componentOf, spelled, thermodiffusionGroups } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Finding, type Findings, type Fix } from '../../finding.js';
import { remove, replace } from '../../fixes.js';
import type { Medium, ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';

const medium = (statements: string) =>
  `species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nmixture gin of ethanol, water {\n  density = 935 kg/m^3\n  diffusion = 6.21e-10 m^2/s\n${statements}}\n`;

export const thermodiffusionConflict = diagnostic({
  code: 'conflict/thermodiffusion',
  severity: 'error',
  title: 'Coefficients of thermodiffusion that contradict each other',
  doc: 'S_T, D_T, α_T, k_T, Q*, Dᵀ and the cross coefficient L of Onsager say the same thing in different conventions; any one of them fixes the others. A second one is compared with the first over the range of temperature and composition of the model. A difference within half a unit of the last digit written, or within twice the stated uncertainty, is rounding; anything more is an error, because the result would depend on which one is taken. Two constants are compared at the middle of the range. With three or more components pairs are compared along chains, S_AB = S_AC − S_BC, and α_BA = −α_AB.',
  bad: medium('  soret(ethanol) = 9.5e-3 1/K\n  thermodiffusion(ethanol) = 7.0e-12 m^2/(s*K)\n'),
  good: medium('  soret(ethanol) = 9.5e-3 1/K\n'),
});
export const componentConflict = diagnostic({
  code: 'conflict/component',
  severity: 'error',
  title: 'Coefficients of the two components that are not opposite',
  doc: 'In a binary mixture one coefficient describes the pair: what goes to the cold side leaves the other to go to the hot side, so `soret(A) = −soret(B)`. Coefficients of thermodiffusion given for both components must be opposite. A value copied from a table often belongs to the other component.',
  bad: medium('  soret(ethanol) = 9.5e-3 1/K\n  soret(water) = 9.5e-3 1/K\n'),
  good: medium('  soret(ethanol) = 9.5e-3 1/K\n'),
});
export const redundant = diagnostic({
  code: 'conflict/redundant',
  severity: 'hint',
  title: 'Coefficient that follows from another one',
  doc: 'The coefficient agrees with the one before it and adds nothing: any one of S_T, D_T, α_T, k_T, Q*, Dᵀ fixes the others. Keep both to document a source, or remove one.',
  bad: medium('  soret(ethanol) = 9.5e-3 1/K\n  thermodiffusion(ethanol) = 5.9e-12 m^2/(s*K)\n'),
  good: medium('  soret(ethanol) = 9.5e-3 1/K\n'),
});

interface Pair {
  readonly first: Stated;
  readonly second: Stated;
  readonly difference: Disagreement | null;
}
/** Every later statement against the first; Dufour coefficients are judged by reciprocity. */
function* pairs(node: Medium, model: ModelView): Generator<Pair> {
  const physical = model.physical(node);
  for (const { statements, quantity } of thermodiffusionGroups(physical)) {
    const [first, ...later] = statements.filter((s) => s.property.key !== 'dufour');
    for (const second of later) {
      if (!first || isTransposed(first, second) || spelled(first) === spelled(second)) continue;
      const difference = disagreement(physical, model, first, second, statements, quantity);
      if (difference !== undefined) yield { first, second, difference };
    }
  }
}
/** The same property twice is said once. `onsager(A, heat)` beside `onsager(heat, A)` is a matter of reciprocity. */
const isTransposed = (a: Stated, b: Stated): boolean => a.property.key === 'onsager' && b.property.key === 'onsager';

export function* coefficientsMustAgree(node: Medium, model: ModelView): Findings {
  for (const { first, second, difference } of pairs(node, model)) {
    if (difference && componentOf(first) === componentOf(second)) yield* onBoth(first, second, difference);
  }
}
export function* coefficientsOfBothComponentsMustBeOpposite(node: Medium, model: ModelView): Findings {
  for (const { first, second, difference } of pairs(node, model)) {
    if (difference && componentOf(first) !== componentOf(second)) yield* onBoth(first, second, difference);
  }
}
export function* coefficientShouldNotBeGivenTwice(node: Medium, model: ModelView): Findings {
  for (const { first, second, difference } of pairs(node, model)) {
    if (difference !== null) continue;
    yield {
      at: head(second.property),
      message: `${spelled(second)} follows from ${spelled(first)} and agrees with it.`,
      advice: 'keep it to document a source, or remove it',
      related: [{ at: head(first.property), message: 'this one fixes it' }],
      fixes: [{ title: `Remove ${spelled(second)}`, edits: [remove(second.property)] }],
    };
  }
}

export function* onBoth(first: Stated, second: Stated, difference: Disagreement): Findings {
  yield contradiction(second, first, difference.implied, difference);
  yield contradiction(first, second, difference.impliedFirst, difference);
}
const equationOf = ({ property, value }: Stated): string | undefined => {
  const heats = property.key === 'onsager' ? value.of.filter((name) => name === 'heat').length : 1;
  return heats === 1 ? relations[property.key as RelatedProperty]?.equation : heats === 2 ? 'λ₀ = L_qq/T²' : 'D = L_11 μ_11/(ρ w_2 T)';
};
/** Dᵀ of the other sign: very often it was given in the other convention. */
function otherConvention(own: Stated, ratio: number): Fix[] {
  const option = own.property.options[0];
  if (!option || Math.abs(ratio + 1) > 0.05) return [];
  const word = option.word === 'minus_grad_lnT' ? 'plus_grad_lnT' : 'minus_grad_lnT';
  return [{ title: `Read it in the convention ${word}`, edits: [replace(part(option, 'word'), word)] }];
}
function contradiction(own: Stated, other: Stated, implied: number, { state, constant, ratio }: Disagreement): Finding {
  const known = Number.isFinite(implied);
  const text = written(implied, own);
  const fixes: Fix[] = [
    ...otherConvention(own, ratio),
    ...otherConvention(other, ratio),
    ...(known && constant
      ? [{ title: `Write ${text}, as ${spelled(other)} says`, edits: [replace(part(own.property, 'value'), text)] }]
      : []),
    { title: `Remove ${spelled(own)}`, edits: [remove(own.property)] },
    { title: `Remove ${spelled(other)}`, edits: [remove(other.property)] },
  ];
  return {
    at: part(own.property, 'value'),
    message: known
      ? `${spelled(own)} = ${cstText(own.property.value!)} contradicts ${spelled(other)} = ${cstText(other.property.value!)}, which gives ${text}${state.size > 0 ? ` (at ${stateText(state)})` : ''}.`
      : `${spelled(own)} = ${cstText(own.property.value!)} contradicts ${spelled(other)} = ${cstText(other.property.value!)}.`,
    advice: [...new Set([own, other].map(equationOf).filter((e) => e !== undefined))].join('; '),
    related: [{ at: part(other.property, 'value'), message: `${spelled(other)} is stated here` }],
    fixes,
  };
}
