/** The cases of a sweep, numbered: every combination (the last parameter fastest) or the lists taken together. */
import type { Problem, SweepStudy } from '../../solver/problem.js';

export const countOf = (sweep: SweepStudy): number =>
  sweep.paired ? Math.min(...sweep.vary.map((v) => v.values.length)) : sweep.vary.reduce((n, v) => n * v.values.length, 1);

/** Values of the parameters in one case, in the order of `vary`. */
export function caseAt(sweep: SweepStudy, index: number): readonly number[] {
  if (sweep.paired) return sweep.vary.map((v) => v.values[index]!);
  const values: number[] = [];
  let rest = index;
  for (const v of [...sweep.vary].reverse()) {
    values.unshift(v.values[rest % v.values.length]!);
    rest = Math.floor(rest / v.values.length);
  }
  return values;
}

/** The same model with the sweep narrowed to some of its cases. */
export function narrowed(problem: Problem, sweep: SweepStudy, indices: readonly number[]): Problem {
  const cases = indices.map((i) => caseAt(sweep, i));
  const part: SweepStudy = {
    ...sweep,
    paired: true,
    vary: sweep.vary.map((v, j) => ({ ...v, values: cases.map((values) => values[j]!) })),
  };
  return { ...problem, studies: problem.studies.map((s) => (s.name === sweep.name ? part : s)) };
}

/** Runs of neighbouring cases that are not finished, so that each starts from the one before and every worker has some. */
export function* chunks(total: number, finished: (index: number) => boolean, workers: number): Generator<readonly number[]> {
  const size = Math.max(1, Math.min(64, Math.ceil(total / (4 * workers))));
  let chunk: number[] = [];
  for (let index = 0; index < total; index++) {
    if (!finished(index)) chunk.push(index);
    if (chunk.length === size || (chunk.length > 0 && finished(index))) {
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}
