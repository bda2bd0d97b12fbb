/** The lines of a text as the formatter sees them: tokens, depth of blocks and parentheses, whether a line goes on from the one before. */
import type { IToken } from 'chevrotain';
import type { GrammarWords } from '../grammar-words.js';
import { endOf, isComment, isName, isWord, kindOf, type Tokens } from '../tokens.js';
import { isSign } from './gaps.js';

export interface Line {
  /** Offsets of the line without its line break. */
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly IToken[];
  /** Index of the first token of the line in `tokens.all`. */
  readonly first: number;
  /** Steps of indentation. */
  readonly level: number;
  /** Depth of braces and of parentheses at the beginning of the line. */
  readonly depth: number;
  readonly parentheses: number;
  /** The line begins inside a comment or goes on from the statement before: it has no columns of its own. */
  readonly continues: boolean;
  readonly insideComment: boolean;
}

export function linesOf(tokens: Tokens, words: GrammarWords): Line[] {
  const lines: Line[] = [];
  const { text, all } = tokens;
  let next = 0;
  let depth = 0;
  let parentheses = 0;
  let commentEnd = 0;
  for (let start = 0; start <= text.length; ) {
    let end = start;
    while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
    const first = next;
    const own: IToken[] = [];
    while (next < all.length && all[next]!.startOffset < end) own.push(all[next++]!);
    const insideComment = start < commentEnd;
    const opening = own.find((token) => !isComment(token));
    const continues = !insideComment && opening !== undefined && goesOn(all, first + own.indexOf(opening), depth, parentheses, words);
    const closers = leadingClosers(own);
    const level = insideComment
      ? 0
      : Math.max(0, depth - (opening?.image === '}' ? 1 : 0)) +
        (continues && opening?.image !== '}' ? Math.max(1, parentheses - closers + 1 - (closers ? 1 : 0)) : 0);
    lines.push({ start, end, tokens: own, first, level, depth, parentheses, continues, insideComment });
    for (const token of own) {
      if (token.image === '{') {
        depth++;
        parentheses = 0;
      } else if (token.image === '}') {
        depth = Math.max(0, depth - 1);
        parentheses = 0;
      } else if (token.image === '(') parentheses++;
      else if (token.image === ')') parentheses = Math.max(0, parentheses - 1);
      else if (words.declarations.has(kindOf(token))) {
        depth = 0;
        parentheses = 0;
      } else if (kindOf(token) === 'PROP' && depth > 0) parentheses = 0;
      if (endOf(token) > end) commentEnd = endOf(token);
    }
    start = text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;
  }
  return lines;
}

const leadingClosers = (tokens: readonly IToken[]): number => {
  let count = 0;
  while (tokens[count]?.image === ')') count++;
  return count;
};

/** Whether the token cannot begin a statement, given what stands before it. */
function goesOn(all: readonly IToken[], index: number, depth: number, parentheses: number, words: GrammarWords): boolean {
  const token = all[index]!;
  const kind = kindOf(token);
  if (words.declarations.has(kind) || token.image === '}' || token.image === '{') return false;
  if (kind === 'PROP' && parentheses === 0) return !startsStatement(all, index, depth);
  if (parentheses > 0) return true;
  let before = index - 1;
  while (before >= 0 && isComment(all[before]!)) before--;
  const previous = all[before];
  if (previous === undefined || previous.image === ';' || previous.image === '{' || previous.image === '}') return false;
  if (!isName(token)) return ![...words.nested.values()].some((inner) => inner.has(kind)) || depth === 0;
  return depth === 0 || expectsMore(previous, all[before - 1]);
}
/** A `name =` begins a property in a block; outside of one it is the name of a declaration whose keyword stands on an earlier line. */
const startsStatement = (all: readonly IToken[], index: number, depth: number): boolean => depth > 0 || index === 0;
const expectsMore = (token: IToken, before: IToken | undefined): boolean =>
  /^[-+*/^,(=<>]$|^[<>=!]=$|^->$/.test(token.image) || isSign(token, before) || (isWord(token) && kindOf(token) === token.image);
