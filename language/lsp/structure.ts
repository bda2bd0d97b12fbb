/**
 * The blocks and statements of a text, from its tokens alone. It always answers, whatever is half-typed: an open block ends where the next
 * declaration begins, an open value where the next property begins.
 */
import type { IToken } from 'chevrotain';
import type { GrammarWords } from './grammar-words.js';
import { endOf, isName, kindOf, type Tokens } from './tokens.js';

/** `soret(ethanol) = -3.2e-3 1/K` */
export interface Statement {
  readonly key: IToken;
  /** Tokens between the parentheses after the key. */
  readonly arguments: readonly IToken[];
  readonly open?: IToken;
  readonly close?: IToken;
  readonly equals?: IToken;
  readonly value: readonly IToken[];
}
/** A declaration, or a block inside one. */
export interface Block {
  readonly keyword: IToken;
  readonly name?: IToken;
  /** Tokens from the keyword up to the brace, or to the end of the declaration. */
  readonly header: readonly IToken[];
  readonly open?: IToken;
  close?: IToken;
  readonly parent?: Block;
  readonly children: Block[];
  readonly statements: Statement[];
  /** Offset behind the last token. */
  end: number;
}
export interface Structure {
  readonly tokens: Tokens;
  readonly blocks: readonly Block[];
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
type OpenStatement = Open<Omit<Statement, 'arguments' | 'value'>> & { arguments: IToken[]; value: IToken[] };
type OpenBlock = Open<Omit<Block, 'header' | 'children'>> & { header: IToken[]; children: OpenBlock[]; named: boolean };

const cache = new WeakMap<Tokens, Structure>();

export function structureOf(tokens: Tokens, words: GrammarWords): Structure {
  const known = cache.get(tokens);
  if (known) return known;
  const blocks: OpenBlock[] = [];
  let block: OpenBlock | undefined;
  let statement: OpenStatement | undefined;
  const begin = (keyword: IToken, parent: OpenBlock | undefined) => {
    block = { keyword, header: [keyword], children: [], statements: [], end: endOf(keyword), named: false, ...(parent ? { parent } : {}) };
    (parent ? parent.children : blocks).push(block);
    statement = undefined;
  };
  for (const token of tokens.code) {
    const kind = kindOf(token);
    if (words.declarations.has(kind)) {
      begin(token, undefined);
      continue;
    }
    if (!block || block.close) continue;
    if (block.open && words.nested.get(block.keyword.image)?.has(kind)) {
      begin(token, block);
      continue;
    }
    block.end = endOf(token);
    if (!block.open) {
      if (kind === '{') block.open = token;
      else {
        if (isName(token) && !block.named) {
          block.name = token;
          block.named = true;
        }
        if (kind !== ';') block.header.push(token);
      }
      continue;
    }
    if (kind === '}') {
      block.close = token;
      statement = undefined;
      if (block.parent) {
        block = block.parent as OpenBlock;
        block.end = endOf(token);
      }
      continue;
    }
    statement = addTo(block, statement, token, kind, tokens.text);
  }
  const made = { tokens, blocks };
  cache.set(tokens, made);
  return made;
}

/** Adds a token of a block's body to its statement, or begins the next statement. */
function addTo(
  block: OpenBlock,
  statement: OpenStatement | undefined,
  token: IToken,
  kind: string,
  text: string,
): OpenStatement | undefined {
  if (kind === ';') return undefined;
  const onNewLine = statement !== undefined && /[\r\n]/.test(text.slice(lastOffset(statement), token.startOffset));
  const starts = kind === 'PROP' || (isName(token) && (statement === undefined || (onNewLine && !isOpen(statement))));
  if (starts && !(statement?.open && !statement.close && !onNewLine)) {
    const begun: OpenStatement = { key: token, arguments: [], value: [] };
    block.statements.push(begun);
    return begun;
  }
  if (!statement) return undefined;
  if (statement.equals) statement.value.push(token);
  else if (kind === '=' && !(statement.open && !statement.close)) statement.equals = token;
  else if (kind === '(' && !statement.open) statement.open = token;
  else if (kind === ')' && statement.open) statement.close ??= token;
  else statement.arguments.push(token);
  return statement;
}
const lastOffset = (statement: OpenStatement): number =>
  endOf(statement.value.at(-1) ?? statement.equals ?? statement.close ?? statement.arguments.at(-1) ?? statement.open ?? statement.key);
/** The value goes on: it ends with an operator, a comma or an open parenthesis. */
const isOpen = (statement: OpenStatement): boolean => {
  const last = statement.value.at(-1) ?? statement.equals;
  return last !== undefined && /^(?:[-+*/^,(=<>]|[<>=!]=|and|or|not|then|else|if)$/.test(last.image);
};

/** The innermost block that an offset stands in; behind a closed block's brace it is outside. */
export function blockAt(structure: Structure, offset: number): Block | undefined {
  let found: Block | undefined;
  let candidates: readonly Block[] = structure.blocks;
  for (;;) {
    const inner = lastStartingBefore(candidates, offset);
    if (!inner || (inner.close && offset >= endOf(inner.close))) return found;
    found = inner;
    if (!inner.open || offset < endOf(inner.open)) return found;
    candidates = inner.children;
  }
}
const lastStartingBefore = (blocks: readonly Block[], offset: number): Block | undefined => {
  let low = 0;
  let high = blocks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (blocks[middle]!.keyword.startOffset < offset) low = middle + 1;
    else high = middle;
  }
  return blocks[low - 1];
};
/** Whether the offset stands between a block's braces. */
export const isInside = (block: Block, offset: number): boolean =>
  block.open !== undefined && offset >= endOf(block.open) && (block.close === undefined || offset <= block.close.startOffset);
export const statementAt = (block: Block, offset: number): Statement | undefined =>
  block.statements.filter((statement) => statement.key.startOffset < offset).at(-1);
