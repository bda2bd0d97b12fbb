/** The shape of a unit's record. */
import type { Dimension } from '../../solver/quantities/dimension.js';

export interface UnitRecord {
  /** Other spellings of the same unit. */
  readonly aliases?: readonly string[];
  readonly title: string;
  readonly dimension: Dimension;
  /** SI value of one unit, as an exact decimal or fraction. */
  readonly factor: string;
  /** SI value of the unit's zero, for temperature points. */
  readonly zero?: string;
  /** Prefixes that it takes; none when absent. */
  readonly prefixes?: string;
  readonly angle?: boolean;
}

/** Powers of ten by prefix. */
export const prefixes: Readonly<Record<string, number>> = {
  Q: 30,
  R: 27,
  Y: 24,
  Z: 21,
  E: 18,
  P: 15,
  T: 12,
  G: 9,
  M: 6,
  k: 3,
  h: 2,
  da: 1,
  d: -1,
  c: -2,
  m: -3,
  µ: -6,
  n: -9,
  p: -12,
  f: -15,
  a: -18,
  z: -21,
  y: -24,
  r: -27,
  q: -30,
};
export const allPrefixes = Object.keys(prefixes).join(' ');
