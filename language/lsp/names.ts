/** Names declared in a text, from its tokens: what completion and colouring offer before the parser has caught up. Imported names come from the tree. */
import type { LangiumDocument, LangiumDocuments } from 'langium';
import * as ast from '../generated/ast.js';
import { reachableAddresses } from '../scope/imports.js';
import type { Block, Structure } from './structure.js';
import { isName, kindOf, type Tokens } from './tokens.js';

export interface DeclaredName {
  /** Keyword of its declaration: `species`, `param`, `steady` … */
  readonly keyword: string;
  readonly name: string;
  /** First line of the declaration, as written. */
  readonly detail: string;
  /** Of a medium. */
  readonly components?: readonly string[];
  readonly solvent?: string;
  /** Unit of the first number of a `param` or `let`. */
  readonly unit?: string;
}

const cache = new WeakMap<Structure, readonly DeclaredName[]>();

export function declaredNames(structure: Structure, naming: ReadonlySet<string>): readonly DeclaredName[] {
  const known = cache.get(structure);
  if (known) return known;
  const names: DeclaredName[] = [];
  const visit = (block: Block) => {
    const { keyword, name, children, header } = block;
    if (name && naming.has(keyword.image)) {
      const unit = header.find((token) => kindOf(token) === 'UNIT')?.image;
      names.push({
        keyword: keyword.image,
        name: name.image,
        detail: firstLine(structure.tokens, block),
        ...(isMedium(keyword.image) ? componentsOf(block) : {}),
        ...(unit ? { unit } : {}),
      });
    }
    children.forEach(visit);
  };
  structure.blocks.forEach(visit);
  cache.set(structure, names);
  return names;
}

function firstLine(tokens: Tokens, block: Block): string {
  const last = block.open ? block.open.startOffset : block.end;
  return tokens.text
    .slice(block.keyword.startOffset, last)
    .split(/[\r\n]/, 1)[0]!
    .trim();
}

/** Names behind `of` and `in` in the head of a medium. */
export function componentsOf(block: Block): { components: readonly string[]; solvent?: string } {
  const components: string[] = [];
  let solvent: string | undefined;
  let mode = '';
  for (const token of block.header.slice(2)) {
    if (token.image === 'of' || token.image === 'in') mode = token.image;
    else if (isName(token) && mode === 'of') components.push(token.image);
    else if (isName(token) && mode === 'in') solvent ??= token.image;
  }
  return { components, ...(solvent ? { solvent } : {}) };
}

/** What the imports of a document bring in. */
export function importedNames(document: LangiumDocument, documents: LangiumDocuments): readonly DeclaredName[] {
  return [...reachableAddresses(document, documents).values()].flatMap((uri) => {
    const root = documents.getDocument(uri)?.parseResult.value;
    return ast.isModel(root) ? root.declarations.flatMap((declaration) => importedName(declaration) ?? []) : [];
  });
}
function importedName(node: ast.Declaration): DeclaredName | undefined {
  const keyword = node.$type.toLowerCase();
  if (!isSubstance(keyword) && !isMedium(keyword) && keyword !== 'param' && keyword !== 'let') return undefined;
  const named = node as ast.Declaration & { name?: string };
  if (!named.name) return undefined;
  const detail = (node.$cstNode?.text ?? '').split(/[\r\n{]/, 1)[0]!.trim();
  const components = 'species' in node ? { components: node.species.map((species) => species.$refText) } : {};
  const solvent = 'solvent' in node ? { solvent: node.solvent.$refText } : {};
  return { keyword, name: named.name, detail, ...components, ...solvent };
}

export const isMedium = (keyword: string): boolean =>
  keyword === 'solution' || keyword === 'mixture' || keyword === 'suspension' || keyword === 'solid';
export const isSubstance = (keyword: string): boolean => keyword === 'species' || keyword === 'particle';
export const isStudy = (keyword: string): boolean =>
  keyword === 'steady' || keyword === 'transient' || keyword === 'sweep' || keyword === 'fit';
export const isConstant = (keyword: string): boolean => keyword === 'param' || keyword === 'let';
export const isValue = (keyword: string): boolean => isConstant(keyword) || keyword === 'measure';
