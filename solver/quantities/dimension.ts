/** Dimensions as vectors of rational exponents over the SI base: m, kg, s, A, K, mol, cd. */

import { superscript } from './superscript.js';

export const baseUnits = ['m', 'kg', 's', 'A', 'K', 'mol', 'cd'] as const;

/** Exponents are kept in 1/60 steps, so that halves, thirds, quarters and fifths are exact integers. */
export interface Dimension {
  /** One integer per base unit, in sixtieths. */
  readonly sixtieths: readonly number[];
  /** Canonical spelling; equal dimensions are the same object. */
  readonly key: string;
}

const known = new Map<string, Dimension>();
const make = (sixtieths: readonly number[]): Dimension => {
  const key = sixtieths.join(',');
  const existing = known.get(key);
  if (existing) return existing;
  const made = { sixtieths, key };
  known.set(key, made);
  return made;
};

export const dimensionless = make([0, 0, 0, 0, 0, 0, 0]);
/** From exponents by base unit: `dimension({ m: 2, s: -1 })`. */
export const dimension = (exponents: Partial<Record<(typeof baseUnits)[number], number>>): Dimension =>
  make(baseUnits.map((unit) => Math.round((exponents[unit] ?? 0) * 60)));
export const times = (a: Dimension, b: Dimension): Dimension => make(a.sixtieths.map((e, i) => e + b.sixtieths[i]!));
export const per = (a: Dimension, b: Dimension): Dimension => make(a.sixtieths.map((e, i) => e - b.sixtieths[i]!));
/** The exponent must be a multiple of 1/60 of the result; undefined when it is not. */
export function raised(a: Dimension, exponent: number): Dimension | undefined {
  const sixtieths = a.sixtieths.map((e) => e * exponent);
  return sixtieths.every((e) => Math.abs(e - Math.round(e)) < 1e-9) ? make(sixtieths.map((e) => Math.round(e) + 0)) : undefined;
}

/** `m²·kg·s⁻³` */
export function dimensionText(d: Dimension): string {
  const parts = d.sixtieths.flatMap((e, i) => {
    if (e === 0) return [];
    const exponent = e % 60 === 0 ? String(e / 60) : e % 30 === 0 ? `${e / 30}/2` : String(+(e / 60).toPrecision(4));
    return [baseUnits[i]! + (exponent === '1' ? '' : superscript(exponent))];
  });
  return parts.length ? parts.join('·') : '1';
}
