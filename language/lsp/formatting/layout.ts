/** The normal layout of a text as small edits of blanks. Tokens and line breaks stay; only runs of blank lines are shortened to one. */
import type { IToken } from 'chevrotain';
import type { GrammarWords } from '../grammar-words.js';
import { endOf, isComment, type Tokens } from '../tokens.js';
import { alignment, type Measured } from './columns.js';
import { gap } from './gaps.js';
import { linesOf, type Line } from './lines.js';

/** Replace the text between two offsets; `line` is the line whose layout it belongs to. */
export interface BlankEdit {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export function layoutEdits(tokens: Tokens, words: GrammarWords, unit: string): BlankEdit[] {
  const { text } = tokens;
  const lines = linesOf(tokens, words);
  const measured = lines.map((line) => measure(line, tokens));
  const extra = alignment(measured, words);
  const comments = commentColumns(measured, extra, text, unit.length);
  const edits: BlankEdit[] = [];
  const edit = (line: number, start: number, end: number, wanted: string) => {
    const now = text.slice(start, end);
    if (now !== wanted && /^\s*$/.test(now)) edits.push({ line, start, end, text: wanted });
  };
  let commentShift = 0;
  let blankBefore = true;
  lines.forEach((line, index) => {
    const first = line.tokens[0];
    if (line.insideComment) return shiftComment(line, commentShift, text, (start, end, wanted) => edit(index, start, end, wanted));
    if (!first) {
      const next = lines[index + 1];
      if (next && (blankBefore || text.slice(line.end).trim() === '')) edit(index, line.start, next.start, '');
      else edit(index, line.start, line.end, '');
      blankBefore = true;
      return;
    }
    blankBefore = false;
    const indent = unit.repeat(line.level);
    commentShift = indent.length - (first.startOffset - line.start);
    edit(index, line.start, first.startOffset, indent);
    let column = indent.length;
    line.tokens.forEach((token, i) => {
      if (i > 0) {
        const left = line.tokens[i - 1]!;
        const from = endOf(left);
        const placed = comments.get(token);
        const wanted = placed === undefined ? normal(tokens, line, i) + ' '.repeat(extra.get(token) ?? 0) : ' '.repeat(placed - column);
        edit(index, from, token.startOffset, wanted);
        column += wanted.length;
      }
      column += token.image.length;
    });
    const last = endOf(line.tokens.at(-1)!);
    if (last <= line.end) edit(index, last, line.end, '');
  });
  const last = lines.at(-1)!;
  if (last.tokens.length > 0 || (last.insideComment && last.end > last.start))
    edits.push({ line: lines.length - 1, start: text.length, end: text.length, text: text.includes('\r\n') ? '\r\n' : '\n' });
  return edits;
}

/** Blank before the i-th token of a line; what the lexer could not read stays as it is. */
function normal(tokens: Tokens, line: Line, i: number): string {
  const left = line.tokens[i - 1]!;
  const right = line.tokens[i]!;
  const now = tokens.text.slice(endOf(left), right.startOffset);
  return now.trim() === '' ? (gap(codeBefore(tokens, line.first + i - 1), left, right) ?? now) : now;
}
const codeBefore = (tokens: Tokens, index: number): IToken | undefined => {
  let before = index - 1;
  while (before >= 0 && isComment(tokens.all[before]!)) before--;
  return tokens.all[before];
};

function measure(line: Line, tokens: Tokens): Measured {
  const columns: number[] = [];
  let column = 0;
  line.tokens.forEach((token, i) => {
    if (i > 0) column += normal(tokens, line, i).length;
    columns.push(column);
    column += token.image.length;
  });
  return { line, columns };
}

/** Columns of the comments behind code: kept where the writer has put them in line, else two blanks behind the longest neighbour. */
function commentColumns(
  measured: readonly Measured[],
  extra: ReadonlyMap<IToken, number>,
  text: string,
  unit: number,
): Map<IToken, number> {
  const placed = new Map<IToken, number>();
  let group: { token: IToken; now: number; width: number }[] = [];
  const finish = () => {
    const columns = new Set(group.map((c) => c.now));
    const least = Math.max(0, ...group.map((c) => c.width));
    const kept = columns.size === 1 && group[0]!.now > least ? group[0]!.now : least + 2;
    for (const comment of group) placed.set(comment.token, kept);
    group = [];
  };
  for (const { line, columns } of measured) {
    const last = line.tokens.at(-1);
    if (!last || line.insideComment) finish();
    else if (line.tokens.length > 1 && isComment(last) && text.slice(endOf(line.tokens.at(-2)!), last.startOffset).trim() === '') {
      const before = line.tokens.at(-2)!;
      const shift = line.tokens.reduce((sum, token) => sum + (extra.get(token) ?? 0), 0);
      group.push({
        token: last,
        now: last.startOffset - line.start,
        width: line.level * unit + columns.at(-2)! + before.image.length + shift,
      });
    }
  }
  finish();
  return placed;
}

/** The later lines of a comment follow its first line. */
function shiftComment(line: Line, shift: number, text: string, edit: (start: number, end: number, wanted: string) => void): void {
  let content = line.start;
  while (content < line.end && (text[content] === ' ' || text[content] === '\t')) content++;
  if (content < line.end && shift !== 0) edit(line.start, content, ' '.repeat(Math.max(0, content - line.start + shift)));
}
