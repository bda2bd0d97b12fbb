/** Text of a data file → header and rows. Lines that begin with `#` are comments. Separated by commas, semicolons or tabs. */
import { columnDeclared, type DataColumnDeclared } from './header.js';

export interface CsvRow {
  /** One-based line in the file. */
  readonly line: number;
  readonly cells: readonly string[];
}
export interface CsvFile {
  readonly columns: readonly DataColumnDeclared[];
  readonly rows: readonly CsvRow[];
  readonly separator: ',' | ';' | '\t';
}

/** Undefined when there is no header. */
export function parseCsv(text: string): CsvFile | undefined {
  const lines = text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .map((content, index) => ({ content, line: index + 1 }))
    .filter(({ content }) => content.trim() !== '' && !content.trimStart().startsWith('#'));
  const header = lines.shift();
  if (!header) return undefined;
  const separator = separatorOf(header.content);
  return {
    columns: cellsOf(header.content, separator).map(columnDeclared),
    rows: lines.map(({ content, line }) => ({ line, cells: cellsOf(content, separator) })),
    separator,
  };
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
export function cellNumber(cell: string, separator: string): number | 'empty' | 'decimal comma' | 'not a number' {
  const text = cell.replace('−', '-');
  if (text === '') return 'empty';
  if (/^[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]+)?$/.test(text)) return Number(text);
  if (separator !== ',' && /^[-+]?[0-9]+,[0-9]+(?:[eE][-+]?[0-9]+)?$/.test(text)) return 'decimal comma';
  return 'not a number';
}
