/** What a rule gives back: where, what, and what could be done. */
import { GrammarUtils, type AstNode, type CstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { isProperty } from '../generated/ast.js';

/** A node, a part of it (the name, one argument), or an exact range. */
export type Place = AstNode | { readonly node: AstNode; readonly part: string; readonly index?: number } | { readonly range: Range };

export interface Edit {
  readonly range: Range;
  readonly newText: string;
}
export interface Fix {
  readonly title: string;
  readonly edits: readonly Edit[];
}
export interface Finding {
  readonly at: Place;
  /** In the user's terms, the two numbers or dimensions lined up. */
  readonly message: string;
  /** What to do: printed on lines of its own behind `= `. */
  readonly advice?: string;
  /** The other statement, when two disagree. */
  readonly related?: readonly { readonly at: Place; readonly message: string }[];
  readonly fixes?: readonly Fix[];
}
export type Findings = Iterable<Finding>;

/** What a diagnostic carries in `data`, so that a client needs no second analysis to offer the fixes. */
export interface DiagnosticData {
  readonly fixes: readonly Fix[];
}

const nowhere: Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
type Part = { readonly node: AstNode; readonly part: string; readonly index?: number };
const isNode = (place: Place): place is AstNode => '$type' in place;
const isRange = (place: AstNode | Part | { readonly range: Range }): place is { readonly range: Range } => 'range' in place;

const cstOf = (place: AstNode | Part): CstNode | undefined =>
  isNode(place) ? place.$cstNode : (GrammarUtils.findNodeForProperty(place.node.$cstNode, place.part, place.index) ?? place.node.$cstNode);
export const nodeOf = (place: Place): AstNode | undefined => (isNode(place) ? place : isRange(place) ? undefined : place.node);
export function rangeOf(place: Place): Range {
  if (isNode(place)) return cstOf(place)?.range ?? nowhere;
  return isRange(place) ? place.range : (cstOf(place)?.range ?? nowhere);
}

/** `soret(ethanol)`: the part of a property before its `=`; the whole node of anything else. */
export function head(node: AstNode): Place {
  if (!isProperty(node)) return node;
  const key = GrammarUtils.findNodeForProperty(node.$cstNode, 'key');
  if (!key) return node;
  const close = GrammarUtils.findNodeForKeyword(node.$cstNode, ')');
  return { range: { start: key.range.start, end: (close ?? key).range.end } };
}
/** The first word of a block: `initial`, `source`. */
export function keyword(node: AstNode, word: string): Place {
  const found = GrammarUtils.findNodeForKeyword(node.$cstNode, word);
  return found ? { range: found.range } : node;
}
/** A part of a node by the name of its grammar feature. */
export const part = (node: AstNode, name: string, index?: number): Place => ({ node, part: name, index });
