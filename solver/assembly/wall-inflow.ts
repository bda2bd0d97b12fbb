/** Fluxes through the walls of a state, consistent with every balance. */
import type { Discretisation } from './discretisation.js';

/** u' at a state, node by node from M u' = R; zero for a steady state. */
function speeds(system: Discretisation, u: Float64Array, t: number): Float64Array {
  const rows = new Float64Array(system.size);
  const speed = new Float64Array(system.size);
  const rates = new Float64Array(system.size);
  system.rate(u, t, 1, rates);
  for (const wall of system.walls)
    wall.terms.kinds.forEach((kind, v) => {
      if (kind === 'value') speed[wall.numbers[v]!] = rates[wall.numbers[v]!]!;
    });
  system.residual(u, t, rows);
  system.storage.refresh(t);
  system.storage.speeds(rows, speed);
  return speed;
}

/** d/dt of the amount at each number, rows of held values included. */
export function storageRates(system: Discretisation, u: Float64Array, t: number): Float64Array {
  const stored = new Float64Array(system.size);
  const speed = speeds(system, u, t);
  system.gather(u);
  system.storage.applyToAll(speed, t, stored);
  return stored;
}

/**
 * Flux of each unknown INTO the domain through a wall, times its area. At a wall that holds a value it is what the balance of the wall
 * node asks for, m u' − R: consistent with every total, and more accurate than a derivative taken at the wall.
 */
export function wallInflow(system: Discretisation, u: Float64Array, t: number | null, side: 0 | 1): Float64Array {
  const wall = system.walls[side];
  const at = t ?? 0;
  const inflow = new Float64Array(system.terms.system.unknowns.length);
  const rows = new Float64Array(system.size);
  system.residual(u, at, rows);
  const raw = Float64Array.from(wall.raw);
  const stored = t !== null && wall.terms.kinds.includes('value') ? storageRates(system, u, at) : new Float64Array(system.size);
  const given = wall.evaluate(u, at);
  wall.terms.kinds.forEach((kind, v) => {
    const number = wall.numbers[v]!;
    const unknown = wall.terms.present[v]!;
    if (kind === 'flux') inflow[unknown] = wall.area * given[v]![0]!;
    else if (kind === 'value') inflow[unknown] = stored[number]! - raw[v]!;
  });
  return inflow;
}
