/** The region that is searched: a range for each parameter, seen as the unit cube. */

export interface Range {
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
}

/** Ranges over more than two decades are searched in their logarithm. */
const wide = 100;
const inLogarithm = ({ low, high }: Range): boolean => low > 0 && high / low >= wide;

/** Value at a share 0 … 1 of the range. */
export function valueAt(range: Range, share: number): number {
  const { low, high } = range;
  if (share <= 0) return low;
  if (share >= 1) return high;
  return inLogarithm(range) ? low * (high / low) ** share : low + share * (high - low);
}
export function shareOf(range: Range, value: number): number {
  const { low, high } = range;
  const share = inLogarithm(range) ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
  return Math.min(1, Math.max(0, share));
}
export const valuesAt = (ranges: readonly Range[], shares: readonly number[]): Record<string, number> =>
  Object.fromEntries(ranges.map((range, k) => [range.parameter, valueAt(range, shares[k]!)]));
