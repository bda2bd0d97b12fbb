/** Design of an experiment: what a measure depends on, and the parameters that make it largest, smallest, or what is wanted. */
import type { Reason } from '../outcome.js';
import { shareOf, type Range } from './box.js';
import { optimum, type Optimum } from './optimum.js';
import { reach, type Reach } from './reach.js';
import { sensitivities, type Sensitivities } from './sensitivity.js';
import { Trial, type TrialRequest } from './trial.js';

export type Goal = { readonly kind: 'largest' | 'smallest' } | { readonly kind: 'reach'; readonly wanted: number };
export interface DesignRequest extends TrialRequest {
  readonly ranges: readonly Range[];
  readonly goal?: Goal;
}
export interface Design {
  readonly sensitivities: Sensitivities;
  /** One per range. */
  readonly reached?: readonly Reach[];
  /** `undefined` when no point of the scan has a value: `failure` says why. */
  readonly optimum?: Optimum;
  readonly failure?: string;
  readonly runs: number;
}

/** Yields between time steps. */
export function* design(request: DesignRequest): Generator<void, Design | Reason> {
  const { goal, ranges, problem, set } = request;
  const found = yield* sensitivities(request);
  if ('code' in found) return found;
  if (!goal) return { sensitivities: found, runs: 1 };
  const trial = new Trial(request);
  const present = (name: string): number => set[name] ?? problem.parameters.find((p) => p.name === name)?.value ?? NaN;
  if (goal.kind === 'reach') {
    const reached: Reach[] = [];
    for (const range of ranges) reached.push(yield* reach(trial, range, present(range.parameter), goal.wanted));
    return { sensitivities: found, reached, runs: trial.runs };
  }
  const start = ranges.map((range) => shareOf(range, present(range.parameter)));
  const best = yield* optimum(trial, ranges, start, goal.kind === 'largest' ? 1 : -1);
  return { sensitivities: found, ...(best ? { optimum: best } : { failure: trial.failure ?? 'no run gave a value' }), runs: trial.runs };
}
