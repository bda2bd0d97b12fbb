/** Everything that a study reports, as one vector: its measures at all output times, then its plotted curves. */
import { measureValue } from '../observe/functionals.js';
import { SeriesCollector } from '../observe/series.js';
import { Observer } from '../observe/observer.js';
import { samplesOf } from '../observe/sampling.js';
import type { Model } from '../study/model.js';
import type { Solution } from '../study/solution.js';
import type { FieldStudy } from '../fit/chain.js';

export interface Layout {
  readonly times: number;
  /** Lengths of the arrays of each curve. */
  readonly series: Readonly<Record<string, readonly number[]>>;
}
export interface Readout {
  readonly values: Float64Array;
  readonly layout: Layout;
}

/** `times`: those of the reported solution; the last one is the end, also where the end itself varies. */
export function readout(model: Model, study: FieldStudy, solution: Solution, times: readonly (number | null)[], samples: number): Readout {
  const { measures } = model;
  const { plots } = model.problem;
  const observer = new Observer(model.readings, solution.system);
  const series = new SeriesCollector(plots, study.name, observer, samplesOf(solution.system, samples), study.kind === 'transient');
  const indices = new Map(solution.times.map((t, k) => [t, k] as const));
  const last = solution.states.length - 1;
  const found = new Float64Array(times.length * measures.length);
  times.forEach((t, k) => {
    const index = k === times.length - 1 ? last : (indices.get(t) ?? last);
    observer.look(solution.states[index]!, solution.times[index]!);
    measures.forEach(({ formula }, m) => (found[m * times.length + k] = measureValue(observer, formula)));
    series.collect();
  });
  const curves = series.values();
  const layout: Layout = {
    times: times.length,
    series: Object.fromEntries(Object.entries(curves).map(([key, arrays]) => [key, arrays.map((a) => a.length)])),
  };
  return { values: concatenated([found, ...Object.values(curves).flat()]), layout };
}

/** One measure's part of a vector: a value per output time. */
export const measurePart = ({ times }: Layout, m: number, vector: Float64Array): Float64Array => vector.slice(m * times, (m + 1) * times);

/** The curves' part of a vector, shaped like the series of an outcome. */
export function seriesPart({ times, series }: Layout, measures: number, vector: Float64Array): Record<string, Float64Array[]> {
  let at = times * measures;
  return Object.fromEntries(
    Object.entries(series).map(([key, lengths]) => [
      key,
      lengths.map((length) => {
        at += length;
        return vector.slice(at - length, at);
      }),
    ]),
  );
}

function concatenated(parts: readonly Float64Array[]): Float64Array {
  const whole = new Float64Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
