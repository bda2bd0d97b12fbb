/** Quantities as written on a command line: `40 degC`, `6.21e-10 m^2/s`, `0.5`. */
import { quantityFromText, typeset, unitOrUndefined } from '../../language/units/spelling.js';
import { dimensionless, type Dimension } from '../../solver/quantities/dimension.js';

export interface WrittenQuantity {
  readonly si: number;
  /** As written, typeset for messages; `1` for a plain number. */
  readonly unit: string;
  readonly dimension: Dimension;
  /** True when it may stand where this unit is expected. */
  fits(unit: string): boolean;
}

export function parseQuantity(text: string): WrittenQuantity | { readonly problem: string } {
  const read = quantityFromText(text);
  if (!read) {
    const unit = /^\s*[-+]?[\d.]+(?:[eE][-+]?\d+)?\s*(\S+)\s*$/.exec(text)?.[1];
    return { problem: unit ? `${unit} is not a unit that soret knows.` : `${text.trim() || 'nothing'} is not a number with a unit.` };
  }
  const dimension = read.unit?.dimension ?? dimensionless;
  return {
    si: read.si,
    unit: typeset(read.unit?.text ?? '1'),
    dimension,
    fits: (unit) => (unitOrUndefined(unit)?.dimension ?? dimensionless) === dimension,
  };
}
