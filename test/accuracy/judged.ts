/** What a run prints of its accuracy beside what a far more accurate run shows it to be. */
import type { FieldOutcome } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';

export interface Judged {
  /** Field, or measure at a time. */
  readonly of: string;
  readonly at?: number;
  readonly error: number;
  readonly bar: number;
  /** What the reference claims of itself. */
  readonly doubt: number;
  /** Of the field, or the size of the measure. */
  readonly scale: number;
}

/** Elements per layer of the reference, by far smallest at walls and interfaces, where transients begin with a layer without thickness. */
const elements = 8;
const grading = 100;
/** No order that the solver chooses itself. */
const order = 13;

/** The same model on other, far finer elements, and with a tolerance that is far smaller. */
export function refined(problem: Problem, tolerance: number): Problem {
  const origin = problem.geometry.origin;
  const stated = { name: 'order' as const, of: [], options: {}, value: { kind: 'number' as const, value: order }, origin };
  return {
    ...problem,
    geometry: {
      ...problem.geometry,
      layers: problem.geometry.layers.map((layer) => ({ ...layer, cells: elements * order, grading })),
      properties: [...problem.geometry.properties.filter((p) => p.name !== 'order' && p.name !== 'cells'), stated],
    },
    studies: problem.studies.map((study) => ({ ...study, tolerance })),
  };
}

export function judge(run: FieldOutcome, reference: FieldOutcome): Judged[] {
  const fields = Object.entries(run.fields).map(([of, { values, error: bar }]): Judged => {
    const other = reference.fields[of]!;
    let [error, low, high] = [0, Infinity, -Infinity];
    values.forEach((profile, k) =>
      profile.forEach((value, p) => {
        // The start is given, not computed.
        if (run.times[k] === 0) return;
        const wanted = other.values[k]![p]!;
        if (Number.isNaN(wanted)) return;
        error = Math.max(error, Math.abs(value - wanted));
        [low, high] = [Math.min(low, wanted), Math.max(high, wanted)];
      }),
    );
    return { of, error, bar, doubt: other.error, scale: high - low };
  });
  const measures = Object.entries(run.measures).flatMap(([name, { values, errors }]) => {
    const other = reference.measures[name]!;
    return [...values].map(
      (value, k): Judged => ({
        at: run.times[k]!,
        of: run.times[k] === null ? name : `${name} at ${run.times[k]} s`,
        error: Math.abs(value - other.values[k]!),
        bar: errors[k]!,
        doubt: other.errors[k]!,
        scale: Math.max(...other.values.map(Math.abs)),
      }),
    );
  });
  return [...fields, ...measures];
}
