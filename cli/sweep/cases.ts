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

/** Runs of neighbouring cases, so that each starts from the one before; small enough that little is lost when stopped. */
export function chunks(indices: readonly number[], workers: number): readonly (readonly number[])[] {
  const size = Math.max(1, Math.min(64, Math.ceil(indices.length / (4 * workers))));
  return Array.from({ length: Math.ceil(indices.length / size) }, (_, i) => indices.slice(i * size, (i + 1) * size));
}
