/** Which mesh a study starts with, and how it is refined until the wanted accuracy is met. */
import type { TransportSystem } from '../assembly/system.js';
import { chebyshevEdges, gradedEdges, split } from '../mesh/elements.js';
import type { Mesh } from '../mesh/mesh.js';
import type { Problem } from '../problem.js';

/** Ten and four: measured best over benchmarks of heat and species with fast starts. */
const usualOrder = 10;
const usualElements = 4;
/** A steady state has no fast start: one element is enough until the tail says otherwise. */
const usualSteadyElements = 1;
/** Raising the order further costs more than splitting. */
const highestOrder = 14;
/** Cells per region of the robust scheme when the user states none. */
const usualVolumes = 200;
/** Beyond this many unknowns per field and region a finer mesh is not tried. */
const mostNodes = 1500;

export interface MeshWishes {
  readonly order?: number;
  readonly scheme?: 'spectral' | 'volumes';
  /** Per region. */
  readonly cells: readonly (number | undefined)[];
  readonly grading: readonly (number | undefined)[];
}

export function meshWishes(problem: Problem): MeshWishes {
  const stated = (name: string) => problem.geometry.properties.find((p) => p.name === name)?.value;
  const number = (name: string) => {
    const value = stated(name);
    return value?.kind === 'number' ? value.value : undefined;
  };
  const scheme = stated('scheme');
  const { layers } = problem.geometry;
  return {
    order: number('order'),
    scheme: scheme?.kind === 'word' && (scheme.word === 'volumes' || scheme.word === 'spectral') ? scheme.word : undefined,
    cells: layers.map((layer) => layer.cells ?? number('cells')),
    grading: layers.map((layer) => layer.grading ?? number('grading')),
  };
}

/** `cells` asks for at least that many unknowns per field: elements are added until their nodes reach it. */
export function firstMesh(system: TransportSystem, wishes: MeshWishes, scheme: Mesh['scheme'], steady: boolean): Mesh {
  const fewest = steady ? usualSteadyElements : usualElements;
  const order = scheme === 'finite volumes' ? 1 : Math.max(3, Math.min(highestOrder, wishes.order ?? usualOrder));
  const edges = system.regions.map((_, r) => {
    const cells = wishes.cells[r];
    const elements = scheme === 'finite volumes' ? (cells ?? usualVolumes) : Math.max(fewest, Math.ceil((cells ?? 0) / order));
    const grading = wishes.grading[r];
    if (grading !== undefined) return gradedEdges(elements, grading);
    return scheme === 'finite volumes' ? gradedEdges(elements, 1) : chebyshevEdges(elements);
  });
  return { scheme, order, edges };
}

/**
 * The mesh of the run that a transient is first compared with. Where `cells` asks for more elements than the solver would begin with, it
 * asks for a fine result; the run that only tells how far off the result is does with half of them.
 */
export function companion(system: TransportSystem, wishes: MeshWishes, mesh: Mesh): Mesh {
  if (mesh.scheme !== 'spectral elements') return coarser(mesh);
  const most = Math.max(...mesh.edges.map((edges) => edges.length - 1));
  if (most <= usualElements) return coarser(mesh);
  const cells = mesh.edges.map((edges) => Math.max(usualElements, Math.ceil((edges.length - 1) / 2)) * mesh.order);
  return coarser(firstMesh(system, { ...wishes, cells }, mesh.scheme, false));
}

/** The cheaper mesh whose difference from `mesh` estimates the error of both. */
export function coarser(mesh: Mesh): Mesh {
  if (mesh.scheme === 'spectral elements') return { ...mesh, order: Math.max(2, mesh.order - 2) };
  return { ...mesh, edges: mesh.edges.map((edges) => edges.filter((_, e) => e % 2 === 0 || e === edges.length - 1)) };
}

/** The next mesh to try: a higher order, then the elements with the largest tails split; undefined when that is enough. */
export function finer(mesh: Mesh, wishes: MeshWishes, tails: readonly Float64Array[]): Mesh | undefined {
  const nodes = Math.max(...mesh.edges.map((edges) => (edges.length - 1) * mesh.order));
  if (2 * nodes > mostNodes) return undefined;
  if (mesh.scheme === 'finite volumes') return { ...mesh, edges: mesh.edges.map((edges) => split(edges, () => true)) };
  if (mesh.order < highestOrder && wishes.order === undefined) return { ...mesh, order: mesh.order + 2 };
  const most = Math.max(...tails.map((t) => Math.max(...t)));
  return { ...mesh, edges: mesh.edges.map((edges, r) => split(edges, (e) => tails[r]![e]! > splitShare * most)) };
}
/** Elements whose tail is above this share of the largest are split. */
const splitShare = 0.05;
