/** Header of a data file: `t [s],dw [1]`. */
import { parseUnit, type Unit } from '../units/parse.js';

export interface DataColumnDeclared {
  readonly name: string;
  /** As written in the brackets. */
  readonly unitText?: string;
  /** Absent when the header has none; `bad` when it cannot be read. */
  readonly unit?: Unit | 'bad';
}

export function columnDeclared(cell: string): DataColumnDeclared {
  const match = /^\s*(.*?)\s*(?:\[\s*([^\]]*?)\s*\])?\s*$/u.exec(cell)!;
  const name = match[1]!;
  const unitText = match[2];
  if (unitText === undefined) return { name };
  if (unitText === '1' || unitText === '' || unitText === '-') return { name, unitText };
  const result = parseUnit(unitText);
  return { name, unitText, unit: 'unit' in result ? result.unit : 'bad' };
}
