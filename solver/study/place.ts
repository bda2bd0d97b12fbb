/** Where in the domain a number of the vector of unknowns lives. */
import type { Discretisation } from '../assembly/discretisation.js';

/** @returns coordinate x [m] and index of the region (the first of two that share the node). */
export function placeOf(system: Discretisation, number: number): { readonly x: number; readonly region: number } | undefined {
  const n = system.basis.order + 1;
  for (const [region, w] of system.workspaces.entries())
    for (const [e, element] of w.elements.entries()) {
      const at = element.numbers.indexOf(number);
      if (at >= 0) return { x: w.geometry.x[e * n + Math.floor(at / w.width)]!, region };
    }
  return undefined;
}
