/** What the code actions look at: the document, the range asked about, and the node there. */
import { CstUtils, type AstNode, type CstNode, type LangiumDocument } from 'langium';
import type { CodeAction, Range, TextEdit } from 'vscode-languageserver-types';
import type { SoretServices } from '../../services.js';

export interface ActionContext {
  readonly document: LangiumDocument;
  readonly services: SoretServices;
  readonly range: Range;
  readonly start: number;
  readonly end: number;
}

/** The smallest node at the start of the range that satisfies the predicate and covers the whole range. */
export function nodeAt<N extends AstNode>(context: ActionContext, is: (node: unknown) => node is N): N | undefined {
  const root = context.document.parseResult.value.$cstNode;
  if (!root) return undefined;
  const leaves = [CstUtils.findLeafNodeAtOffset(root, context.start), CstUtils.findLeafNodeBeforeOffset(root, context.start)];
  for (const leaf of leaves)
    for (let node: AstNode | undefined = leaf?.astNode; node; node = node.$container) {
      const cst: CstNode | undefined = node.$cstNode;
      if (cst && is(node) && cst.offset <= context.start && context.end <= cst.end) return node;
    }
  return undefined;
}

export const action = (context: ActionContext, title: string, kind: string, edits: TextEdit[]): CodeAction => ({
  title,
  kind,
  edit: { changes: { [context.document.uri.toString()]: edits } },
});
export const overlaps = (a: Range, b: Range): boolean => !before(a.end, b.start) && !before(b.end, a.start);
export const before = (a: Range['start'], b: Range['start']): boolean =>
  a.line < b.line || (a.line === b.line && a.character < b.character);
