/** Differences of two solutions of the same study on two meshes, and what one of them extends over. */
import type { Discretisation } from '../assembly/discretisation.js';
import { Interpolator } from './interpolator.js';
import type { Solution } from './solution.js';

/** Points per region at which two solutions are compared; odd multiples, so that they are no element's edges. */
const comparedPoints = 61;
/** Values of the two solutions there. */
const [a, b] = [new Float64Array(comparedPoints), new Float64Array(comparedPoints)];
const fractions = Float64Array.from({ length: comparedPoints }, (_, k) => (1 - Math.cos((Math.PI * (k + 0.5)) / comparedPoints)) / 2);

/** Per system: the interpolators of its regions at the compared points. */
const interpolators = new WeakMap<Discretisation, readonly Interpolator[]>();
function comparedIn(system: Discretisation): readonly Interpolator[] {
  const known = interpolators.get(system);
  if (known) return known;
  const made = system.workspaces.map((_, r) => new Interpolator(system, r, fractions));
  interpolators.set(system, made);
  return made;
}

/** Per unknown: largest difference over places and times (same unit as the unknown). `judged` tells which output times count; all when absent. */
export function difference(coarse: Solution, fine: Solution, judged?: readonly boolean[]): Float64Array {
  const largest = new Float64Array(fine.system.terms.system.unknowns.length);
  fine.system.workspaces.forEach((w, r) => {
    const inFine = comparedIn(fine.system)[r]!;
    const inCoarse = comparedIn(coarse.system)[r]!;
    fine.states.forEach((state, s) => {
      // The start is given, not computed: where a wall jumps at t = 0 its polynomial says nothing.
      const other = fine.times[s] === 0 || judged?.[s] === false ? undefined : coarse.states[s];
      for (let v = 0; other && v < w.width; v++) {
        const unknown = w.terms.present[v]!;
        inFine.values(state, v, b);
        inCoarse.values(other, v, a);
        let most = largest[unknown]!;
        for (let p = 0; p < comparedPoints; p++) most = Math.max(most, Math.abs(a[p]! - b[p]!));
        largest[unknown] = most;
      }
    });
  });
  return largest;
}

export interface Extent {
  /** Per unknown: least and largest value over nodes and times. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Per unknown: max − min over nodes and times; the size of a pressure, which is nearly the same everywhere. */
  readonly ranges: Float64Array;
  /** Per unknown: largest magnitude. */
  readonly sizes: Float64Array;
}

export function extent({ system, states }: Solution): Extent {
  const { unknownOf } = system.layout;
  const low = new Float64Array(system.terms.system.unknowns.length).fill(Infinity);
  const high = new Float64Array(low.length).fill(-Infinity);
  for (const state of states)
    for (let i = 0; i < state.length; i++) {
      const unknown = unknownOf[i]!;
      if (state[i]! < low[unknown]!) low[unknown] = state[i]!;
      if (state[i]! > high[unknown]!) high[unknown] = state[i]!;
    }
  const sizes = low.map((value, i) => Math.max(Math.abs(value), Math.abs(high[i]!)));
  const isPressure = (i: number) => system.terms.system.unknowns[i]!.kind === 'pressure';
  return { low, high, ranges: high.map((value, i) => (isPressure(i) ? sizes[i]! : value - low[i]!)), sizes };
}
