/** What the completion rules look at. */
import type { Cursor } from '../cursor.js';
import type { GrammarWords } from '../grammar-words.js';
import { isMedium, isSubstance, type DeclaredName } from '../names.js';
import { CompletionItemKind, type Proposal } from './item.js';

export interface CompletionContext {
  readonly cursor: Cursor;
  readonly words: GrammarWords;
  /** Declared in this file and in the files that it imports. */
  readonly names: readonly DeclaredName[];
}

/** Symbols in the list, by the keyword of the declaration. */
const symbolOf = (keyword: string): CompletionItemKind => {
  if (keyword === 'param' || keyword === 'let') return CompletionItemKind.Constant;
  if (keyword === 'measure') return CompletionItemKind.Variable;
  if (isSubstance(keyword)) return CompletionItemKind.Class;
  if (isMedium(keyword)) return CompletionItemKind.Struct;
  return keyword === 'layer' ? CompletionItemKind.Module : CompletionItemKind.Event;
};

export const namesOf = (context: CompletionContext, accepts: (keyword: string) => boolean, rank = 1): Proposal[] =>
  context.names
    .filter((declared) => accepts(declared.keyword))
    .map((declared) => ({ label: declared.name, kind: symbolOf(declared.keyword), detail: declared.detail, rank }));
