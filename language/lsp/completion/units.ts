/** Units behind a number: those of the expected quantity, or all when anything may stand there. */
import { isPropertyName, usesIn } from '../../../solver/quantities/catalogue.js';
import { quantities, type QuantityName } from '../../../solver/quantities/quantity.js';
import { callables, own } from '../../catalogue/builtins.js';
import type { OpenCall, Place } from '../cursor.js';
import { isName } from '../tokens.js';
import type { CompletionContext } from './context.js';
import { quantitiesOf } from './expressions.js';
import { CompletionItemKind, type Proposal } from './item.js';
import { blockKind } from './properties.js';

const allNames = Object.keys(quantities) as QuantityName[];
const byRule: Partial<Record<string, readonly QuantityName[]>> = {
  time: ['time'],
  temperature: ['temperature'],
  'inverse temperature': ['inverseTemperature'],
  'molar energy': ['molarEnergy', 'energy'],
  pure: ['number'],
  angle: ['number'],
};

/** Quantities that the number under the cursor is expected in; undefined when any may stand there. */
function expected(context: CompletionContext, place: Place): readonly QuantityName[] | 'like' | undefined {
  if (place.kind !== 'value' && place.kind !== 'head') return undefined;
  const call = place.calls.at(-1);
  if (call) return expectedInCall(call);
  if (place.before.some((token) => token.image === '*' || token.image === '/' || token.image === '^' || isComparison(token.image)))
    return undefined;
  if (place.kind === 'head') return place.word === 'at' ? ['time'] : place.word === 'within' ? ['number'] : undefined;
  const key = place.statement.key.image;
  if (!isPropertyName(key)) return undefined;
  const count = place.statement.arguments.filter(isName).length;
  const exact = usesIn(key, blockKind(place.block), count);
  const names = (exact.length ? exact : usesIn(key, blockKind(place.block))).flatMap((use) => quantitiesOf(use, place.statement));
  if (names.includes('argument') || names.includes('measure')) return 'like';
  return names as readonly QuantityName[];
}
const isComparison = (image: string): boolean => /^(?:[<>]=?|[!=]=)$/.test(image);
function expectedInCall(call: OpenCall): readonly QuantityName[] | undefined {
  const parameters = call.callee && own(callables, call.callee.image)?.parameters;
  if (call.key === 'x' || call.key === 'y' || call.key === 'r') return ['length'];
  const kind = (parameters?.find((parameter) => parameter.name === call.key) ?? parameters?.[call.index] ?? parameters?.at(-1))?.kind;
  return kind === undefined ? undefined : byRule[kind];
}

export function unitProposals(context: CompletionContext, place: Place): Proposal[] {
  const wanted = expected(context, place);
  if (wanted === 'like') {
    const name = place.kind === 'value' ? place.statement.arguments.find(isName)?.image : undefined;
    const unit = context.names.find((declared) => declared.name === name)?.unit;
    const like = unit ? allNames.filter((quantity) => (quantities[quantity].units as readonly string[]).includes(unit)) : allNames;
    return toProposals(like.length ? like : allNames, unit);
  }
  return toProposals(wanted?.length ? wanted : allNames, undefined);
}

function toProposals(names: readonly QuantityName[], first: string | undefined): Proposal[] {
  const seen = new Map<string, Proposal>();
  const add = (unit: string, title: string, rank: number) => {
    if (unit !== '1' && !seen.has(unit)) seen.set(unit, { label: unit, kind: CompletionItemKind.Unit, detail: title, rank });
  };
  if (first) add(first, 'unit of the parameter', 0);
  for (const name of names) quantities[name].units.forEach((unit, i) => add(unit, quantities[name].title, Math.min(9, i + 1)));
  return [...seen.values()];
}
