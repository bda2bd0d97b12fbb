/** Fewer points for a long curve without losing a peak: the smallest and the largest value of each bucket, in their order. */

export interface Window {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** First index whose x is not less than `value`; `x` ascending. */
export function lowerBound(x: ArrayLike<number>, value: number): number {
  let low = 0;
  let high = x.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((x[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Points of the curve between `from` and `to` and one neighbour on each side, at most `2 · buckets + 2`.
 * Buckets hold equally many points; ends are kept.
 */
export function decimate(x: Float64Array, y: Float64Array, from: number, to: number, buckets: number): Window {
  const start = Math.max(0, lowerBound(x, from) - 1);
  const end = Math.min(x.length, lowerBound(x, to) + 2);
  const count = end - start;
  if (count <= 2 * buckets + 2) return { x: x.slice(start, end), y: y.slice(start, end) };
  const xs: number[] = [];
  const ys: number[] = [];
  const take = (i: number): void => {
    xs.push(x[i] ?? NaN);
    ys.push(y[i] ?? NaN);
  };
  take(start);
  const inner = count - 2;
  for (let b = 0; b < buckets; b++) {
    const first = start + 1 + Math.floor((b * inner) / buckets);
    const past = start + 1 + Math.floor(((b + 1) * inner) / buckets);
    let low = first;
    let high = first;
    for (let i = first + 1; i < past; i++) {
      const v = y[i] ?? NaN;
      if (v < (y[low] ?? NaN)) low = i;
      if (v > (y[high] ?? NaN)) high = i;
    }
    take(Math.min(low, high));
    if (low !== high) take(Math.max(low, high));
  }
  take(end - 1);
  return { x: Float64Array.from(xs), y: Float64Array.from(ys) };
}
