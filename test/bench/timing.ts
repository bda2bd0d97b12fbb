/** Times of repeated work. */
export interface Timing {
  /** [ms] */
  readonly least: number;
  readonly median: number;
  readonly p95: number;
  readonly repetitions: number;
}

export function timing(milliseconds: readonly number[]): Timing {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (fraction: number) => sorted[Math.min(sorted.length - 1, Math.floor(fraction * sorted.length))] ?? NaN;
  return { least: sorted[0] ?? NaN, median: at(0.5), p95: at(0.95), repetitions: sorted.length };
}

/** Repeats work for about `budget` ms, at least five and at most `most` times, after warming up. */
export function repeated(
  work: () => void,
  { budget = 1500, most = 200, warm = 5 }: { budget?: number; most?: number; warm?: number } = {},
): Timing {
  for (let i = 0; i < warm; i++) work();
  const times: number[] = [];
  const began = performance.now();
  while (times.length < 5 || (times.length < most && performance.now() - began < budget)) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return timing(times);
}

export const milliseconds = (value: number): string =>
  value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value >= 1 ? value.toFixed(2) : value.toFixed(3);
