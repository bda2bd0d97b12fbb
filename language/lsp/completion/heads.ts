/** In the head of a declaration: names behind `of`, `in`, `boundary`, the words that may follow, the operands of what is measured or drawn. */
import { callables, own } from '../../catalogue/builtins.js';
import type { OpenCall, Place } from '../cursor.js';
import { componentsOf, isConstant, isMedium, isStudy, isSubstance, isValue } from '../names.js';
import { isName } from '../tokens.js';
import type { Block } from '../structure.js';
import { namesOf, type CompletionContext } from './context.js';
import {
  axisProposals,
  callProposals,
  coordinates,
  operandProposals,
  shapeProposals,
  sideProposals,
  type Constants,
} from './expressions.js';
import { CompletionItemKind, type Proposal } from './item.js';
import { uncertainNames } from './declarations.js';
import { libraryProposals } from './files.js';
import { unitProposals } from './units.js';

type Head = Extract<Place, { kind: 'head' }>;

export function headProposals(context: CompletionContext, constants: Constants, place: Head): Proposal[] {
  const { block, word, calls, wanted } = place;
  const keyword = block.keyword.image;
  const call = calls.at(-1);
  if (wanted === 'unit') return [...(keyword === 'model' ? [] : unitProposals(context, place)), ...followers(context, place)];
  if (keyword === 'correlation')
    return call ? namesOf(context, isConstant).filter(({ label }) => uncertainNames(context).includes(label)) : [];
  if (call) return wanted === 'operator' ? [] : (callProposals(context, block, call) ?? operandsInside(context, constants, block, call));
  if (wanted === 'operator') return followers(context, place);
  if (isMedium(keyword)) return mediumHead(context, place);
  if (keyword === 'import')
    return [
      ...libraryProposals(),
      { label: '"./…"', kind: CompletionItemKind.File, detail: 'a file beside this one', insert: '"./$0"', filter: '"', again: true },
    ];
  switch (word) {
    case 'geometry':
      return shapeProposals();
    case 'boundary':
      return otherSides(context);
    case 'interface':
      return namesOf(context, (name) => name === 'layer');
    case 'of':
      return namesOf(context, isStudy);
    case 'over':
      return axisProposals(context);
    case 'at':
      return keyword === 'expect' || keyword === 'plot'
        ? [...moments, ...sideProposals(context), ...coordinates(context), inUnit('s'), inUnit('min')]
        : [];
    case 'within':
      return [inUnit('%'), ...operands(context, constants, block)];
    case '=':
    case 'from':
    case 'to':
    case 'is':
    case 'above':
    case 'below':
    case 'plot':
    case 'expect':
      return operands(context, constants, block);
    default:
      return [];
  }
}
const inUnit = (unit: string): Proposal => ({
  label: `… ${unit}`,
  kind: CompletionItemKind.Unit,
  detail: 'a number with its unit',
  insert: `$1 ${unit}$0`,
  rank: 2,
});
const moments: Proposal[] = [{ label: 'end', kind: CompletionItemKind.EnumMember, detail: 'the last time', rank: 1 }];

function operands(context: CompletionContext, constants: Constants, block: Block): Proposal[] {
  const keyword = block.keyword.image;
  const solved = keyword === 'measure' || keyword === 'plot' || keyword === 'expect';
  const proposals = operandProposals(context, constants, {
    reads: solved || keyword === 'let' ? 'all' : 'nothing',
    functionals: solved,
    measures: solved,
  });
  return isValue(keyword) ? proposals.filter((proposal) => proposal.label !== block.name?.image) : proposals;
}

/** A reduction takes a field, not another reduction. */
function operandsInside(context: CompletionContext, constants: Constants, block: Block, call: OpenCall): Proposal[] {
  const isReduction = call.callee !== undefined && own(callables, call.callee.image)?.category === 'functional';
  return isReduction ? operandProposals(context, constants, { reads: 'all', functionals: false }) : operands(context, constants, block);
}

function mediumHead(context: CompletionContext, { block, word }: Head): Proposal[] {
  if (word === block.keyword.image) return [];
  const { components, solvent } = componentsOf(block);
  const used = new Set([...components, ...(solvent ? [solvent] : [])]);
  const touched = context.cursor.partial?.image;
  const particles = block.keyword.image === 'suspension' && word === 'of';
  return namesOf(context, particles ? (keyword) => keyword === 'particle' : isSubstance).filter(
    (proposal) => proposal.label === touched || !used.has(proposal.label),
  );
}

/** Boundaries that have no block yet. */
function otherSides(context: CompletionContext): Proposal[] {
  const stated = new Set(
    context.cursor.structure.blocks
      .filter((block) => block.keyword.image === 'boundary' && block.name !== context.cursor.partial)
      .map((block) => block.name?.image),
  );
  return sideProposals(context).filter((proposal) => !stated.has(proposal.label));
}

/** Words that may come next in this declaration, in the order of the grammar. */
function followers(context: CompletionContext, { block, word, before, calls }: Head): Proposal[] {
  const keyword = block.keyword.image;
  if (calls.length) return [];
  const all = context.words.inner.get(keyword) ?? [];
  const proposals: Proposal[] = all
    .slice(all.indexOf(word) + 1)
    .filter((next) => (word === 'is' ? next === 'within' : next !== 'within'))
    .filter((next) => (keyword === 'param' ? (next === 'from') === (word === '=') : true))
    .map((next) => ({ label: next, kind: CompletionItemKind.Keyword, insert: `${next} `, rank: 2, again: true }));
  if (isMedium(keyword) && word === keyword && before.some(isName)) return proposals.filter((proposal) => proposal.label === 'of');
  if (hasOpenIf(before)) for (const next of ['then', 'else']) proposals.push({ label: next, kind: CompletionItemKind.Keyword, rank: 1 });
  return proposals;
}
export const hasOpenIf = (before: readonly { readonly image: string }[]): boolean =>
  before.filter((token) => token.image === 'if').length > before.filter((token) => token.image === 'else').length;
