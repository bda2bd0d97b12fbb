/** Making completion items: every item replaces exactly the word that the cursor touches. */
import { CompletionItemKind, InsertTextFormat, type CompletionItem, type Range } from 'vscode-languageserver-types';

/** A proposal before it is bound to a place in the document. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** Snippet or text; the label when absent. `$1`, `${1:name}`, `$0` are places to fill in. */
  readonly insert?: string;
  readonly detail?: string;
  readonly doc?: string;
  /** Smaller comes first. */
  readonly rank?: number;
  readonly filter?: string;
  /** Ask for the next proposals at once, because the inserted text ends where one is wanted. */
  readonly again?: boolean;
}

/** Among equals the order of the list stays: that of the catalogue, of the declarations, of the units. */
export function toItem(proposal: Proposal, index: number, range: Range, snippets: boolean): CompletionItem {
  const insert = proposal.insert ?? proposal.label;
  const isSnippet = /\$[0-9{]/.test(insert);
  return {
    label: proposal.label,
    kind: proposal.kind,
    sortText: `${String(proposal.rank ?? 5).padStart(2, '0')} ${String(index).padStart(4, '0')}`,
    insertTextFormat: isSnippet && snippets ? InsertTextFormat.Snippet : InsertTextFormat.PlainText,
    textEdit: { range, newText: isSnippet && !snippets ? plain(insert) : insert },
    ...(proposal.filter ? { filterText: proposal.filter } : {}),
    ...(proposal.detail ? { detail: proposal.detail } : {}),
    ...(proposal.doc ? { documentation: { kind: 'markdown', value: proposal.doc } } : {}),
    ...(proposal.again ? { command: { title: 'Suggest', command: 'editor.action.triggerSuggest' } } : {}),
  };
}

/** A snippet for a client without snippets: its defaults as plain text. */
export const plain = (snippet: string): string =>
  snippet
    .replace(/\$\{[0-9]+\|([^,|]*)[^}]*\}/g, '$1')
    .replace(/\$\{[0-9]+:([^}]*)\}/g, '$1')
    .replace(/\$\{?[0-9]+\}?/g, '');
export { CompletionItemKind };
