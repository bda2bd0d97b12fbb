/**
 * Systems on meshes that were made already: cases of a sweep and frames of a dragged slider differ in parameter values only, and setting
 * these costs far less than numbering, weights and memory. One run uses the collection at a time; what it takes is its own until `release`.
 */
import { Discretisation } from '../assembly/discretisation.js';
import type { SystemTerms } from '../assembly/terms.js';
import type { ParameterValues } from '../expression/tape.js';
import type { Mesh } from '../mesh/mesh.js';

/** More than this are not kept: refinement makes meshes that nobody asks for again. */
const mostKept = 12;

export class Meshes {
  private free: Discretisation[] = [];
  private taken: Discretisation[] = [];

  /** A system on a mesh for given values of the parameters. */
  take(terms: SystemTerms, mesh: Mesh, parameters: ParameterValues): Discretisation {
    const at = this.free.findIndex((d) => d.terms === terms && sameMesh(d.mesh, mesh) && d.rebind(parameters));
    const system = at < 0 ? new Discretisation(terms, mesh, parameters) : this.free.splice(at, 1)[0]!;
    this.taken.push(system);
    return system;
  }

  /** Gives back all that was taken but not what is still `needed`. */
  release(needed: readonly Discretisation[] = []): void {
    const given = this.taken.filter((d) => !needed.includes(d));
    this.free = [...given, ...this.free].slice(0, mostKept);
    this.taken = this.taken.filter((d) => needed.includes(d));
  }
}

function sameMesh(a: Mesh, b: Mesh): boolean {
  return (
    a.scheme === b.scheme &&
    a.order === b.order &&
    a.edges.length === b.edges.length &&
    a.edges.every(
      (edges, r) => edges === b.edges[r] || (edges.length === b.edges[r]!.length && edges.every((x, e) => x === b.edges[r]![e])),
    )
  );
}
