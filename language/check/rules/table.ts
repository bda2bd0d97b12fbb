/** `table("file.csv", T)`: types from the file's header. */
import { builtin } from '../../catalogue/builtins.js';
import type { DataColumnDeclared } from '../../data/header.js';
import type * as ast from '../../generated/ast.js';
import type { Judge } from '../judge.js';
import { rangeOf } from '../ranges.js';
import { pure, type Type, type Typed } from '../type.js';
import { want, wantedLike } from './expected.js';
import { typeOfUnit } from './quantity.js';

export function tableType(call: ast.Call, judge: Judge): Typed {
  const [file, argument, surplus] = call.args;
  const argumentType = argument && judge.typeOf(argument.value);
  if (file?.value?.$type !== 'Text' || surplus) {
    judge.report({
      code: 'name/arguments',
      severity: 'error',
      range: rangeOf(call),
      message: 'table takes the name of a file in quotes and a value: table("file.csv", T).',
    });
    return undefined;
  }
  const columns = judge.columnsOf(file.value.value);
  const [abscissa, ordinate] = columns ?? [];
  if (!abscissa || !ordinate) return undefined;
  const from = columnType(abscissa);
  const to = columnType(ordinate);
  if (argument && argumentType && from)
    want(`The argument of table("${file.value.value}")`, [wantedLike(abscissa.name, from)], argument.value, argumentType, judge);
  if (!argument && builtin(abscissa.name, false)?.category === undefined) {
    judge.report({
      code: 'name/arguments',
      severity: 'error',
      range: rangeOf(call),
      message: `The first column of ${file.value.value} is called ${abscissa.name || 'nothing'}: say what it stands for, as in table("${file.value.value}", T).`,
    });
    return undefined;
  }
  return to;
}
/** Undefined when the unit cannot be read, which is the data file's own diagnostic. */
export const columnType = (column: DataColumnDeclared): Type | undefined =>
  column.unit === 'bad' ? undefined : column.unit ? typeOfUnit(column.unit) : pure;
