/** Exact fractions, so that a literal in any unit gives the very number that the same literal in SI gives. */

export interface Rational {
  readonly numerator: bigint;
  /** Positive. */
  readonly denominator: bigint;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b));
export const fraction = (numerator: bigint, denominator: bigint): Rational => {
  const sign = denominator < 0n ? -1n : 1n;
  const common = gcd(numerator, denominator) || 1n;
  return { numerator: (sign * numerator) / common, denominator: (sign * denominator) / common };
};
export const one: Rational = { numerator: 1n, denominator: 1n };
export const nothing: Rational = { numerator: 0n, denominator: 1n };

/** From `2.5e-3` or `5/9`. */
export function rational(text: string): Rational {
  const [numerator, denominator] = text.split('/');
  return denominator === undefined ? decimal(text) : dividedBy(decimal(numerator!), decimal(denominator));
}
function decimal(text: string): Rational {
  const [mantissa, exponent = '0'] = text.toLowerCase().split('e');
  const [whole, decimals = ''] = mantissa!.split('.');
  const shift = Number(exponent) - decimals.length;
  const digits = BigInt(`${whole}${decimals}` || '0');
  return shift >= 0 ? fraction(digits * 10n ** BigInt(shift), 1n) : fraction(digits, 10n ** BigInt(-shift));
}
/** The shortest decimal of a number: what its author wrote, up to trailing zeros. */
export const exactly = (value: number): Rational => decimal(String(value));

export const product = (a: Rational, b: Rational): Rational => fraction(a.numerator * b.numerator, a.denominator * b.denominator);
export const dividedBy = (a: Rational, b: Rational): Rational => fraction(a.numerator * b.denominator, a.denominator * b.numerator);
export const sum = (a: Rational, b: Rational): Rational =>
  fraction(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);
export const negated = (a: Rational): Rational => ({ numerator: -a.numerator, denominator: a.denominator });
export const raisedTo = (a: Rational, exponent: number): Rational =>
  exponent >= 0
    ? { numerator: a.numerator ** BigInt(exponent), denominator: a.denominator ** BigInt(exponent) }
    : fraction(a.denominator ** BigInt(-exponent), a.numerator ** BigInt(-exponent));

/** Digits kept beyond the 17 of a double, so that the last rounding is the only one. */
const keptDigits = 30;

/** The nearest double. */
export function toNumber({ numerator, denominator }: Rational): number {
  if (denominator === 1n) return Number(numerator);
  const negative = numerator < 0n;
  const digits = negative ? -numerator : numerator;
  const shift = Math.max(0, keptDigits + denominator.toString().length - digits.toString().length);
  const scaled = digits * 10n ** BigInt(shift);
  const rest = scaled % denominator === 0n ? '0' : '1';
  return Number(`${negative ? '-' : ''}${scaled / denominator}${rest}e${-shift - 1}`);
}
