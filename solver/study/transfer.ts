/** The state of one mesh on another: the final state of a study as the initial state of the next. */
import type { Discretisation } from '../assembly/discretisation.js';
import { Interpolator } from './interpolator.js';

export function transfer(from: Discretisation, u: Float64Array, to: Discretisation): Float64Array {
  const result = new Float64Array(to.size);
  if (from.mesh.order === to.mesh.order && from.size === to.size && sameEdges(from, to)) {
    result.set(u);
    return result;
  }
  const n = to.basis.order + 1;
  to.workspaces.forEach((w, r) => {
    const { from: start, to: end, x } = to.geometry.regions[r]!;
    const fractions = x.map((value) => Math.min(1, Math.max(0, (value - start) / (end - start))));
    const values = new Float64Array(fractions.length);
    const interpolator = new Interpolator(from, r, fractions);
    for (let v = 0; v < w.width; v++) {
      interpolator.values(u, v, values);
      // The first value of a region behind a partition belongs to its own side; the shared value is the one before.
      for (let e = w.elements.length - 1; e >= 0; e--)
        for (let j = n - 1; j >= 0; j--) {
          const number = w.elements[e]!.numbers[j * w.width + v]!;
          result[number] = values[e * n + j]! / (e === 0 && j === 0 ? w.entry[v]! : 1);
        }
    }
  });
  return result;
}

const sameEdges = (a: Discretisation, b: Discretisation): boolean =>
  a.mesh.edges.every((edges, r) => edges.length === b.mesh.edges[r]!.length && edges.every((x, e) => x === b.mesh.edges[r]![e]));
