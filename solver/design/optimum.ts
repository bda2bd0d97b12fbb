/**
 * The largest or smallest value of a measure inside of ranges: a scan of the region, then a compass search from the best point (steps along
 * the parameters, halved when none is better; T. G. Kolda, R. M. Lewis and V. Torczon, SIAM Review 45 (2003) 385). It reaches a bound
 * exactly, needs no derivatives, and finds the best of a smooth measure with few hills; a narrow one between the points of the scan is missed.
 */
import { latinHypercube } from '../uncertainty/sampling.js';
import { valuesAt, type Range } from './box.js';
import type { Trial } from './trial.js';

export interface Optimum {
  readonly value: number;
  readonly values: Readonly<Record<string, number>>;
  /** Parameters that rest on an end of their range: the measure would go on beyond it. */
  readonly atBound: Readonly<Record<string, 'low' | 'high'>>;
  readonly scanned: number;
}

const scanPerParameter = 8;
const firstStep = 0.125;
const lastStep = 1e-4;
const seed = 99991;

/** `sign`: 1 for the largest, −1 for the smallest. Yields between time steps. */
export function* optimum(
  trial: Trial,
  ranges: readonly Range[],
  start: readonly number[],
  sign: 1 | -1,
): Generator<void, Optimum | undefined> {
  const score = function* (at: readonly number[]): Generator<void, number> {
    const value = yield* trial.at(valuesAt(ranges, at));
    return Number.isFinite(value) ? sign * value : -Infinity;
  };
  const n = ranges.length;
  const scan = latinHypercube(scanPerParameter * n, n, seed).map((row) => Array.from(row));
  let [best, found] = [start, yield* score(start)];
  for (const point of scan) {
    const value = yield* score(point);
    if (value > found) [best, found] = [point, value];
  }
  if (found === -Infinity) return undefined;
  for (let step = firstStep; step >= lastStep; ) {
    let improved = false;
    for (let k = 0; k < n; k++)
      for (const direction of [1, -1]) {
        const there = Math.min(1, Math.max(0, best[k]! + direction * step));
        if (there === best[k]) continue;
        const point = best.map((share, j) => (j === k ? there : share));
        const value = yield* score(point);
        if (value <= found) continue;
        [best, found, improved] = [point, value, true];
        break;
      }
    if (!improved) step /= 2;
  }
  const atBound: Record<string, 'low' | 'high'> = {};
  for (const [k, { parameter }] of ranges.entries())
    if (best[k]! <= 0 || best[k]! >= 1) atBound[parameter] = best[k]! <= 0 ? 'low' : 'high';
  return { value: sign * found, values: valuesAt(ranges, best), atBound, scanned: scan.length + 1 };
}
