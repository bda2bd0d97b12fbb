/** Data blocks, already read. */
import type { DataSet } from '../../solver/problem.js';
import { readDataSet } from '../data/dataset.js';
import type * as ast from '../generated/ast.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

export function lowerDataSet(data: ast.Data, lowering: Lowering): DataSet[] {
  const { columns, problems } = readDataSet(data, lowering.document, lowering.check, lowering.dataFiles);
  const errors = problems.filter((problem) => problem.severity !== 'warning');
  for (const { code, message, at } of errors) lowering.problem(code, message, originOf(at));
  return errors.length > 0 ? [] : [{ name: data.name, columns, origin: originOf(data) }];
}
