/**
 * What the error of the state that a study starts from leaves in it. The study is solved once more from that state moved by its estimated
 * error: what then differs, wherever and whenever it is looked at, comes on top of the study's own error.
 */
import type { Discretisation } from '../assembly/discretisation.js';
import { extent } from './compare.js';
import type { Settled } from './contract.js';
import type { Solution } from './solution.js';
import { transfer } from './transfer.js';

/** A start that is off by less than this share of the study's own errors shows in none of them. */
const negligible = 0.05;

/** The last state of a study, moved by its estimated error, for a study on another mesh; undefined where that shows in no error of it. */
export function movedStart(before: Settled, { solution, errors }: Settled): Float64Array | undefined {
  const { system } = solution;
  const own = endOn(before.solution, system);
  const rough = endOn(before.coarse, system);
  const earlier = before.moved && endOn(before.moved, system);
  const { unknowns } = system.terms.system;
  const { unknownOf } = system.layout;
  const most = new Float64Array(unknowns.length);
  const moved = own.map((value, i) => {
    const by = before.share * (rough[i]! - value) + (earlier ? earlier[i]! - value : 0);
    const unknown = unknownOf[i]!;
    most[unknown] = Math.max(most[unknown]!, Math.abs(by));
    return unknowns[unknown]!.nonNegative ? Math.max(0, value + by) : value + by;
  });
  return most.some((by, i) => by > negligible * errors[i]!) ? moved : undefined;
}

const endOn = (solution: Solution, onto: Discretisation): Float64Array =>
  transfer(solution.system, solution.states[solution.states.length - 1]!, onto);

/** `settled` with what differs in a run from the moved start added to its errors. */
export function withMovedStart(settled: Settled, moved: Solution, differences: Float64Array): Settled {
  if (moved.reason || moved.cancelled) return settled;
  const errors = settled.errors.map((error, i) => error + differences[i]!);
  const relative = Math.max(...errors.map((error, i) => error / settled.judged[i]!));
  return { ...settled, errors, relative, moved, ofStart: Math.max(...differences.map((d, i) => d / settled.judged[i]!)) };
}

/** Errors allowed per step of the run from a moved start: its steps are those of the run that it is compared with. */
export const rangesOf = (solution: Solution): Float64Array => extent(solution).ranges.map((range) => range || 1);
