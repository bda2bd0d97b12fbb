/**
 * How far the unknowns of a transient will move, before it is run: one linear implicit step over the whole time. The control of the first
 * run would otherwise measure its errors against fields that have hardly begun to move, and take many small steps for nothing.
 */
import type { Discretisation } from '../assembly/discretisation.js';

/** A model that is far from linear may overshoot: only this share of the foreseen range is counted on. */
const trusted = 0.5;

/** Per unknown of the system: expected max − min over places and times; zeros where nothing can be said. `u` holds the values of the walls. */
export function expectedRanges(system: Discretisation, u: Float64Array, t: number, duration: number): Float64Array {
  const count = system.terms.system.unknowns.length;
  const change = new Float64Array(system.size);
  system.residual(u, t, change);
  system.linearise(u, t);
  if (system.factor(1 / duration) >= 0) return new Float64Array(count);
  system.solve(change);
  const low = new Float64Array(count).fill(Infinity);
  const high = new Float64Array(count).fill(-Infinity);
  for (let i = 0; i < u.length; i++) {
    const unknown = system.layout.unknownOf[i]!;
    const later = u[i]! + change[i]!;
    low[unknown] = Math.min(low[unknown]!, u[i]!, later);
    high[unknown] = Math.max(high[unknown]!, u[i]!, later);
  }
  return high.map((value, i) => (Number.isFinite(value - low[i]!) ? trusted * (value - low[i]!) : 0));
}
