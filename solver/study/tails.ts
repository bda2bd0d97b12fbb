/** Last Legendre coefficients of the two runs of a pair: each about the error of an order two lower. */
import { modalTails } from './compare.js';
import type { Solution } from './solution.js';

/** Per region and element, relative to the range of the unknown that has the largest. */
export interface Tails {
  readonly coarse: readonly Float64Array[];
  readonly fine: readonly Float64Array[];
}

/** `ranges` of the unknowns; of a transient only output times count that are `judged`. */
export function tailsOf(coarse: Solution, fine: Solution, ranges: Float64Array, judged: readonly boolean[] | undefined): Tails {
  const [inCoarse, inFine] = [coarse, fine].map((s) => modalTails(s.system, compared(s, judged), ranges)) as [
    Float64Array[],
    Float64Array[],
  ];
  return { coarse: inCoarse, fine: inFine };
}

export const largestTail = (tails: readonly Float64Array[]): number => Math.max(...tails.map((t) => Math.max(...t)));

/** The start is given: where a wall jumps it is no polynomial. */
const compared = ({ states, times }: Solution, judged: readonly boolean[] | undefined): readonly Float64Array[] =>
  states.filter((_, s) => times[s] !== 0 && judged?.[s] !== false);
