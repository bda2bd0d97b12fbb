/** Expanding the selection: word, value, statement, body of the block, declaration, file. */
import type { Lexer, TextDocument } from 'langium';
import type { Position, SelectionRange } from 'vscode-languageserver-types';
import type { GrammarWords } from './grammar-words.js';
import { blockAt, isInside, structureOf, type Block } from './structure.js';
import { endOf, indexBefore, tokenize, type Tokens } from './tokens.js';

type Span = readonly [start: number, end: number];

export function selectionRanges(
  textDocument: TextDocument,
  lexer: Lexer,
  words: GrammarWords,
  positions: readonly Position[],
): SelectionRange[] {
  const tokens = tokenize(lexer, textDocument.getText());
  return positions.map((position) => {
    const offset = textDocument.offsetAt(position);
    const spans = spansAt(tokens, words, offset).filter(([start, end]) => start <= offset && offset <= end);
    const toRange = ([start, end]: Span) => ({ start: textDocument.positionAt(start), end: textDocument.positionAt(end) });
    const distinct = spans.filter(([start, end], i) => i === 0 || start !== spans[i - 1]![0] || end !== spans[i - 1]![1]);
    const nested = distinct.filter(([start, end], i) => distinct.slice(0, i).every(([s, e]) => start <= s && e <= end));
    const made = nested.reduceRight<SelectionRange | undefined>(
      (parent, span) => ({ range: toRange(span), ...(parent ? { parent } : {}) }),
      undefined,
    );
    return made ?? { range: { start: position, end: position } };
  });
}

/** From the innermost to the whole file. */
function spansAt(tokens: Tokens, words: GrammarWords, offset: number): Span[] {
  const spans: Span[] = [];
  const structure = structureOf(tokens, words);
  const touched = [tokens.all[indexBefore(tokens.all, offset)], tokens.all[indexBefore(tokens.all, offset + 1)]].filter(
    (token) => token !== undefined,
  );
  for (const token of touched) if (token.startOffset <= offset && offset <= endOf(token)) spans.push([token.startOffset, endOf(token)]);
  spans.sort((a, b) => a[1] - a[0] - (b[1] - b[0]));
  let block: Block | undefined = blockAt(structure, offset) ?? blockAt(structure, offset + 1);
  const statement = block?.statements.find(
    (s) => s.key.startOffset <= offset && offset <= endOf(s.value.at(-1) ?? s.equals ?? s.close ?? s.key),
  );
  if (statement) {
    const { key, value, equals, close } = statement;
    parenthesised(value, offset, spans);
    if (value.length && offset >= value[0]!.startOffset) spans.push([value[0]!.startOffset, endOf(value.at(-1)!)]);
    if (close && offset <= endOf(close)) spans.push([key.startOffset, endOf(close)]);
    spans.push([key.startOffset, endOf(value.at(-1) ?? equals ?? close ?? key)]);
  } else if (block) {
    const header = block.header.slice(1);
    parenthesised(header, offset, spans);
    const equals = header.findIndex((token) => token.image === '=');
    const own = header.slice(equals + 1);
    if (own.length && offset >= own[0]!.startOffset && offset <= endOf(own.at(-1)!)) spans.push([own[0]!.startOffset, endOf(own.at(-1)!)]);
  }
  for (; block; block = block.parent) {
    if (block.open && block.close && isInside(block, offset)) {
      const inner = tokens.text.slice(endOf(block.open), block.close.startOffset);
      const start = endOf(block.open) + (inner.length - inner.trimStart().length);
      spans.push([Math.min(start, offset), Math.max(block.close.startOffset - (inner.length - inner.trimEnd().length), offset)]);
    }
    spans.push([block.keyword.startOffset, block.end]);
  }
  spans.push([0, tokens.text.length]);
  return spans;
}
/** The calls and parentheses around the offset, innermost first. */
function parenthesised(tokens: Tokens['code'], offset: number, spans: Span[]): void {
  const open: number[] = [];
  tokens.forEach((token, i) => {
    if (token.image === '(') open.push(i);
    if (token.image !== ')' || open.length === 0) return;
    const at = open.pop()!;
    const start = tokens[at]!.startOffset;
    if (start > offset || offset > endOf(token)) return;
    spans.push([start + 1, token.startOffset]);
    const callee = tokens[at - 1];
    spans.push([callee && ['ID', 'PROP', 'ARG'].includes(callee.tokenType.name) ? callee.startOffset : start, endOf(token)]);
  });
}
