/** Which mesh a study starts with, and how it is refined until the wanted accuracy is met. */
import type { TransportSystem } from '../assembly/system.js';
import { chebyshevEdges, gradedEdges, split } from '../mesh/elements.js';
import type { Mesh } from '../mesh/mesh.js';
import type { Problem } from '../problem.js';
import type { Layers } from './start-layers.js';

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

/** Does the user say how fine the mesh is to be? */
export const isStated = ({ cells, grading }: MeshWishes): boolean => [...cells, ...grading].some((wish) => wish !== undefined);

/** What the usual mesh commonly leaves of the range where a layer starts. */
const usualLayerError = 2e-6;

/** The first mesh with elements halved where layers start, as far as the tolerance asks for it and the user does not say how fine it is to be. */
export function started(mesh: Mesh, wishes: MeshWishes, layers: Layers, tolerance: number): Mesh {
  if (isStated(wishes)) return mesh;
  // The error falls with the square of the first distance.
  const halvings = Math.max(0, Math.min(mostHalvings, Math.ceil(Math.log2(usualLayerError / tolerance) / 2)));
  return layered(mesh, layers, halvings) ?? mesh;
}

/** The cheaper mesh whose difference from `mesh` estimates the error of both. */
export function coarser(mesh: Mesh): Mesh {
  if (mesh.scheme === 'spectral elements') return { ...mesh, order: Math.max(2, mesh.order - 2) };
  return { ...mesh, edges: mesh.edges.map((edges) => edges.filter((_, e) => e % 2 === 0 || e === edges.length - 1)) };
}

/** Elements of the robust scheme cut in two; undefined when there are enough. */
export function finerVolumes(mesh: Mesh): Mesh | undefined {
  const most = Math.max(...mesh.edges.map((edges) => edges.length - 1));
  return 2 * most > mostNodes ? undefined : { ...mesh, edges: mesh.edges.map((edges) => split(edges, () => true)) };
}

/** The mesh with the order raised, if that is allowed, and elements with a start layer halved; undefined otherwise. */
export function raised(mesh: Mesh, wishes: MeshWishes, layers: Layers | undefined): Mesh | undefined {
  if (mesh.order + 2 > highestOrder || wishes.order !== undefined) return undefined;
  return { ...(layers ? (layered(mesh, layers, 1) ?? mesh) : mesh), order: mesh.order + 2 };
}

/** Elements with a start layer halved that often towards their wall or interface; undefined when there are enough. */
export function layered(mesh: Mesh, layers: Layers, halvings: number): Mesh | undefined {
  const edges = mesh.edges.map((old, r) => {
    const last = old.length - 2;
    const [atFirst, atLast] = layers[r]!;
    const often = Float64Array.from({ length: last + 1 }, (_, e) => ((e === 0 && atFirst) || (e === last && atLast) ? halvings : 0));
    return refined(old, often, true);
  });
  return Math.max(...edges.map((e) => (e.length - 1) * mesh.order)) > mostNodes ? undefined : { ...mesh, edges };
}

/** No element is cut into more than 2^this at once: tails that have not begun to fall foretell little. */
export const mostHalvings = 2;

/**
 * The cheapest mesh on which orders P − 2 and P should differ by less than `wanted`; undefined when that is too fine.
 * The tail of an element falls like exp(−κ P), so κ follows from its present value, and half an element has twice the κ.
 */
export function foreseen(
  mesh: Mesh,
  wishes: MeshWishes,
  tails: readonly Float64Array[],
  wanted: number,
  transient: boolean,
): Mesh | undefined {
  const orders = [mesh.order];
  if (wishes.order === undefined) for (let P = mesh.order + 2; P <= highestOrder; P += 2) orders.push(P);
  let [best, least]: [Mesh | undefined, number] = [undefined, Infinity];
  for (const order of orders) {
    const halvings = tails.map((region) =>
      region.map((tail) => {
        const decay = (-Math.log(Math.min(0.7, tail)) / mesh.order) * (order - 2);
        return Math.max(0, Math.min(mostHalvings, Math.ceil(Math.log2(-Math.log(Math.min(0.9, wanted)) / decay))));
      }),
    );
    if (order === mesh.order && halvings.every((region) => region.every((h) => h === 0))) continue;
    const edges = mesh.edges.map((old, r) => refined(old, halvings[r]!, transient));
    const nodes = edges.map((e) => (e.length - 1) * order);
    const cost = nodes.reduce((sum, n) => sum + n * order, 0);
    if (cost < least && Math.max(...nodes) <= mostNodes) [best, least] = [{ ...mesh, order, edges }, cost];
  }
  return best;
}

/** Each element halved that often; in a transient the first and the last towards their wall or interface, where layers start. */
function refined(edges: Float64Array, halvings: Float64Array, transient: boolean): Float64Array {
  const last = halvings.length - 1;
  const result: number[] = [edges[0]!];
  for (let e = 0; e <= last; e++) {
    const [from, to, h] = [edges[e]!, edges[e + 1]!, halvings[e]!];
    const inside: number[] = [];
    if (transient && e === 0 && last > 0) for (let k = h; k >= 1; k--) inside.push(from + (to - from) * 2 ** -k);
    else if (transient && e === last && last > 0) for (let k = 1; k <= h; k++) inside.push(to - (to - from) * 2 ** -k);
    else for (let k = 1; k < 2 ** h; k++) inside.push(from + ((to - from) * k) / 2 ** h);
    result.push(...inside, to);
  }
  return Float64Array.from(result);
}
