/** Profiles between output times. */
import type { FieldOutcome } from '../../../solver/outcome.js';

/** Index of the last time that is not later than `time`, and how far on the way to the next (0 … 1). */
export function bracket(times: readonly (number | null)[], time: number): { readonly index: number; readonly share: number } {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((times[middle] ?? 0) <= time) low = middle;
    else high = middle - 1;
  }
  const a = times[low] ?? 0;
  const b = times[low + 1];
  if (b === undefined || b === null || b <= a) return { index: low, share: 0 };
  return { index: low, share: Math.min(1, Math.max(0, (time - a) / (b - a))) };
}

/** The profile at a time, linear in between; exactly the given one on an output time. */
export function profileAt(times: readonly (number | null)[], profiles: readonly Float64Array[], time: number): Float64Array {
  const { index, share } = bracket(times, time);
  const a = profiles[index] ?? new Float64Array(0);
  const b = profiles[index + 1];
  if (share === 0 || !b) return a;
  return a.map((v, i) => v + ((b[i] ?? v) - v) * share);
}

export const lastTime = (outcome: FieldOutcome): number => outcome.times[outcome.times.length - 1] ?? 0;
