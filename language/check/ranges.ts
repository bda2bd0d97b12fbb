/** Places in the text of a document. */
import { GrammarUtils, type AstNode, type CstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import type { TextEdit } from './problem.js';

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
export const rangeOf = (node: AstNode): Range => node.$cstNode?.range ?? nowhere;
export const textOf = (node: AstNode): string => node.$cstNode?.text ?? '';
export const partOf = (node: AstNode, feature: string): CstNode | undefined => GrammarUtils.findNodeForProperty(node.$cstNode, feature);
export const rangeOfPart = (node: AstNode, feature: string): Range => partOf(node, feature)?.range ?? rangeOf(node);

/** Part of a token, which lies on one line. */
export function within(token: CstNode, start: number, end: number): Range {
  const { line, character } = token.range.start;
  return { start: { line, character: character + start }, end: { line, character: character + end } };
}
export const between = (first: Range, last: Range): Range => ({ start: first.start, end: last.end });
export const replaced = (range: Range, newText: string): TextEdit => ({ range, newText });
export const insertedAfter = (range: Range, newText: string): TextEdit => ({ range: { start: range.end, end: range.end }, newText });
