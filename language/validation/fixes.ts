/** Edits that rules offer. They work on the text of the node's document, keep comments, and never change anything else. */
import { GrammarUtils, type AstNode } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import { rangeOf, type Edit, type Fix, type Place } from './finding.js';

export const replace = (place: Place, newText: string): Edit => ({ range: rangeOf(place), newText });
export const renamed = (place: Place, newText: string, title = `Rename to ${newText}`): Fix => ({
  title,
  edits: [replace(place, newText)],
});

const textOf = (node: AstNode): string => node.$cstNode?.root.fullText ?? '';

/** Removes a statement with the blanks before it; with its whole line when nothing else stands there. */
export function remove(node: AstNode): Edit {
  const cst = node.$cstNode;
  if (!cst) return { range: rangeOf(node), newText: '' };
  const text = textOf(node);
  let start = cst.offset;
  let end = cst.end;
  while (start > 0 && (text[start - 1] === ' ' || text[start - 1] === '\t')) start--;
  if (/^[ \t]*;/.test(text.slice(end, end + 80))) end = text.indexOf(';', end) + 1;
  const rest = /^[ \t]*(\r?\n|$)/.exec(text.slice(end));
  const wholeLine = (start === 0 || text[start - 1] === '\n') && rest;
  const last = wholeLine ? end + rest[0].length : end;
  const document = node.$cstNode!.root;
  return { range: between(document.fullText, start, last), newText: '' };
}

/** Adds a property at the end of a block, in the block's own layout. */
export function addTo(block: AstNode, statement: string): Edit {
  const brace = GrammarUtils.findNodeForKeyword(block.$cstNode, '}');
  const open = GrammarUtils.findNodeForKeyword(block.$cstNode, '{');
  if (!open) return insertAt(rangeOf(block).end, ` { ${statement} }`);
  if (!brace) return insertAt(rangeOf(block).end, `; ${statement}`);
  const text = textOf(block);
  const inside = text.slice(open.end, brace.offset);
  if (!inside.includes('\n')) {
    const trimmed = inside.trimEnd();
    const at = open.end + trimmed.length;
    const separator = trimmed === '' || trimmed.endsWith(';') ? ' ' : '; ';
    return { range: between(text, at, brace.offset), newText: `${separator}${statement} ` };
  }
  const lineStart = text.lastIndexOf('\n', brace.offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(lineStart))![0];
  const inner = /\n([ \t]*)\S[^\n]*\n[^\n]*$/.exec(text.slice(open.end - 1, brace.offset + 1))?.[1] ?? `${indent}  `;
  return { range: between(text, lineStart, lineStart), newText: `${inner.length > indent.length ? inner : `${indent}  `}${statement}\n` };
}
const insertAt = (position: Range['start'], newText: string): Edit => ({ range: { start: position, end: position }, newText });

/** Where the lines of the last text begin: a check asks about one text many times. */
let known: { readonly text: string; readonly starts: readonly number[] } | undefined;
function lineStarts(text: string): readonly number[] {
  if (known?.text === text) return known.starts;
  const starts = [0];
  for (let i = text.indexOf('\n'); i >= 0; i = text.indexOf('\n', i + 1)) starts.push(i + 1);
  known = { text, starts };
  return starts;
}
/** Range between two offsets of a text. */
export function between(text: string, start: number, end: number): Range {
  const starts = lineStarts(text);
  const position = (offset: number) => {
    let [low, high] = [0, starts.length];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle]! <= offset) low = middle;
      else high = middle;
    }
    return { line: low, character: offset - starts[low]! };
  };
  return { start: position(start), end: position(end) };
}

/** Adds text right behind a node. */
export function insertAfter(place: Place, newText: string): Edit {
  const { end } = rangeOf(place);
  return { range: { start: end, end }, newText };
}
