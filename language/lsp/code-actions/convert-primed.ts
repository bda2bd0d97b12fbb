/** Refactoring: thermodiffusion of three or more components in another family (D′_T, S′_T, pairs of S_T, Onsager), all statements at once. */
import { GrammarUtils } from 'langium';
import { CodeActionKind, type CodeAction, type TextEdit } from 'vscode-languageserver-types';
import { numeral, shortNumeral } from '../../../solver/quantities/numeral.js';
import { catalogue } from '../../../solver/quantities/catalogue.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import * as ast from '../../generated/ast.js';
import { uncertaintyOf } from '../../lower/uncertainties.js';
import {
  primedConventions,
  primedState,
  propagated,
  primedText,
  type PrimedConvention,
  type PrimedState,
} from '../../validation/coefficients/primed.js';
import { spelled, statedFamilies } from '../../validation/coefficients/thermodiffusion.js';
import type { Stated } from '../../validation/coefficients/physical-medium.js';
import { remove } from '../../validation/fixes.js';
import { localPhysics } from '../hover/local-physics.js';
import { action, nodeAt, type ActionContext } from './context.js';
import { literalOf } from './literal.js';

export function convertPrimed(context: ActionContext): CodeAction[] {
  const property = nodeAt(context, ast.isProperty);
  const medium = property?.$container;
  if (!property || !ast.isMixture(medium) || medium.species.length < 3) return [];
  const physics = localPhysics(medium, context.services);
  const family = physics && statedFamilies(physics.physical).find((members) => members.some((s) => s.property === property));
  // A family with another one beside it stays as it is: the two would repeat each other.
  if (!physics || !family || statedFamilies(physics.physical).length > 1) return [];
  if (!family.every((s) => literalOf(s.property.value))) return [];
  const state = primedState(physics);
  if (!state) return [];
  const from = primedConventions.find(({ property: name }) => name === family[0]!.property.key);
  return primedConventions.flatMap((convention) => {
    if (convention.property === family[0]!.property.key) return [];
    const edits = editsFor(family, from, convention, state);
    const { title, symbol } = catalogue[convention.property];
    const pair = convention.property === 'soret' ? ' of pairs' : '';
    const name = `State all as ${title} ${symbol ?? ''}${pair} (at ${numeral(state.temperature, 5)} K)`;
    return edits ? [action(context, name, CodeActionKind.RefactorRewrite, edits)] : [];
  });
}

/** One statement for each of the first components; what closes the sum is restated where the convention has it, else removed. */
function editsFor(
  family: readonly Stated[],
  from: PrimedConvention | undefined,
  to: PrimedConvention,
  state: PrimedState,
): TextEdit[] | undefined {
  const places = family.map(({ value }, k) => (value.of.length === 1 ? state.names.indexOf(value.of[0]!) : k));
  const errors = errorsOf(family, from, to, state, places);
  if (!errors) return undefined;
  const unit = quantities[to.quantity].units[0];
  const edits: TextEdit[] = [];
  for (const [k, { property }] of family.entries()) {
    const i = places[k]!;
    const text = i < state.names.length ? primedText(to, state.names, i) : undefined;
    const value = to.value(state, i);
    const key = GrammarUtils.findNodeForProperty(property.$cstNode, 'key');
    const end = property.$cstNode?.range.end;
    if (text === undefined) {
      edits.push(remove(property));
      continue;
    }
    if (value === undefined || !Number.isFinite(value) || !key || !end) return undefined;
    const error = errors[i] ? ` +- ${numeral(errors[i], 2)}` : '';
    edits.push({ range: { start: key.range.start, end }, newText: `${text} = ${shortNumeral(value)}${error} ${unit}` });
  }
  return edits;
}
/** Stated uncertainties carried over; undefined when they are stated but the family is not the plain one that could be. */
function errorsOf(
  family: readonly Stated[],
  from: PrimedConvention | undefined,
  to: PrimedConvention,
  state: PrimedState,
  places: readonly number[],
): readonly number[] | undefined {
  const own = family.map(({ property }) => uncertaintyOf(property.value) ?? 0);
  if (own.every((error) => error === 0)) return state.names.map(() => 0);
  const plain = from && family.every((s, k) => spelled(s) === primedText(from, state.names, places[k]!));
  if (!plain) return undefined;
  const independent = state.diffusion.map((_, i) => own[places.indexOf(i)] ?? 0);
  const errors = propagated(state, from, to, independent);
  return errors.every(Number.isFinite) ? errors : undefined;
}
