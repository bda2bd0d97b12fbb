/**
 * Where the cursor stands, in the terms of the language: what may be written there follows from this. From the tokens alone, so that it
 * answers at once and in half-typed files.
 */
import type { IToken } from 'chevrotain';
import type { GrammarWords } from './grammar-words.js';
import { blockAt, isInside, structureOf, type Block, type Statement, type Structure } from './structure.js';
import { endOf, indexBefore, isComment, isName, isWord, kindOf, lineBreakBetween, type Tokens } from './tokens.js';

/** A call around the cursor: `value(w(ethanol), |` has callee `value` and index 1. */
export interface OpenCall {
  /** Absent for plain parentheses. */
  readonly callee?: IToken;
  readonly index: number;
  /** `x` in `value(T, x = |`. */
  readonly key?: string;
}
/** What the expression wants next: an operand, a unit behind a number, or an operator behind a finished operand. */
export type Wanted = 'operand' | 'unit' | 'operator';

export type Place =
  | { readonly kind: 'nowhere' }
  /** A declaration may begin. */
  | { readonly kind: 'declaration' }
  /** A property or a nested block may begin. */
  | { readonly kind: 'property'; readonly block: Block; readonly statement?: Statement }
  /** In the parentheses behind a property's name. */
  | { readonly kind: 'argument'; readonly block: Block; readonly statement: Statement; readonly index: number; readonly option?: string }
  /** In the value of a property. */
  | {
      readonly kind: 'value';
      readonly block: Block;
      readonly statement: Statement;
      readonly calls: readonly OpenCall[];
      readonly wanted: Wanted;
      readonly before: readonly IToken[];
    }
  /** In the head of a declaration, behind `word` (its keyword, or `of`, `over`, `at`, `=` …). */
  | {
      readonly kind: 'head';
      readonly block: Block;
      readonly word: string;
      readonly calls: readonly OpenCall[];
      readonly wanted: Wanted;
      readonly before: readonly IToken[];
    }
  /** In a string. */
  | {
      readonly kind: 'text';
      readonly block: Block;
      readonly statement?: Statement;
      readonly calls: readonly OpenCall[];
      readonly token: IToken;
    };

export interface Cursor {
  readonly offset: number;
  /** The name, unit or text that the cursor touches; it is what a completion replaces. */
  readonly partial?: IToken;
  readonly place: Place;
  readonly structure: Structure;
}

export function cursorAt(tokens: Tokens, words: GrammarWords, offset: number): Cursor {
  const structure = structureOf(tokens, words);
  const at = indexBefore(tokens.all, offset);
  const touched = tokens.all[at];
  const touches = touched !== undefined && offset <= endOf(touched);
  const nowhere: Cursor = { offset, place: { kind: 'nowhere' }, structure };
  if (touches && isComment(touched) && (kindOf(touched) === 'SL_COMMENT' || offset < endOf(touched))) return nowhere;
  if (touches && kindOf(touched) === 'NUMBER') return nowhere;
  const inText = touches && kindOf(touched) === 'STRING' && (offset < endOf(touched) || !/^"(?:\\.|[^"\\])*"$/.test(touched.image));
  const partial = touches && (isName(touched) || isWord(touched) || kindOf(touched) === 'UNIT' || inText) ? touched : undefined;
  const from = partial ? partial.startOffset : offset;
  const before = tokens.code.slice(0, indexBefore(tokens.code, from) + 1);
  const base = { offset, structure, ...(partial ? { partial } : {}) };
  return { ...base, place: placeAt(structure, words, tokens.text, before, from, partial, inText) };
}

function placeAt(
  structure: Structure,
  words: GrammarWords,
  text: string,
  before: readonly IToken[],
  from: number,
  partial: IToken | undefined,
  inText: boolean,
): Place {
  const previous = before.at(-1);
  if (!previous) return { kind: 'declaration' };
  const block = blockAt(structure, from);
  const newLine = lineBreakBetween(text, endOf(previous), from);
  if (!block) return previous.image === '}' && !newLine && partial ? { kind: 'declaration' } : { kind: 'declaration' };
  if (isInside(block, from)) return inBody(block, text, before, from, partial, inText);
  const header = before.slice(indexOfKeyword(before, block));
  const state = expressionState(header.slice(1));
  if (inText) return { kind: 'text', block, calls: state.calls, token: partial! };
  if (previous.image === ';') return { kind: 'declaration' };
  if (newLine && state.calls.length === 0 && !isUnfinished(previous, header)) return { kind: 'declaration' };
  const word = header.filter((token, i) => i === 0 || isHeadWord(token, words, block) || token.image === '=').at(-1)!;
  const own = header.slice(header.lastIndexOf(word) + 1);
  const inner = expressionState(own);
  return { kind: 'head', block, word: word.image, calls: inner.calls, wanted: inner.wanted, before: own };
}

const indexOfKeyword = (before: readonly IToken[], block: Block): number => before.lastIndexOf(block.keyword);
const isHeadWord = (token: IToken, words: GrammarWords, block: Block): boolean =>
  words.inner.get(block.keyword.image)?.includes(token.image) === true && isWord(token);
/** More must follow on the next line: the last token opens something. */
const isUnfinished = (last: IToken, header: readonly IToken[]): boolean =>
  header.length === 1 || /^(?:[-+*/^,(=<>]|[<>=!]=)$/.test(last.image) || (isWord(last) && header.length > 1);

function inBody(block: Block, text: string, before: readonly IToken[], from: number, partial: IToken | undefined, inText: boolean): Place {
  const previous = before.at(-1)!;
  const statement = block.statements.filter((s) => s.key.startOffset < from || s.key === partial).at(-1);
  const lastNested = block.children.filter((child) => child.keyword.startOffset < from).at(-1);
  if (!statement || statement.key === partial || (lastNested && lastNested.keyword.startOffset > statement.key.startOffset))
    return { kind: 'property', block, ...(statement?.key === partial && statement ? { statement } : {}) };
  if (previous.image === ';' || previous.image === '{') return { kind: 'property', block };
  const newLine = lineBreakBetween(text, endOf(previous), from);
  if (!statement.equals || statement.equals.startOffset >= from) {
    const insideParentheses =
      statement.open !== undefined && statement.open.startOffset < from && (!statement.close || statement.close.startOffset >= from);
    if (insideParentheses && !newLine) {
      const own = statement.arguments.filter((token) => token.startOffset < from);
      const option = own.at(-1)?.image === '=' ? own[own.length - 2]?.image : undefined;
      return {
        kind: 'argument',
        block,
        statement,
        index: own.filter((token) => token.image === ',').length,
        ...(option ? { option } : {}),
      };
    }
    return newLine ? { kind: 'property', block } : { kind: 'nowhere' };
  }
  const value = statement.value.filter((token) => token.startOffset < from);
  const state = expressionState(value);
  if (inText) return { kind: 'text', block, statement, calls: state.calls, token: partial! };
  if (newLine && state.calls.length === 0 && state.wanted !== 'operand') return { kind: 'property', block };
  return { kind: 'value', block, statement, calls: state.calls, wanted: state.wanted, before: value };
}

/** Kinds of token behind which an operand is complete. */
const finished: ReadonlySet<string> = new Set(['ID', 'PROP', 'ARG', 'UNIT', 'STRING', ')']);

/** The calls that are open at the end of some tokens, and what an expression wants next. */
export function expressionState(tokens: readonly IToken[]): { calls: OpenCall[]; wanted: Wanted } {
  const calls: { callee?: IToken; index: number; key?: string }[] = [];
  tokens.forEach((token, i) => {
    const previous = tokens[i - 1];
    if (token.image === '(') calls.push({ ...(isName(previous) ? { callee: previous } : {}), index: 0 });
    else if (token.image === ')') calls.pop();
    else if (token.image === ',' && calls.length) {
      calls.at(-1)!.index++;
      delete calls.at(-1)!.key;
    } else if (token.image === '=' && calls.length && previous && isName(previous)) calls.at(-1)!.key = previous.image;
  });
  const last = tokens.at(-1);
  const kind = last ? kindOf(last) : '';
  const wanted: Wanted = kind === 'NUMBER' ? 'unit' : finished.has(kind) ? 'operator' : 'operand';
  return { calls, wanted };
}
