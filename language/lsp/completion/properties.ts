/** Properties that the block may still be given, and what may stand in their parentheses. */
import { catalogue, isPropertyName, propertyNames, usesIn, type PropertyName } from '../../../solver/quantities/catalogue.js';
import type { ArgumentKind, BlockKind, PropertyUse } from '../../../solver/quantities/property.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import { fields } from '../../catalogue/fields.js';
import { componentsOf, isMedium, isSubstance } from '../names.js';
import type { Block, Statement } from '../structure.js';
import { isName } from '../tokens.js';
import type { CompletionContext } from './context.js';
import { CompletionItemKind, type Proposal } from './item.js';
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

export function propertyProposals(context: CompletionContext, block: Block, current: Statement | undefined): Proposal[] {
  const kind = blockKind(block);
  const given = new Set(block.statements.filter((statement) => statement !== current).map(signature));
  const keyOnly = current?.equals !== undefined || current?.open !== undefined;
  const proposals = propertyNames.flatMap((name) =>
    usesIn(name, kind).flatMap((use) => propertyProposal(context, block, name, use, given, keyOnly) ?? []),
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
        insert: snippet.body,
        detail: snippet.title,
        rank: 6,
      })),
  ];
}

function propertyProposal(
  context: CompletionContext,
  block: Block,
  name: PropertyName,
  use: PropertyUse,
  given: ReadonlySet<string>,
  keyOnly: boolean,
): Proposal | undefined {
  const record = catalogue[name];
  const { unit, rank } = { unit: unitOf(use), rank: use.required ? 1 : use.arguments?.length === 2 ? 4 : 3 };
  const about = {
    kind: CompletionItemKind.Property,
    detail: [record.title, unit && `[${unit}]`].filter(Boolean).join(' '),
    doc: propertyDoc(name),
    rank,
  };
  if (!use.arguments)
    return given.has(name) ? undefined : { ...about, label: name, insert: keyOnly ? name : `${name} = `, again: !keyOnly };
  const lists = use.arguments.map((argument) => argumentNames(context, block, argument));
  const open = lists[0]!.filter((first) => use.arguments!.length > 1 || !given.has(`${name} ${first}`));
  if (lists.every((list) => list.length > 0) && open.length === 0) return undefined;
  const first = [open, ...lists.slice(1)];
  const places = first.map((list, i) => (list.length > 1 ? `\${${i + 1}|${list.join(',')}|}` : (list[0] ?? `\${${i + 1}:${'AB'[i]}}`)));
  const options = Object.entries(use.options ?? {}).map(
    ([option, words], i) => `${option} = \${${first.length + i + 1}|${words.join(',')}|}`,
  );
  const label = `${name}(${first.map((list, i) => (list.length === 1 ? list[0] : list.length ? '…' : 'AB'[i])).join(', ')})`;
  return {
    ...about,
    label,
    filter: name,
    insert: keyOnly ? name : `${name}(${[...places, ...options].join(', ')}) = $0`,
    again: !keyOnly && places.every((place) => !place.startsWith('$')),
  };
}

/** SI unit of a use, as the catalogue offers it first. */
export const unitOf = (use: PropertyUse): string | undefined => {
  const first = use.quantities?.[0];
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
