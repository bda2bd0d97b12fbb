/**
 * What rounding does to a number that is read off a solution: the change when every unknown is off by as much as solving leaves it off.
 * Fluxes are differences of nearly equal values, so they lose digits that values keep.
 */
import type { Discretisation } from '../assembly/discretisation.js';

/** Linear algebra and Newton leave unknowns off by up to this share of their size (measured: ten roundings on 30 to 800 unknowns). */
export const roundingShare = 128 * Number.EPSILON;

/** The state with every node off by rounding, in turns up and down: differences between neighbours feel it most. */
export function shaken(system: Discretisation, u: Float64Array): Float64Array {
  const result = Float64Array.from(u);
  for (const w of system.workspaces)
    for (const { numbers } of w.elements)
      numbers.forEach((number, k) => {
        const node = Math.floor(k / w.width);
        result[number] = u[number]! * (1 + (node % 2 === 0 ? roundingShare : -roundingShare));
      });
  return result;
}
