/**
 * The tokens of a text, comments included, for the requests that must answer before the parser has caught up (completion, formatting,
 * signature help) and in half-typed files. Lexing takes about 2 ms per 1,000 lines and is done once per text.
 */
import type { IToken } from 'chevrotain';
import type { Lexer } from 'langium';

export interface Tokens {
  readonly text: string;
  /** Tokens and comments in the order of the text. */
  readonly all: readonly IToken[];
  /** Without comments. */
  readonly code: readonly IToken[];
}

const lexed = new WeakMap<Lexer, Tokens>();

/** Tokens of a text; the last text is remembered per lexer, because an editor asks many questions about one version. */
export function tokenize(lexer: Lexer, text: string): Tokens {
  const last = lexed.get(lexer);
  if (last?.text === text) return last;
  const { tokens, hidden } = lexer.tokenize(text);
  const made: Tokens = { text, code: tokens, all: merge(tokens, hidden) };
  lexed.set(lexer, made);
  return made;
}

function merge(tokens: readonly IToken[], comments: readonly IToken[]): readonly IToken[] {
  if (comments.length === 0) return tokens;
  const merged: IToken[] = [];
  let next = 0;
  for (const token of tokens) {
    for (; next < comments.length && comments[next]!.startOffset < token.startOffset; next++) merged.push(comments[next]!);
    merged.push(token);
  }
  merged.push(...comments.slice(next));
  return merged;
}

/** Offset just behind a token. */
export const endOf = (token: IToken): number => token.startOffset + token.image.length;
export const kindOf = (token: IToken): string => token.tokenType.name;
export const isName = (token: IToken | undefined): token is IToken =>
  token !== undefined && (kindOf(token) === 'ID' || kindOf(token) === 'PROP' || kindOf(token) === 'ARG');
export const isComment = (token: IToken): boolean => kindOf(token) === 'SL_COMMENT' || kindOf(token) === 'ML_COMMENT';
/** A keyword that is a word (`model`), not an operator; keyword tokens carry their own text as name. */
export const isWord = (token: IToken): boolean => token.tokenType.name === token.image && /^[a-z]/.test(token.image);
/** Last token that begins before the offset; -1 when there is none. */
export function indexBefore(tokens: readonly IToken[], offset: number): number {
  let low = 0;
  let high = tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.startOffset < offset) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
/** Whether a line ends between two offsets. */
export const lineBreakBetween = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) if (text.charCodeAt(i) === 10 || text.charCodeAt(i) === 13) return true;
  return false;
};
