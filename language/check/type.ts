/** What the checker knows of an expression. */
import { dimensionless, type Dimension } from '../../solver/quantities/dimension.js';
import type { QuantityRecord } from '../../solver/quantities/quantity.js';

/** Dimensionless kinds that must not be mixed up. */
export type Fraction = NonNullable<QuantityRecord['fraction']>;
/**
 * `reading`: a point in degC or degF, whose zero is arbitrary. `absolute`: a point in kelvin, as the field T. `difference`: of two points.
 * Absent: either, as kelvin literals are.
 */
export type TemperatureSense = 'reading' | 'absolute' | 'difference';

export interface Type {
  readonly dimension: Dimension;
  readonly fraction?: Fraction;
  readonly temperature?: TemperatureSense;
  /** A condition. */
  readonly logical?: boolean;
  /** The literal 0 without a unit: it fits every dimension. */
  readonly zero?: boolean;
  /** A place, a list, a text: no number. */
  readonly form?: 'place' | 'list' | 'range' | 'text' | 'name';
}
/** Undefined: not known, because something in it has been reported already or is still to be written. */
export type Typed = Type | undefined;

export const pure: Type = { dimension: dimensionless };
export const logical: Type = { dimension: dimensionless, logical: true };
export const plain = (dimension: Dimension): Type => ({ dimension });
export const typeOfQuantity = (record: QuantityRecord): Type => ({
  dimension: record.dimension,
  fraction: record.fraction,
  temperature: record.point ? 'absolute' : undefined,
});
/** Is it a number at all? */
export const isNumber = (type: Type): boolean => type.form === undefined && !type.logical;
