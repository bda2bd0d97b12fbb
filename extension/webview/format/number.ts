/** Numbers as a paper prints them: true minus, `2 × 10⁻⁸`, decimals from the step, errors with two digits. */
import { superscript } from '../../../solver/quantities/superscript.js';

export const minus = '\u2212';
/** No-break space between a value and its unit. */
export const nbsp = '\u00a0';
const thin = '\u2009';

export const powerOfTen = (exponent: number): string => `10${superscript(String(exponent))}`;
export const timesPowerOfTen = (exponent: number): string => `${thin}×${thin}${powerOfTen(exponent)}`;

/** Exponent of the leading digit; 0 for zero. */
export const magnitude = (value: number): number =>
  value === 0 || !Number.isFinite(value) ? 0 : Math.floor(Math.log10(Math.abs(value)) + 1e-12);

function special(value: number): string | null {
  if (Number.isNaN(value)) return 'undefined';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${minus}∞`;
  return null;
}

/** `decimals` digits after the point; a rounded zero has no sign. */
export function fixed(value: number, decimals: number): string {
  const text = special(value) ?? value.toFixed(Math.min(20, Math.max(0, decimals)));
  return (/^-0\.?0*$/.test(text) ? text.slice(1) : text).replace('-', minus);
}

/** Mantissa with `digits` digits times a power of ten. */
export function scientific(value: number, digits = 2): string {
  if (value === 0) return '0';
  const out = special(value);
  if (out) return out;
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  return `${mantissa.replace('-', minus)}${timesPowerOfTen(Number(exponent))}`;
}

/** At most `digits` significant digits, without false trailing zeros beyond them; powers of ten outside 10⁻⁴ … 10⁵. */
export function significant(value: number, digits = 5): string {
  if (value === 0) return '0';
  const out = special(value);
  if (out) return out;
  const exponent = magnitude(Number(value.toPrecision(digits)));
  if (exponent < -4 || exponent > 5) {
    const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e');
    return `${trimZeros(mantissa).replace('-', minus)}${timesPowerOfTen(Number(power))}`;
  }
  return trimZeros(fixed(value, Math.max(0, digits - 1 - exponent)));
}
const trimZeros = (text: string): string => (text.includes('.') ? text.replace(/\.?0+$/, '') : text);

/** Digits after the point that a step or resolution deserves: 0.02 → 2, 5 → 0. */
export const decimalsOf = (step: number): number =>
  step > 0 && Number.isFinite(step) ? Math.max(0, -Math.floor(Math.log10(step) + 1e-9)) : 0;

/** Value and standard error with a shared power of ten; the error has two digits: `(6.39 ± 0.32) × 10⁻¹⁰`. */
export function withError(value: number, error: number): { readonly number: string; readonly power: string } {
  if (!(error > 0) || !Number.isFinite(error)) return { number: significant(value), power: '' };
  const lead = magnitude(Math.max(Math.abs(value), error));
  const exponent = lead < -2 || lead > 4 ? lead : 0;
  const scale = 10 ** exponent;
  const decimals = Math.max(0, 1 - magnitude(Number((error / scale).toPrecision(2))));
  const body = `${fixed(value / scale, decimals)}${nbsp}±${nbsp}${fixed(error / scale, decimals)}`;
  return exponent === 0 ? { number: body, power: '' } : { number: `(${body})`, power: `×${thin}${powerOfTen(exponent)}` };
}

/** All digits, ASCII, as a program reads it: for the clipboard and for files. */
export const copyable = (value: number): string => String(value);
