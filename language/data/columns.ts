/** Numbers of a data file, with what is wrong with it. */
import type { FileText } from '../documents/data-files.js';
import { cellNumber, parseCsv, type CsvFile } from './csv.js';
import type { DataColumnDeclared } from './header.js';

export interface DataProblem {
  readonly code:
    | 'data/file'
    | 'data/header'
    | 'data/duplicate'
    | 'data/number'
    | 'data/decimal-comma'
    | 'data/column'
    | 'data/unit'
    | 'data/rows';
  readonly message: string;
  readonly advice?: string;
  readonly severity?: 'warning';
}
export interface ReadColumn {
  readonly declared: DataColumnDeclared;
  /** As written, one per row. */
  readonly values: readonly number[];
  /** One-based line of a row in the file. */
  readonly lineOf: (row: number) => number;
}

/** Reads every column; the columns are complete when there are no problems. */
export function readColumns(
  text: FileText | undefined,
  path: string,
): { readonly columns: readonly ReadColumn[]; readonly problems: readonly DataProblem[] } {
  if (text === null || text === undefined) {
    const problem: DataProblem = {
      code: 'data/file',
      message: `The file ${path} cannot be read.`,
      advice: 'paths are relative to the model',
    };
    return { columns: [], problems: [problem] };
  }
  if (text.includes('\0'))
    return {
      columns: [],
      problems: [{ code: 'data/header', message: `${path} is not a text file.`, advice: 'export the table as CSV (UTF-8)' }],
    };
  const file = parseCsv(text);
  if (!file || file.columns.every((column) => column.name === '')) {
    const problem: DataProblem = {
      code: 'data/header',
      message: `${path} has no header.`,
      advice: 'its first line names the columns with their units: t [s],dw [1]',
    };
    return { columns: [], problems: [problem] };
  }
  const problems = [...headerProblems(file, path)];
  const lines: number[] = [];
  const columns = file.columns.map((declared) => ({ declared, values: [] as number[], lineOf: (row: number) => lines[row]! }));
  for (const { line, cells } of file.rows) {
    if (cells.length !== columns.length) {
      problems.push(wrongCount(file, path, line, cells));
      break;
    }
    const numbers = cells.map((cell) => cellNumber(cell, file.separator));
    const bad = numbers.findIndex((number) => typeof number === 'string');
    if (bad >= 0) {
      problems.push(wrongCell(file, path, line, cells[bad]!, bad));
      break;
    }
    lines.push(line);
    numbers.forEach((number, i) => columns[i]!.values.push(number as number));
  }
  if (lines.length === 0 && problems.length === 0) problems.push({ code: 'data/rows', message: `${path} has a header but no rows.` });
  return { columns, problems };
}

function* headerProblems(file: CsvFile, path: string): Generator<DataProblem> {
  const seen = new Set<string>();
  for (const { name, unit, unitText } of file.columns) {
    if (/^[-+]?[0-9.]+(e[-+]?[0-9]+)?$/i.test(name))
      yield {
        code: 'data/header',
        message: `${path} begins with numbers instead of a header.`,
        advice: 'its first line names the columns with their units: t [s],dw [1]',
      };
    else if (seen.has(name)) yield { code: 'data/duplicate', message: `${path} has two columns called ${name}.` };
    seen.add(name);
    if (unit === 'bad') yield { code: 'data/unit', message: `There is no unit called ${unitText} in the header of ${path}.` };
  }
}
function wrongCount(file: CsvFile, path: string, line: number, cells: readonly string[]): DataProblem {
  const twice = cells.length === 2 * file.columns.length || cells.length > file.columns.length;
  return {
    code: twice && file.separator === ',' ? 'data/decimal-comma' : 'data/rows',
    message: `Line ${line} of ${path} has ${cells.length} ${cells.length === 1 ? 'value' : 'values'}, the header names ${file.columns.length} columns.`,
    advice: twice && file.separator === ',' ? 'are these decimal commas? write decimal points' : undefined,
  };
}
function wrongCell(file: CsvFile, path: string, line: number, cell: string, column: number): DataProblem {
  const name = file.columns[column]!.name;
  const why = cellNumber(cell, file.separator);
  if (why === 'decimal comma')
    return { code: 'data/decimal-comma', message: `Line ${line} of ${path}: ${cell} has a decimal comma.`, advice: 'write decimal points' };
  const message =
    why === 'empty'
      ? `Line ${line} of ${path} has no value for ${name}.`
      : `Line ${line} of ${path}: ${cell} is ${why === 'too large' ? 'larger than numbers can be' : 'not a number'} (column ${name}).`;
  const isUnseparated = file.columns.length === 1 && /\S\s+\S/.test(cell);
  return {
    code: 'data/number',
    message,
    advice: isUnseparated ? 'separate the columns by commas, semicolons or tabs' : 'leave rows without a value out',
  };
}
