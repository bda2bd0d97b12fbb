/** Last Legendre coefficients of the two runs of a pair: each about the error of an order two lower. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Solution } from './solution.js';

/** Per region and element, relative to the range of the unknown that has the largest. */
export interface Tails {
  readonly coarse: readonly Float64Array[];
  readonly fine: readonly Float64Array[];
}

/** `ranges` of the unknowns; of a transient only output times count that are `judged`. */
export function tailsOf(coarse: Solution, fine: Solution, ranges: Float64Array, judged: readonly boolean[] | undefined): Tails {
  const tails = (run: Solution) => modalTails(run.system, compared(run, judged), ranges);
  return { coarse: tails(coarse), fine: tails(fine) };
}

export const largestTail = (tails: readonly Float64Array[]): number => Math.max(...tails.map((t) => Math.max(...t)));

/** The start is given: where a wall jumps it is no polynomial. */
const compared = ({ states, times }: Solution, judged: readonly boolean[] | undefined): readonly Float64Array[] =>
  states.filter((_, s) => times[s] !== 0 && judged?.[s] !== false);

/**
 * Per region and element: the last two Legendre coefficients of each unknown relative to its range, largest over unknowns and times.
 * About the error of an order two lower, at no cost.
 */
function modalTails(system: Discretisation, states: readonly Float64Array[], scales: Float64Array): readonly Float64Array[] {
  const n = system.basis.order + 1;
  const { modal } = system.basis;
  return system.workspaces.map((w) => {
    const tails = new Float64Array(w.elements.length);
    for (const u of states)
      w.elements.forEach(({ numbers }, e) => {
        for (let v = 0; v < w.width; v++) {
          let tail = 0;
          for (let k = Math.max(1, n - 2); k < n; k++) {
            let a = 0;
            for (let j = 0; j < n; j++) a += modal[k * n + j]! * u[numbers[j * w.width + v]!]!;
            // The first value of a region behind a partition is that of its own side.
            if (e === 0) a += modal[k * n]! * (w.entry[v]! - 1) * u[numbers[v]!]!;
            tail += Math.abs(a);
          }
          tails[e] = Math.max(tails[e]!, tail / scales[w.terms.present[v]!]!);
        }
      });
    return tails;
  });
}
