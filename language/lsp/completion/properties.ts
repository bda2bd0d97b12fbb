/** Properties that the block may still be given, and what may stand in their parentheses. */
import { catalogue, isPropertyName, propertyNames, usesIn, type PropertyName } from '../../../solver/quantities/catalogue.js';
import { relatedProperties } from '../../../solver/physics/index.js';
import type { ArgumentKind, BlockKind, PropertyUse } from '../../../solver/quantities/property.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import { fields } from '../../catalogue/fields.js';
import { componentsOf, isMedium, isSubstance } from '../names.js';
import type { Block, Statement } from '../structure.js';
import { isName } from '../tokens.js';
import type { CompletionContext } from './context.js';
import { CompletionItemKind, type Proposal } from './item.js';
import { binaryOnly, primedOnly } from '../../validation/rules/onsager/primed.js';
import { isShape } from '../../catalogue/places.js';
import { layeredSize, sizesOf } from '../../validation/sizes.js';
import { filled } from './declarations.js';
import { modelSnippets } from './models.js';
import { declarationSnippets } from './snippets.js';

export const blockKind = (block: Block): BlockKind => block.keyword.image as BlockKind;

/** Components that a coefficient of this block may be stated for. */
export function componentsIn(context: CompletionContext, block: Block): readonly string[] {
  return isMedium(block.keyword.image) ? componentsOf(block).components : allComponents(context);
}
/** Components of every medium of the file; every substance when no medium is there yet. */
export function allComponents(context: CompletionContext): readonly string[] {
  const used = new Set(context.names.flatMap((declared) => declared.components ?? []));
  return used.size ? [...used] : context.names.filter((declared) => isSubstance(declared.keyword)).map((declared) => declared.name);
}

export function argumentNames(context: CompletionContext, block: Block, kind: ArgumentKind): readonly string[] {
  switch (kind) {
    case 'component':
      return componentsIn(context, block);
    case 'component or heat':
      return [...componentsIn(context, block), 'heat'];
    case 'parameter':
      return context.names.filter((declared) => declared.keyword === 'param').map((declared) => declared.name);
    case 'column':
      return [
        't',
        'x',
        'r',
        ...context.names
          .filter((declared) => declared.keyword === 'measure' || declared.keyword === 'param')
          .map((declared) => declared.name),
      ];
  }
}

const signature = (statement: Statement): string =>
  [statement.key.image, ...statement.arguments.filter(isName).map((token) => token.image)].join(' ');

/** Statements of a block beside the one that the cursor touches. */
interface Given {
  /** `soret ethanol` */
  readonly signatures: ReadonlySet<string>;
  /** Does the block say already, in some convention, how strong thermodiffusion is? */
  readonly thermodiffusion: boolean;
}
const statesThermodiffusion: ReadonlySet<string> = new Set([...relatedProperties.filter((name) => name !== 'onsager'), ...primedOnly]);

export function propertyProposals(context: CompletionContext, block: Block, current: Statement | undefined): Proposal[] {
  const kind = blockKind(block);
  const others = block.statements.filter((statement) => statement !== current);
  const given: Given = {
    signatures: new Set(others.map(signature)),
    thermodiffusion: others.some((statement) => statesThermodiffusion.has(statement.key.image)),
  };
  const keyOnly = current?.equals !== undefined || current?.open !== undefined;
  const proposals = propertyNames.flatMap((name) =>
    usesIn(name, kind).flatMap((use) => {
      if (!fitsNumberOfComponents(name, use, block) || !fitsShape(name, block)) return [];
      return use.arguments?.length === 2
        ? pairProposals(context, block, name, use, given, keyOnly)
        : (propertyProposal(context, block, name, use, given, keyOnly) ?? []);
    }),
  );
  const seen = new Set<string>();
  const unique = proposals.filter((proposal) => !seen.has(proposal.label) && seen.add(proposal.label));
  const nested = [...(context.words.nested.get(block.keyword.image) ?? [])];
  return [
    ...unique,
    ...declarationSnippets
      .filter((snippet) => nested.includes(snippet.keyword))
      .map((snippet) => ({
        label: snippet.keyword,
        kind: CompletionItemKind.Keyword,
        insert: filled(snippet.keyword, context) ?? snippet.body,
        detail: snippet.title,
        rank: 6,
      })),
  ];
}

/** Some coefficients exist for two components only, others for three or more. */
function fitsNumberOfComponents(name: PropertyName, use: PropertyUse, block: Block): boolean {
  const count = block.keyword.image === 'mixture' ? componentsOf(block).components.length : 0;
  if (count === 0) return true;
  if (count > 2) return !(use.arguments?.length === 1 && binaryOnly.includes(name));
  return !primedOnly.includes(name) && !(use.arguments?.length === 2 && name !== 'onsager' && name !== 'maxwell_stefan');
}

/** Sizes of another shape, and what the layers say themselves. */
function fitsShape(name: PropertyName, block: Block): boolean {
  const shape = block.keyword.image === 'geometry' ? block.name?.image : undefined;
  if (!shape || !isShape(shape)) return true;
  const layered = block.children.some((child) => child.keyword.image === 'layer');
  if (layered && (name === layeredSize(shape) || name === 'medium' || name === 'cells')) return false;
  const isSize = Object.values(sizesOf).some((sizes) => sizes.some((size) => size.name === name));
  return !isSize || sizesOf[shape].some((size) => size.name === name);
}

/** Properties that the whole models state: what a model usually says comes first. */
const usual: ReadonlySet<string> = new Set(
  modelSnippets.flatMap(({ body }) => [...body.matchAll(/([a-z_]+)(?:\([^()]*\))? *= /g)].map((match) => match[1]!)),
);

function about(name: PropertyName, use: PropertyUse, given: Given): Pick<Proposal, 'kind' | 'detail' | 'doc' | 'rank'> {
  const record = catalogue[name];
  const unit = unitOf(use);
  const repeats = given.thermodiffusion && statesThermodiffusion.has(name) && ![...given.signatures].some((s) => s.startsWith(`${name} `));
  const rare = repeats || name === 'reference';
  return {
    kind: CompletionItemKind.Property,
    detail: [record.title, unit && unit !== '1' && `[${unit}]`].filter(Boolean).join(' '),
    doc: propertyDoc(name),
    rank: use.required ? 1 : rare ? 7 : usual.has(name) ? 3 : 5,
  };
}
/** Texts stand in quotes; files are then proposed. */
const valueOf = (use: PropertyUse): string => (use.value === 'text' ? '"$0"' : '');

function propertyProposal(
  context: CompletionContext,
  block: Block,
  name: PropertyName,
  use: PropertyUse,
  given: Given,
  keyOnly: boolean,
): Proposal | undefined {
  const shown = about(name, use, given);
  if (!use.arguments)
    return given.signatures.has(name)
      ? undefined
      : {
          ...shown,
          label: name,
          insert: keyOnly ? name : `${name} = ${valueOf(use)}`,
          again: !keyOnly && (!valueOf(use) || name === 'file'),
        };
  const names = argumentNames(context, block, use.arguments[0]!);
  const open = names.filter((first) => !given.signatures.has(`${name} ${first}`));
  if (names.length > 0 && open.length === 0) return undefined;
  const place = open.length > 1 ? `\${1|${open.join(',')}|}` : (open[0] ?? '\${1:A}');
  const options = Object.entries(use.options ?? {}).map(([option, words], i) => `${option} = \${${i + 2}|${words.join(',')}|}`);
  return {
    ...shown,
    label: `${name}(${open.length === 1 ? open[0] : open.length > 1 ? '…' : 'A'})`,
    filter: name,
    insert: keyOnly ? name : `${name}(${[place, ...options].join(', ')}) = ${valueOf(use) || '$0'}`,
    again: !keyOnly && !valueOf(use) && !place.startsWith('$') && options.length === 0,
  };
}

/** More pairs than this are offered as one choice. */
const mostPairs = 12;

/** Entries of a matrix that are not stated yet, one by one and all at once. */
function pairProposals(
  context: CompletionContext,
  block: Block,
  name: PropertyName,
  use: PropertyUse,
  given: Given,
  keyOnly: boolean,
): Proposal[] {
  const shown = about(name, use, given);
  const pairs = pairsOf(name, argumentNames(context, block, use.arguments![0]!), use);
  const isOpen = ([a, b]: readonly string[]): boolean =>
    !given.signatures.has(`${name} ${a} ${b}`) && (name === 'diffusion' || !given.signatures.has(`${name} ${b} ${a}`));
  const open = pairs.filter(isOpen);
  if (pairs.length === 0)
    return [{ ...shown, label: `${name}(A, B)`, filter: name, insert: keyOnly ? name : `${name}(\${1:A}, \${2:B}) = $0` }];
  if (keyOnly) return [{ ...shown, label: `${name}(…, …)`, filter: name, insert: name }];
  if (open.length > mostPairs) {
    const names = [...new Set(open.flat())].join(',');
    return [{ ...shown, label: `${name}(…, …)`, filter: name, insert: `${name}(\${1|${names}|}, \${2|${names}|}) = $0` }];
  }
  const single = open.map(
    ([a, b]): Proposal => ({ ...shown, label: `${name}(${a}, ${b})`, insert: `${name}(${a}, ${b}) = `, again: true }),
  );
  const inUnit = (i: number): string => unitOf(use, open[i]!.filter((entry) => entry === 'heat').length) ?? '';
  const lines = open.map(([a, b], i) => `${name}(${a}, ${b}) = $${i + 1}${inUnit(i) && ` ${inUnit(i)}`}`);
  const matrix: Proposal = {
    ...shown,
    label: `${name}: all ${open.length}`,
    filter: name,
    insert: `${lines.join('\n')}$0`,
    detail: `${shown.detail ?? ''}: every entry that is missing`,
    rank: Math.max(1, (shown.rank ?? 4) - 1),
  };
  return open.length > 1 ? [matrix, ...single] : single;
}
/** Fick's matrix is square over all components but the last; the others are symmetric. */
function pairsOf(name: PropertyName, names: readonly string[], use: PropertyUse): readonly (readonly [string, string])[] {
  const components = names.filter((entry) => entry !== 'heat');
  const independent = components.slice(0, -1);
  if (name === 'diffusion') return independent.flatMap((a) => independent.map((b) => [a, b] as const));
  const withHeat = use.arguments!.includes('component or heat');
  const rows = withHeat ? [...(independent.length > 0 ? independent : components), 'heat'] : components;
  return rows.flatMap((a, i) => rows.slice(withHeat ? i : i + 1).map((b) => [a, b] as const));
}

/** SI unit of a use, as the catalogue offers it first; of its kind number `which` where a matrix has several. */
export const unitOf = (use: PropertyUse, which = 0): string | undefined => {
  const first = use.quantities?.[which];
  return first && first !== 'measure' && first !== 'argument' ? quantities[first].units[0] : undefined;
};

/** Name, symbol, formula, source and description of a property, as Markdown. */
export function propertyDoc(name: PropertyName): string {
  const record = catalogue[name];
  return [
    `**${record.title}**${record.symbol ? ` ${record.symbol}` : ''}`,
    record.doc,
    ...(record.formula ? [`${record.formula}`] : []),
    ...(record.source ? [`_${record.source}_`] : []),
  ].join('\n\n');
}

/** Inside the parentheses behind a property's name. */
export function argumentProposals(
  context: CompletionContext,
  block: Block,
  statement: Statement,
  index: number,
  option: string | undefined,
): Proposal[] {
  const name = statement.key.image;
  if (!isPropertyName(name)) return [];
  const uses = usesIn(name, blockKind(block)).filter((use) => use.arguments);
  if (option)
    return uses.flatMap((use) => use.options?.[option] ?? []).map((word) => ({ label: word, kind: CompletionItemKind.EnumMember }));
  const inUse = new Set(
    block.statements
      .filter((other) => other !== statement && other.key.image === name && other.arguments.filter(isName).length === 1)
      .map((other) => other.arguments.find(isName)!.image),
  );
  const proposals = uses.flatMap((use) => {
    const kind = use.arguments![index];
    const isOnly = use.arguments!.length === 1;
    const names = kind ? argumentNames(context, block, kind).filter((argument) => !isOnly || !inUse.has(argument)) : [];
    const options = index >= use.arguments!.length ? Object.keys(use.options ?? {}) : [];
    return [
      ...names.map(
        (argument): Proposal => ({
          label: argument,
          kind: Object.hasOwn(fields, argument) ? CompletionItemKind.Field : CompletionItemKind.Class,
          detail: kind,
          rank: 1,
        }),
      ),
      ...options.map(
        (key): Proposal => ({ label: `${key} =`, kind: CompletionItemKind.Keyword, insert: `${key} = `, rank: 1, again: true }),
      ),
    ];
  });
  return proposals.filter((proposal, i) => proposals.findIndex((other) => other.label === proposal.label) === i);
}
