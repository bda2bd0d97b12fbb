/** Coefficients of pairs of components in mixtures of three or more: those that follow from the others must agree with them. */
import { isConstant, toleranceOf } from '../../coefficients/digits.js';
import { hullOf } from '../../coefficients/hull.js';
import { written } from '../../coefficients/agreement.js';
import type { Stated } from '../../coefficients/physical-medium.js';
import { isKnown, meanState, stated, states, stateText } from '../../coefficients/states.js';
import { spelled } from '../../coefficients/thermodiffusion.js';
import { head, part, type Finding, type Findings } from '../../finding.js';
import { remove, replace } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import type * as ast from '../../../generated/ast.js';

/** What other pairs make of one, and which they are; undefined when it does not follow from them. */
type Implied = (
  others: readonly Stated[],
  own: Stated,
  values: ReadonlyMap<Stated, number>,
) => { readonly value: number; readonly from: readonly Stated[] } | undefined;

/** α_BA = −α_AB; Ð_BA = Ð_AB. */
const mirrored =
  (sign: number): Implied =>
  (others, { value: { of } }, values) => {
    const mirror = others.find((pair) => pair.value.of[0] === of[1] && pair.value.of[1] === of[0]);
    return mirror && { value: sign * values.get(mirror)!, from: [mirror] };
  };
/** S_AB = s_A − s_B: along the shortest chain of pairs. */
const chained: Implied = (others, { value: { of } }, values) => {
  let reached = new Map([[of[1]!, { value: 0, from: [] as readonly Stated[] }]]);
  for (const _ of others) {
    const further = new Map(reached);
    for (const pair of others) {
      const [a, b] = pair.value.of as readonly [string, string];
      for (const [here, there, sign] of [
        [b, a, 1],
        [a, b, -1],
      ] as const) {
        const known = reached.get(here);
        if (known && !further.has(there))
          further.set(there, { value: known.value + sign * values.get(pair)!, from: [...known.from, pair] });
      }
    }
    reached = further;
  }
  return reached.get(of[0]!);
};
const thermal: Readonly<Record<string, Implied>> = { soret: chained, thermal_diffusion_factor: mirrored(-1) };
const friction: Readonly<Record<string, Implied>> = { maxwell_stefan: mirrored(1) };

interface Judgement {
  readonly own: Stated;
  readonly others: readonly Stated[];
  /** Undefined: it agrees with the others. */
  readonly contradiction?: { readonly text: string; readonly where: string; readonly constant: boolean };
}
function* judged(mixture: ast.Mixture, view: ModelView, properties: Readonly<Record<string, Implied>>): Generator<Judgement> {
  if (componentNames(mixture).length < 3) return;
  const physical = view.physical(mixture);
  for (const [name, implied] of Object.entries(properties)) {
    const pairs = physical.stated.filter(
      ({ property, value }) => property.key === name && value.of.length === 2 && value.value.kind !== 'word',
    );
    const resolved = pairs.length > 1 ? physical.resolve() : undefined;
    if (!resolved) continue;
    const expressions = pairs.map((pair) => physical.expression(pair, resolved));
    if (expressions.includes(undefined)) continue;
    const hull = hullOf(physical, resolved, view);
    const constant = pairs.every((pair) => isConstant(pair.property.value, view));
    if (!constant && !isKnown(resolved, hull)) continue;
    for (const own of pairs) {
      const others = pairs.filter((pair) => pair !== own);
      let judgement: Judgement | undefined;
      let worst = 1;
      for (const state of constant ? [meanState(resolved, hull)] : states(resolved, hull)) {
        const values = new Map(pairs.map((pair, i) => [pair, physical.at(expressions[i]!, state)]));
        const wanted = implied(others, own, values);
        if (!wanted || !Number.isFinite(wanted.value)) break;
        const { value, from } = wanted;
        judgement ??= { own, others: from };
        const slack = [own, ...from].reduce((sum, pair) => sum + Math.abs(values.get(pair)!) * toleranceOf(pair.property.value, view), 0);
        const excess = Math.abs(values.get(own)! - value) / slack;
        if (!(excess > worst)) continue;
        worst = excess;
        const where = constant ? '' : ` (at ${stateText(stated(state, hull))})`;
        judgement = { own, others: from, contradiction: { text: written(value, own), where, constant } };
      }
      if (judgement) yield judgement;
    }
  }
}
function* contradictions(mixture: ast.Mixture, view: ModelView, properties: Readonly<Record<string, Implied>>): Findings {
  for (const { own, others, contradiction } of judged(mixture, view, properties))
    if (contradiction) yield asFinding(own, others, contradiction);
}
function asFinding(own: Stated, others: readonly Stated[], { text, where, constant }: NonNullable<Judgement['contradiction']>): Finding {
  const rest = others.map(spelled).join(', ');
  return {
    at: part(own.property, 'value'),
    message: `${spelled(own)} = ${cstText(own.property.value!)} contradicts ${rest}, which ${others.length > 1 ? 'give' : 'gives'} ${text}${where}.`,
    advice: 'it follows from the other pairs: leave it out, or mend one of them',
    related: others.map((other) => ({ at: part(other.property, 'value'), message: `${spelled(other)} is stated here` })),
    fixes: [
      ...(constant
        ? [
            {
              title: `Write ${text}, as ${rest} ${others.length > 1 ? 'say' : 'says'}`,
              edits: [replace(part(own.property, 'value'), text)],
            },
          ]
        : []),
      { title: `Remove ${spelled(own)}`, edits: [remove(own.property)] },
    ],
  };
}
export const pairsOfThermodiffusionMustAgree = (mixture: ast.Mixture, view: ModelView): Findings => contradictions(mixture, view, thermal);
export const pairsOfDiffusionMustAgree = (mixture: ast.Mixture, view: ModelView): Findings => contradictions(mixture, view, friction);

export function* pairShouldNotBeGivenTwice(mixture: ast.Mixture, view: ModelView): Findings {
  const all = [...judged(mixture, view, { ...thermal, ...friction })];
  if (all.some(({ contradiction }) => contradiction)) return;
  // of those that follow from each other the last is the one too many
  const last = all.at(-1);
  if (!last) return;
  yield {
    at: head(last.own.property),
    message: `${spelled(last.own)} follows from ${last.others.map(spelled).join(', ')} and agrees with ${last.others.length > 1 ? 'them' : 'it'}.`,
    advice: 'keep it to document a source, or remove it',
    related: last.others.map((other) => ({ at: head(other.property), message: 'stated here' })),
    fixes: [{ title: `Remove ${spelled(last.own)}`, edits: [remove(last.own.property)] }],
  };
}
