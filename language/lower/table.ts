/** `table("file.csv", T)`: the first two columns of a data file, in SI. */
import { number, type Formula } from '../../solver/formula.js';
import { readColumns } from '../data/columns.js';
import { toSi } from '../units/convert.js';
import type * as ast from '../generated/ast.js';
import { fieldFormula } from './fields.js';
import { lowerFormula } from './formula.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

export function tableFormula(call: ast.Call, lowering: Lowering): Formula {
  const [file, argument] = call.args;
  const path = file?.value?.$type === 'Text' ? file.value.value : '';
  const read = readColumns(lowering.dataFiles.text(lowering.document, path), path);
  const problem = (message: string) => lowering.problem('data/table', message, originOf(call));
  const [abscissa, ordinate] = read.columns;
  if (read.problems.length > 0 || !abscissa || !ordinate) {
    problem(read.problems[0]?.message ?? `${path} needs two columns.`);
    return number(NaN);
  }
  const unitOf = (column: typeof abscissa) => (column.declared.unit === 'bad' ? undefined : column.declared.unit);
  const rows = abscissa.values
    .map((value, i) => [toSi(value, unitOf(abscissa)), toSi(ordinate.values[i]!, unitOf(ordinate))] as const)
    .sort((a, b) => a[0] - b[0]);
  if (rows.length < 2) problem(`${path} needs at least two rows.`);
  if (rows.some((row, i) => i > 0 && row[0] === rows[i - 1]![0]))
    problem(`${path} gives two values for the same ${abscissa.declared.name}.`);
  return {
    kind: 'table',
    abscissae: rows.map((row) => row[0]),
    ordinates: rows.map((row) => row[1]),
    argument: argument ? lowerFormula(argument.value, lowering) : (fieldFormula(abscissa.declared.name) ?? number(NaN)),
  };
}
