/** The benchmark problems: a model, a study, and how far a result is from the reference. */
import path from 'node:path';
import { loadModels } from '../../cli/model/load.js';
import type { FieldOutcome, RunResult, SweepOutcome } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import { errorOf, exactB1, exactB6, storedReference, type Reference } from './reference.js';

export interface Benchmark {
  readonly name: 'b1' | 'b2' | 'b3' | 'b6';
  readonly title: string;
  readonly study: string;
  /** Error of a run relative to the range of each field. */
  readonly error: (result: RunResult) => number;
  /** For transients: the reference, which other programs are compared with too. */
  readonly reference?: Reference;
}

const folder = path.join(process.cwd(), 'test/bench');

export async function modelOf(name: string): Promise<Problem> {
  const file = name.endsWith('.soret') ? path.join(process.cwd(), name) : path.join(folder, 'models', `${name}.soret`);
  const [model] = await loadModels([file]);
  if (!model?.problem) throw new Error(`${file}: ${model?.diagnostics.map((d) => `${d.code} ${d.message}`).join('; ')}`);
  return model.problem;
}

const outcomeOf = <O>(result: RunResult, study: string): O => {
  const outcome = result.outcomes.find((o) => o.study === study);
  if (!outcome || outcome.status !== 'ok') throw new Error(`${study}: ${outcome?.reason?.message ?? 'no outcome'}`);
  return outcome as O;
};

const transient = (
  name: 'b1' | 'b2' | 'b3',
  title: string,
  reference: Reference,
  names: Readonly<Record<string, string>> = {},
): Benchmark => ({
  name,
  title,
  study: 'relax',
  reference,
  error: (result) => errorOf(outcomeOf<FieldOutcome>(result, 'relax'), reference, names),
});

/** Largest deviation of w at both walls, relative to the range of the reference. */
function sweepError(result: RunResult): number {
  const { parameters, measures } = outcomeOf<SweepOutcome>(result, 'map');
  let [worst, least, most] = [0, Infinity, -Infinity];
  parameters['S_inf']!.values.forEach((S_inf, i) => {
    const { cold, hot } = exactB6(S_inf, parameters['dT']!.values[i]!);
    worst = Math.max(worst, Math.abs(measures['w_cold']!.values[i]! - cold), Math.abs(measures['w_hot']!.values[i]! - hot));
    least = Math.min(least, cold, hot);
    most = Math.max(most, cold, hot);
  });
  return worst / (most - least);
}

export const benchmarks: readonly Benchmark[] = [
  transient('b1', 'dilute cell, S_T ΔT = 2', exactB1(), { w: 'c(polystyrene)' }),
  transient('b2', 'binary liquid with heat and Dufour, S_T changes sign', storedReference(path.join(folder, 'reference'), 'b2')),
  transient('b3', 'five species with heat', storedReference(path.join(folder, 'reference'), 'b3')),
  { name: 'b6', title: 'a thousand steady states of the binary liquid', study: 'map', error: sweepError },
];
