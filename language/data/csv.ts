/** Text of a data file → header and rows. Lines that begin with `#` are comments. Separated by commas, semicolons or tabs. */
import { columnDeclared, type DataColumnDeclared } from './header.js';

export interface CsvRow {
  /** One-based line in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface CsvFile {
  readonly columns: readonly DataColumnDeclared[];
  /** Read line by line: a file may have a million rows, and often only its header is wanted. */
  readonly rows: Iterable<CsvRow>;
  readonly separator: ',' | ';' | '\t';
}

/** Undefined when there is no header. */
export function parseCsv(text: string): CsvFile | undefined {
  const lines = linesOf(text);
  const first = lines.next();
  if (first.done) return undefined;
  const header = first.value;
  const separator = separatorOf(header.content);
  return {
    columns: cellsOf(header.content, separator).map(columnDeclared),
    rows: rowsOf(lines, separator),
    separator,
  };
}

interface Line {
  readonly content: string;
  readonly line: number;
}

/** Neither blank nor a comment. */
function* linesOf(text: string): Generator<Line, undefined> {
  const isEnd = (at: number) => text[at] === '\n' || text[at] === '\r';
  for (let [from, line] = [text[0] === '\ufeff' ? 1 : 0, 1]; from < text.length; line++) {
    let to = from;
    while (to < text.length && !isEnd(to)) to++;
    const content = text.slice(from, to);
    from = to + (text[to] === '\r' && text[to + 1] === '\n' ? 2 : 1);
    if (content.trim() !== '' && !content.trimStart().startsWith('#')) yield { content, line };
  }
}
function* rowsOf(lines: Iterable<Line>, separator: string): Generator<CsvRow> {
  for (const { content, line } of lines) yield { line, cells: cellsOf(content, separator) };
}
const separatorOf = (header: string): CsvFile['separator'] => (header.includes(';') ? ';' : header.includes('\t') ? '\t' : ',');

/** Cells of one line; a cell may stand in double quotes, in which `""` is a quote. */
function cellsOf(line: string, separator: string): string[] {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i++) {
    const c = line[i]!;
    if (c === '"' && quoted && line[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (c === '"') quoted = !quoted;
    else if (c === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += c;
  }
  return [...cells, cell.trim()];
}

/** The number in a cell; why not, when there is none. */
export function cellNumber(cell: string, separator: string): number | 'empty' | 'decimal comma' | 'not a number' | 'too large' {
  const text = cell.replace('−', '-');
  if (text === '') return 'empty';
  if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) {
    const value = Number(text);
    return Number.isFinite(value) ? value : 'too large';
  }
  if (separator !== ',' && /^[-+]?[0-9]+,[0-9]+(?:[eE][-+]?[0-9]+)?$/.test(text)) return 'decimal comma';
  return 'not a number';
}
