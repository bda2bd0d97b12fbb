/** Numbers as people write them: the one place that decides how messages, hovers and edits spell a number. */

/** From here up, and below the other, the power of ten is shorter to read than the zeros. */
const large = 1e6;
const small = 1e-3;

/** Every digit that the number has; `2.5e-4` for the small and the large, never `e+`. The language reads it back. */
export function numberText(value: number): string {
  const size = Math.abs(value);
  const text = Number.isFinite(value) && size !== 0 && (size >= large || size < small) ? value.toExponential() : String(value);
  return text.replace('e+', 'e');
}
/** Rounded to the digits that matter. */
export const numeral = (value: number, digits = 4): string =>
  numberText(Number.isFinite(value) ? Number(value.toPrecision(digits)) : value);

/** With its unit; `1` and the empty text are none. */
export const withUnit = (value: number, unit: string, digits?: number): string =>
  unit === '1' || unit === '' ? numeral(value, digits) : `${numeral(value, digits)} ${unit}`;

/** What a few operations in double precision may do to a number. */
const roundingOfArithmetic = 4e-15;
/** The shortest number that differs from a computed one by rounding only: `7.904e-13`, not `7.904000000000001e-13`. */
export function shortNumeral(value: number): string {
  for (let digits = 1; digits < 17; digits++)
    if (Math.abs(Number(value.toPrecision(digits)) - value) <= roundingOfArithmetic * Math.abs(value)) return numeral(value, digits);
  return numberText(value);
}
