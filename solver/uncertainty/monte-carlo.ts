/** Propagation of distributions: normal sources, the model solved for each sample (JCGM 101:2008). */
import type { Reason } from '../outcome.js';
import { correlated, type Factor } from './correlation.js';
import { quietly } from './linear.js';
import type { Layout } from './readout.js';
import { latinHypercube, normalQuantile, quantile } from './sampling.js';
import type { Source } from './sources.js';
import type { VariedStudy } from './varied-study.js';

export interface MonteCarloResult {
  readonly kind: 'monte_carlo';
  readonly layout: Layout;
  readonly mean: Float64Array;
  /** Standard deviation of the samples. */
  readonly standard: Float64Array;
  /** 2.5 % and 97.5 % quantiles. */
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  /** Samples that have no solution. */
  readonly failed: number;
}

/** The same samples in the editor and on the command line. */
const seed = 20220817;
/** Quantiles are made of the samples themselves; fewer than these say nothing. */
const fewest = 3;

/** Yields the fraction that is done. */
export function* monteCarlo(
  varied: VariedStudy,
  sources: readonly Source[],
  count: number,
  factor?: Factor,
): Generator<number, MonteCarloResult | Reason> {
  const nominal = yield* quietly(varied.adapt({}), 0);
  if ('code' in nominal) return nominal;
  const found: Float64Array[] = [];
  let first: Reason | undefined;
  for (const [k, row] of latinHypercube(count, sources.length, seed).entries()) {
    const deviations = correlated(Array.from(row, normalQuantile), factor);
    const shifts = Object.fromEntries(sources.map(({ parameter, standard }, s) => [parameter, deviations[s]! * standard]));
    const sample = yield* quietly(varied.adapt(shifts), k / count);
    if ('values' in sample) found.push(sample.values);
    else if (sample.code === 'cancelled') return sample;
    else first ??= sample;
  }
  if (found.length < fewest) return first ?? { code: 'run/study', message: `${found.length} samples are too few` };
  return { kind: 'monte_carlo', layout: nominal.layout, ...statistics(found), failed: count - found.length };
}

function statistics(samples: readonly Float64Array[]): Pick<MonteCarloResult, 'mean' | 'standard' | 'lower' | 'upper'> {
  const size = samples[0]!.length;
  const [mean, standard, lower, upper] = [0, 1, 2, 3].map(() => new Float64Array(size)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const column = new Float64Array(samples.length);
  for (let i = 0; i < size; i++) {
    samples.forEach((values, k) => (column[k] = values[i]!));
    column.sort();
    const middle = column.reduce((sum, v) => sum + v, 0) / column.length;
    mean[i] = middle;
    standard[i] = Math.sqrt(column.reduce((sum, v) => sum + (v - middle) ** 2, 0) / (column.length - 1));
    [lower[i], upper[i]] = [quantile(column, 0.025), quantile(column, 0.975)];
  }
  return { mean, standard, lower, upper };
}
