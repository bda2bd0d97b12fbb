/** Names that an expression may use, and what the arguments of a call may be. */
import { isPropertyName, usesIn } from '../../../solver/quantities/catalogue.js';
import type { Dependence, PropertyUse } from '../../../solver/quantities/property.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import type { BuiltinRecord, ParameterKind } from '../../catalogue/builtin.js';
import { callables, own, plainNames } from '../../catalogue/builtins.js';
import { isShape, shapes, sides, sidesOf } from '../../catalogue/places.js';
import { wordsOf } from '../../catalogue/words.js';
import type { OpenCall } from '../cursor.js';
import { isMedium, isStudy } from '../names.js';
import type { Block, Statement } from '../structure.js';
import { isName } from '../tokens.js';
import { namesOf, type CompletionContext } from './context.js';
import { CompletionItemKind, type Proposal } from './item.js';
import { allComponents, blockKind, componentsIn } from './properties.js';

/** Constants of the prelude; they have no record in the catalogue of built-in names. */
export type Constants = readonly { readonly name: string; readonly doc: string }[];

const kinds: Record<BuiltinRecord['category'], CompletionItemKind> = {
  constant: CompletionItemKind.Constant,
  field: CompletionItemKind.Field,
  coordinate: CompletionItemKind.Field,
  time: CompletionItemKind.Field,
  function: CompletionItemKind.Function,
  functional: CompletionItemKind.Method,
  list: CompletionItemKind.Function,
  place: CompletionItemKind.EnumMember,
  word: CompletionItemKind.EnumMember,
};

/** How a built-in name is written out: with its arguments to fill in. */
function callProposal(name: string, record: BuiltinRecord, context: CompletionContext, rank: number): Proposal {
  const components = allComponents(context);
  const parameters = record.parameters ?? [];
  const wanted = parameters.filter((parameter) => !parameter.optional);
  const places = wanted.map((parameter, i) => {
    if (parameter.kind === 'substance' && components.length)
      return components.length === 1 ? components[0]! : `\${${i + 1}|${components.join(',')}|}`;
    const choices = record.category === 'functional' ? namesFor(parameter.kind, context) : [];
    if (choices.length > 0) return choices.length === 1 ? choices[0]! : `\${${i + 1}|${choices.join(',')}|}`;
    if (parameter.kind === 'file') return `"\${${i + 1}:${parameter.name}.csv}"`;
    return `\${${i + 1}:${parameter.name}}`;
  });
  return {
    label: `${name}(${wanted.map((parameter) => parameter.name).join(', ')})`,
    filter: name,
    kind: kinds[record.category],
    insert: `${name}(${places.join(', ')})`,
    detail: record.category,
    doc: record.doc,
    rank,
  };
}

/** `time`: t. `place`: coordinates. `all`: fields too. */
type Reads = 'nothing' | 'time' | 'place' | 'all';
const readable: Readonly<Record<Reads, readonly BuiltinRecord['category'][]>> = {
  nothing: [],
  time: ['time'],
  place: ['coordinate'],
  all: ['time', 'coordinate', 'field'],
};

/** What a reduction of the solution may be asked for: the fields of the media, the walls of the shape. */
function namesFor(kind: ParameterKind, context: CompletionContext): readonly string[] {
  if (kind === 'place' || kind === 'side') return sideProposals(context).map(({ label }) => label);
  if (kind !== 'any') return [];
  const media = context.names.filter((declared) => isMedium(declared.keyword));
  const fields = media.flatMap(({ keyword, components = [] }) => components.map((name) => `${keyword === 'mixture' ? 'w' : 'c'}(${name})`));
  return media.length > 0 ? [...new Set([...fields, 'T'])] : [];
}

export interface Operands {
  /** What of the solution it may read. */
  readonly reads: Reads;
  /** Reductions of the solution: measures, plots, expectations. */
  readonly functionals: boolean;
  /** `range(low, high)` is for fits, the other lists for all else. */
  readonly lists?: 'list' | 'range';
  readonly measures?: boolean;
}

export function operandProposals(
  context: CompletionContext,
  constants: Constants,
  { reads, functionals, lists, measures }: Operands,
): Proposal[] {
  const proposals = namesOf(context, (keyword) => keyword === 'param' || keyword === 'let' || (keyword === 'measure' && measures === true));
  const shape = shapeOf(context);
  const hasAxis = (name: string): boolean => shape === undefined || (shapes[shape].axes as readonly string[]).includes(name);
  for (const [name, record] of Object.entries(plainNames))
    if (readable[reads].includes(record.category) && (record.category !== 'coordinate' || hasAxis(name)))
      proposals.push({ label: name, kind: kinds[record.category], detail: record.category, doc: record.doc, rank: 3 });
  for (const [name, record] of Object.entries(callables)) {
    if (record.category === 'functional' && !functionals) continue;
    if (record.category === 'field' && reads !== 'all') continue;
    if (record.category === 'list' && (!lists || (name === 'range') !== (lists === 'range'))) continue;
    proposals.push(
      callProposal(
        name,
        record,
        context,
        record.category === 'functional' ? 2 : record.category === 'field' ? 3 : lists && record.category === 'list' ? 0 : 6,
      ),
    );
  }
  for (const { name, doc } of constants)
    proposals.push({ label: name, kind: CompletionItemKind.Constant, detail: 'constant', doc, rank: 7 });
  proposals.push({ label: 'if', kind: CompletionItemKind.Keyword, insert: 'if ${1:condition} then ${2:value} else $0', rank: 8 });
  return proposals;
}

/** Operands that a property may depend on. */
const allowed = (depends: Dependence | undefined): Operands => ({
  reads: depends === 'time' || depends === 'place' ? depends : depends === 'state' || depends === undefined ? 'all' : 'nothing',
  functionals: false,
});

/** Quantities that a statement may be given in: of an Onsager coefficient the one that belongs to its pair. */
export function quantitiesOf(use: PropertyUse, statement: Statement): NonNullable<PropertyUse['quantities']> {
  const all = use.quantities ?? [];
  if (!use.arguments?.includes('component or heat')) return all;
  const named = statement.arguments.filter(isName);
  return named.length < 2 ? all : all.slice(named.filter((token) => token.image === 'heat').length).slice(0, 1);
}

/** A number with a unit to fill in. */
const unitsShown = 3;
const numberProposals = (use: PropertyUse, statement: Statement): Proposal[] =>
  quantitiesOf(use, statement)
    .flatMap((name): readonly string[] => (name === 'measure' || name === 'argument' || name === 'number' ? [] : quantities[name].units))
    .filter((unit) => unit !== '1')
    .slice(0, unitsShown)
    .map((unit) => ({
      label: `… ${unit}`,
      kind: CompletionItemKind.Unit,
      detail: 'a number with its unit',
      insert: `$1 ${unit}$0`,
      rank: 1,
    }));

/** The value of a property: words, names of the right kind, or an expression. */
export function valueProposals(context: CompletionContext, constants: Constants, block: Block, statement: Statement): Proposal[] {
  const key = statement.key.image;
  if (!isPropertyName(key)) return operandProposals(context, constants, { reads: 'all', functionals: false });
  const count = statement.arguments.filter(isName).length - 2 * statement.arguments.filter((token) => token.image === '=').length;
  const exact = usesIn(key, blockKind(block), count);
  const uses = exact.length ? exact : usesIn(key, blockKind(block));
  const isFirst = statement.value.length <= 1;
  return uses.flatMap((use) => {
    const proposals: Proposal[] = [];
    if (isFirst)
      for (const word of wordsOf(use))
        proposals.push({ label: word, kind: CompletionItemKind.EnumMember, detail: `word of ${key}`, rank: 0 });
    if (use.value === 'medium') proposals.push(...namesOf(context, isMedium));
    if (use.value === 'study') proposals.push(...namesOf(context, isStudy).filter((proposal) => proposal.label !== block.name?.image));
    if (use.value === 'data') proposals.push(...namesOf(context, (keyword) => keyword === 'data'));
    if (use.value === 'measure') proposals.push(...namesOf(context, (keyword) => keyword === 'measure'));
    if (use.value === 'text' && isFirst)
      proposals.push({ label: '"…"', kind: CompletionItemKind.Text, insert: '"$0"', filter: '"', rank: 1, again: true });
    if (isFirst && use.quantities) proposals.push(...numberProposals(use, statement));
    if (use.quantities)
      proposals.push(
        ...operandProposals(context, constants, {
          ...allowed(use.depends),
          ...((use.value === 'list' || use.value === 'range') && { lists: use.value }),
        }),
      );
    return proposals;
  });
}

/** Inside the parentheses of a call; undefined where any expression may stand. */
export function callProposals(context: CompletionContext, block: Block, call: OpenCall): Proposal[] | undefined {
  const record = call.callee && own(callables, call.callee.image);
  if (!record) return undefined;
  const parameter = record.parameters?.[call.index] ?? (record.variadic ? record.parameters?.at(-1) : undefined);
  if (!parameter) return record.category === 'functional' && call.index > 0 ? coordinates(context) : [];
  if (call.key !== undefined) return undefined;
  switch (parameter.kind) {
    case 'substance':
      return componentsIn(context, block).map((name) => ({ label: name, kind: CompletionItemKind.Class, rank: 0 }));
    case 'side':
      return sideProposals(context);
    case 'place':
      return [...sideProposals(context), ...coordinates(context)];
    default:
      return undefined;
  }
}

/** The shape that the file's geometry has. */
export function shapeOf(context: CompletionContext) {
  const name = context.cursor.structure.blocks.find((block) => block.keyword.image === 'geometry')?.name?.image;
  return name && isShape(name) ? name : undefined;
}
export function sideProposals(context: CompletionContext): Proposal[] {
  const shape = shapeOf(context);
  const names = shape ? sidesOf(shape) : (Object.keys(sides) as (keyof typeof sides)[]);
  return names.map((name) => ({ label: name, kind: CompletionItemKind.EnumMember, detail: 'boundary', doc: sides[name].doc, rank: 0 }));
}
export const coordinates = (context: CompletionContext): Proposal[] => {
  const shape = shapeOf(context);
  return (shape ? shapes[shape].axes : (['x', 'y', 'r'] as const)).map((axis) => ({
    label: `${axis} =`,
    insert: `${axis} = `,
    kind: CompletionItemKind.Field,
    detail: 'coordinate',
    rank: 1,
  }));
};
export const shapeProposals = (): Proposal[] =>
  Object.entries(shapes).map(([name, { doc }]) => ({ label: name, kind: CompletionItemKind.EnumMember, detail: 'shape', doc }));
export const axisProposals = (context: CompletionContext): Proposal[] => {
  const shape = shapeOf(context);
  const axes = [...(shape ? shapes[shape].axes : (['x', 'r'] as const)), 't'];
  return [
    ...axes.map(
      (axis): Proposal => ({ label: axis, kind: CompletionItemKind.Field, detail: axis === 't' ? 'time' : 'coordinate', rank: 0 }),
    ),
    ...namesOf(context, (keyword) => keyword === 'param', 2),
  ];
};
