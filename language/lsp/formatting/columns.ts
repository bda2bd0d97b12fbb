/** Columns: `=` of neighbouring properties, names and braces of neighbouring one-line declarations, trailing comments. */
import type { IToken } from 'chevrotain';
import type { GrammarWords } from '../grammar-words.js';
import { isComment, isName, kindOf } from '../tokens.js';
import type { Line } from './lines.js';

/** Text before an aligned token may be this wide at most; a longer one stands out of the column. */
const widest = 48;

/** Where a token of a line stands, and how wide the text before it is once blanks are normal. */
export interface Stop {
  readonly token: IToken;
  readonly width: number;
}
/** A line with its normal width up to each token. */
export interface Measured {
  readonly line: Line;
  /** Normal column of each token, relative to the line's own indentation. */
  readonly columns: readonly number[];
}

type Kind = 'property' | 'value' | 'block';
/** `=` of a property, of a `let`; `{` of a one-line block. */
function stopOf(line: Line, words: GrammarWords): { kind: Kind; index: number } | undefined {
  if (line.insideComment || line.continues || line.tokens.length === 0) return undefined;
  const first = line.tokens[0]!;
  const equals = line.tokens.findIndex((token) => token.image === '=');
  if (line.depth > 0 && kindOf(first) === 'PROP') {
    let depth = 0;
    const own = line.tokens.findIndex((token) => {
      if (token.image === '(') depth++;
      if (token.image === ')') depth--;
      return token.image === '=' && depth === 0;
    });
    return own < 0 ? undefined : { kind: 'property', index: own };
  }
  if (!words.declarations.has(kindOf(first))) return undefined;
  if (equals === 2 && isName(line.tokens[1])) return { kind: 'value', index: equals };
  const brace = line.tokens.findIndex((token) => token.image === '{');
  const closed = line.tokens.filter((token) => !isComment(token)).at(-1)?.image === '}';
  return brace > 0 && closed ? { kind: 'block', index: brace } : undefined;
}

/** Extra blanks before tokens, so that neighbours line up. */
export function alignment(measured: readonly Measured[], words: GrammarWords): Map<IToken, number> {
  const extra = new Map<IToken, number>();
  const groups = (sameGroup: (a: Measured, b: Measured) => boolean, usable: (m: Measured) => boolean): Measured[][] => {
    const made: Measured[][] = [];
    let last: Measured | undefined;
    for (const m of measured) {
      if (m.line.tokens.length === 0 || m.line.insideComment) {
        last = undefined;
        continue;
      }
      if (m.line.tokens.every(isComment) && last) continue;
      if (!usable(m)) {
        last = undefined;
        continue;
      }
      if (last && sameGroup(last, m)) made.at(-1)!.push(m);
      else made.push([m]);
      last = m;
    }
    return made;
  };
  const width = (m: Measured, index: number): number => {
    let shift = 0;
    for (let i = 0; i <= index; i++) shift += extra.get(m.line.tokens[i]!) ?? 0;
    return m.columns[index]! + shift;
  };
  const align = (group: readonly Measured[], index: (m: Measured) => number) => {
    const fitting = group.filter((m) => width(m, index(m)) <= widest);
    const target = Math.max(0, ...fitting.map((m) => width(m, index(m))));
    for (const m of fitting) {
      const missing = target - width(m, index(m));
      const token = m.line.tokens[index(m)]!;
      if (missing > 0) extra.set(token, (extra.get(token) ?? 0) + missing);
    }
  };
  const kind = (m: Measured) => stopOf(m.line, words)?.kind;
  // names of `param`/`let` and of `steady`/`transient` neighbours
  const named = (m: Measured) => m.line.depth === 0 && isNamedStart(m.line, words);
  for (const group of groups((a, b) => nameClass(a.line) === nameClass(b.line), named)) align(group, () => 1);
  for (const group of groups(
    (a, b) => kind(a) === kind(b) && a.line.depth === b.line.depth && headClass(a.line) === headClass(b.line),
    (m) => kind(m) !== undefined,
  ))
    align(group, (m) => stopOf(m.line, words)!.index);
  return extra;
}
const values = new Set(['param', 'let', 'measure']);
const studies = new Set(['steady', 'transient']);
const isNamedStart = (line: Line, words: GrammarWords): boolean =>
  !line.continues &&
  line.tokens.length > 1 &&
  words.declarations.has(kindOf(line.tokens[0]!)) &&
  isName(line.tokens[1]) &&
  nameClass(line) !== undefined;
const nameClass = (line: Line): string | undefined => {
  const keyword = line.tokens[0]!.image;
  return values.has(keyword) ? 'value' : studies.has(keyword) ? 'study' : undefined;
};
/** `initial` and `boundary` stand together, `species` by themselves. */
const headClass = (line: Line): string => {
  const keyword = line.tokens[0]!.image;
  return values.has(keyword)
    ? 'value'
    : keyword === 'initial' || keyword === 'boundary'
      ? 'state'
      : studies.has(keyword)
        ? 'study'
        : line.depth > 0
          ? 'property'
          : keyword;
};
