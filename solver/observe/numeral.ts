/** Numbers in messages: as many digits as matter, `2.5e-4` for the small and the large. */
export function numeral(value: number, digits = 4): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const text = size !== 0 && (size < 1e-3 || size >= 1e5) ? rounded.toExponential() : String(rounded);
  return text.replace('e+', 'e');
}
export const withUnit = (value: number, unit: string, digits?: number): string =>
  unit === '1' || unit === '' ? numeral(value, digits) : `${numeral(value, digits)} ${unit}`;
