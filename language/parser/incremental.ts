/**
 * Parsing after an edit: only the declarations around the change are parsed again, all others keep their trees and move to their new places.
 * A file is a flat list of declarations, each beginning with a keyword, so the result equals that of a fresh parse: the parser comes to the
 * first declaration behind the change, which is read again and must come out as it was, in the state in which it came to it before.
 * Wherever that is not certain nothing is done and the caller parses everything.
 */
import type { IToken } from 'chevrotain';
import {
  isCompositeCstNode,
  isLeafCstNode,
  type AstNode,
  type CompositeCstNode,
  type CstNode,
  type Mutable,
  type ParseResult,
} from 'langium';
import { isModel, type Declaration, type Model } from '../generated/ast.js';

/** What a tree node keeps of its place. Langium has no interface for moving one. */
interface MovableLeaf {
  _offset: number;
  _startLine: number;
  _startColumn: number;
  _endLine: number;
  _endColumn: number;
}
interface MovableComposite {
  content: CstNode[];
  container: CompositeCstNode | undefined;
  _rangeCache: unknown;
}
interface MovableRoot extends MovableComposite {
  _text: string;
}

/** Whole declarations kept between the change and the first one that is not parsed again. */
const margin = 1;
/** Below this number of declarations parsing everything is as quick. */
const fewest = 8;

/** The old result, changed to be that of `text`; undefined when everything must be parsed. */
export function reparse(
  old: ParseResult<AstNode>,
  text: string,
  parse: (part: string) => ParseResult<AstNode>,
): ParseResult<AstNode> | undefined {
  const model = old.value;
  const root = model.$cstNode?.root;
  if (!isModel(model) || !root || model.declarations.length < fewest || old.lexerErrors.length > 0) return undefined;
  const before = root.fullText;
  const [from, tail] = difference(before, text);
  const region = regionAround(model, before, from, before.length - tail);
  const errors = region && sorted(old.parserErrors, region);
  if (!errors) return undefined;
  const shift: Shift = {
    offset: text.length - before.length,
    line: linesIn(text, region.start, region.end + text.length - before.length) - linesIn(before, region.start, region.end),
    column: 0,
  };
  const partText = text.slice(region.start, region.end + shift.offset);
  const part = parse(partText);
  const partRoot = part.value.$cstNode?.root;
  // a part without any token has no tree of its own
  if (!partRoot || !isModel(part.value) || !isTrusted(part, part.value, partText, model, region, shift.offset)) return undefined;

  const here: Shift = { offset: region.start, line: region.line, column: region.column };
  const children = root.content;
  const first = children.findIndex((child) => child.offset >= region.start);
  const behind = children.findIndex((child) => child.offset >= region.end);
  const kept = [first < 0 ? children : children.slice(0, first), behind < 0 ? [] : children.slice(behind)] as const;
  for (const child of partRoot.content) move(child, here);
  if (shift.offset !== 0 || shift.line !== 0) for (const child of kept[1]) move(child, shift);
  const movable = root as unknown as MovableRoot;
  movable._text = text;
  movable._rangeCache = undefined;
  movable.content = [...kept[0], ...partRoot.content, ...kept[1]];
  for (const child of partRoot.content) (child as unknown as MovableComposite).container = root;

  const declarations = [
    ...model.declarations.slice(0, region.first),
    ...part.value.declarations,
    ...model.declarations.slice(region.behind),
  ];
  const made: Mutable<Model> = { $type: model.$type, $cstNode: root, declarations };
  (root as { astNode: AstNode }).astNode = made;
  declarations.forEach((declaration, index) => {
    const node = declaration as Mutable<Declaration>;
    node.$container = made;
    node.$containerProperty = 'declarations';
    node.$containerIndex = index;
  });
  const parserErrors = [
    ...errors.before,
    ...part.parserErrors.map((error) => moved(error, here)),
    ...errors.behind.map((error) => moved(error, shift)),
  ];
  return { ...part, value: made, parserErrors };
}

/**
 * Whether the part would have come out the same inside the whole text: no open comment runs out of it, its errors end before the last
 * declaration, and that one, which the edit did not touch, stands where it stood.
 */
function isTrusted(
  part: ParseResult<AstNode>,
  made: Model,
  partText: string,
  old: Model,
  { start, behind }: Region,
  delta: number,
): boolean {
  if (part.lexerErrors.length > 0) return false;
  if (part.parserErrors.length > 0 && partText.includes('/*')) return false;
  if (behind >= old.declarations.length) return true;
  const wanted = old.declarations[behind - 1]!;
  const found = made.declarations.at(-1);
  const [was, is] = [wanted.$cstNode, found?.$cstNode];
  if (!was || !is || found!.$type !== wanted.$type || is.offset + start !== was.offset + delta || is.length !== was.length) return false;
  return part.parserErrors.every((error) => tokensOf(error).every((token) => placeOf(token) <= is.offset));
}

/** Length of the common beginning and of the common end of two texts. */
function difference(a: string, b: string): readonly [beginning: number, end: number] {
  const shorter = Math.min(a.length, b.length);
  let from = 0;
  while (from < shorter && a.charCodeAt(from) === b.charCodeAt(from)) from++;
  let tail = 0;
  while (tail < shorter - from && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail++;
  return [from, tail];
}

interface Region {
  /** Declarations that are parsed again: from `first` up to, but not with, `behind`. */
  readonly first: number;
  readonly behind: number;
  /** Offsets in the old text. */
  readonly start: number;
  readonly end: number;
  /** Nothing is kept behind it. */
  readonly toEnd: boolean;
  /** Where the region begins. */
  readonly line: number;
  readonly column: number;
}

function regionAround({ declarations }: Model, text: string, from: number, to: number): Region | undefined {
  const places = declarations.map((declaration) => declaration.$cstNode);
  if (places.some((place) => place === undefined)) return undefined;
  // one more is read again than the change touches: a token may reach over to its neighbour
  let first = places.findIndex((place) => place!.end >= from);
  first = Math.max(0, (first < 0 ? places.length : first) - margin);
  let behind = places.findIndex((place) => place!.offset > to);
  behind = behind < 0 ? places.length : Math.min(places.length, behind + margin);
  // what is kept must begin a line, or its columns would move, and a token could read on into it
  while (behind < places.length && !/[\r\n][^\S\r\n]*$/.test(text.slice(Math.max(0, places[behind]!.offset - 200), places[behind]!.offset)))
    behind++;
  const last = first > 0 ? places[first - 1]! : undefined;
  return {
    first,
    behind,
    start: last?.end ?? 0,
    end: behind < places.length ? places[behind]!.offset : text.length,
    toEnd: behind >= places.length,
    line: last?.range.end.line ?? 0,
    column: last?.range.end.character ?? 0,
  };
}

type ParserError = ParseResult<AstNode>['parserErrors'][number];
const tokensOf = (error: ParserError): readonly IToken[] => {
  const { previousToken } = error as { previousToken?: IToken };
  return [error.token, ...error.resyncedTokens, ...(previousToken ? [previousToken] : [])];
};
/** The end of the file is a token without a place. */
const placeOf = ({ startOffset }: IToken): number => (startOffset >= 0 ? startOffset : Infinity);
/** Errors of the old parse before and behind the region; undefined when one reaches over its edge. */
function sorted(
  errors: readonly ParserError[],
  { start, end, toEnd }: Region,
): { before: ParserError[]; behind: ParserError[] } | undefined {
  const before: ParserError[] = [];
  const behind: ParserError[] = [];
  for (const error of errors) {
    const offsets = tokensOf(error).map(placeOf);
    if (offsets.every((offset) => offset < start)) before.push(error);
    else if (!toEnd && offsets.every((offset) => offset > end)) behind.push(error);
    else if (!offsets.every((offset) => offset >= start && (offset < end || toEnd))) return undefined;
  }
  return { before, behind };
}

interface Shift {
  readonly offset: number;
  readonly line: number;
  /** Counts for tokens on the first line of a part. */
  readonly column: number;
}
function moved(error: ParserError, shift: Shift): ParserError {
  const token = (t: IToken): IToken => {
    if (placeOf(t) === Infinity) return t;
    const onFirst = (line: number | undefined) => (line === 1 ? shift.column : 0);
    return {
      ...t,
      startOffset: t.startOffset + shift.offset,
      endOffset: t.endOffset! + shift.offset,
      startLine: t.startLine! + shift.line,
      endLine: t.endLine! + shift.line,
      startColumn: t.startColumn! + onFirst(t.startLine),
      endColumn: t.endColumn! + onFirst(t.endLine),
    };
  };
  const { previousToken } = error as { previousToken?: IToken };
  return {
    ...error,
    message: error.message,
    name: error.name,
    token: token(error.token),
    resyncedTokens: error.resyncedTokens.map(token),
    ...(previousToken ? { previousToken: token(previousToken) } : {}),
  };
}

const linesIn = (text: string, start: number, end: number): number => text.slice(start, end).match(/\r\n|\n|\r/g)?.length ?? 0;

/** Moves a tree. */
function move(node: CstNode, shift: Shift): void {
  if (isCompositeCstNode(node)) {
    (node as unknown as MovableComposite)._rangeCache = undefined;
    for (const child of node.content) move(child, shift);
  } else if (isLeafCstNode(node)) {
    const leaf = node as unknown as MovableLeaf;
    if (leaf._startLine === 0) leaf._startColumn += shift.column;
    if (leaf._endLine === 0) leaf._endColumn += shift.column;
    leaf._offset += shift.offset;
    leaf._startLine += shift.line;
    leaf._endLine += shift.line;
  }
}
