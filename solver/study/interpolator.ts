/** Values of the unknowns at chosen points of one region, from the polynomials of its elements. */
import type { Discretisation } from '../assembly/discretisation.js';
import { interpolationRow } from '../mesh/basis.js';

export class Interpolator {
  private readonly element: Int32Array;
  private readonly row: Float64Array;

  /** `fractions` of the region's thickness, ascending. */
  constructor(
    private readonly system: Discretisation,
    private readonly region: number,
    fractions: ArrayLike<number>,
  ) {
    const { basis, mesh } = system;
    const n = basis.order + 1;
    const edges = mesh.edges[region]!;
    const count = fractions.length;
    this.element = new Int32Array(count);
    this.row = new Float64Array(count * n);
    for (let p = 0, e = 0; p < count; p++) {
      while (e < edges.length - 2 && fractions[p]! > edges[e + 1]!) e++;
      this.element[p] = e;
      interpolationRow(basis, (2 * (fractions[p]! - edges[e]!)) / (edges[e + 1]! - edges[e]!) - 1, this.row, p * n);
    }
  }

  /** out[p] ← the v-th unknown present at point p. */
  values(u: Float64Array, v: number, out: Float64Array): void {
    const { row } = this;
    const n = this.system.basis.order + 1;
    const w = this.system.workspaces[this.region]!;
    const { elements, width, entry } = w;
    for (let p = 0; p < this.element.length; p++) {
      const e = this.element[p]!;
      const { numbers } = elements[e]!;
      let s = 0;
      for (let j = 0; j < n; j++) s += row[p * n + j]! * u[numbers[j * width + v]!]!;
      // The first value of a region behind a partition is that of its own side.
      if (e === 0 && entry[v] !== 1) s += row[p * n]! * (entry[v]! - 1) * u[numbers[v]!]!;
      out[p] = s;
    }
  }
}
