/** Numbers as messages print them: few digits, scientific only when it is shorter. */
export function numeral(value: number, digits = 6): string {
  if (!Number.isFinite(value)) return String(value);
  const rounded = Number(value.toPrecision(digits));
  const plain = String(rounded);
  return plain.length <= 9 || /e/.test(plain) ? plain : rounded.toExponential().replace('e+', 'e');
}
