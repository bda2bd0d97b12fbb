/** Positions and weights of the nodes of every element for given values of the parameters. */
import { evaluate } from '../expression/evaluate.js';
import type { ParameterValues } from '../expression/tape.js';
import { basis } from '../mesh/basis.js';
import type { TransportSystem } from './system.js';

export interface RegionGeometry {
  readonly from: number;
  readonly to: number;
  /** Coordinate of each local node: [element · (P+1) + j]. */
  readonly x: Float64Array;
  /** 2/H per element: d/dx = 2/H d/dξ. */
  readonly scale: Float64Array;
  /** ω_j · area(x_j): weight of a flux. */
  readonly fluxWeight: Float64Array;
  /** ω_j · H/2 · area(x_j): volume that belongs to the node. */
  readonly volume: Float64Array;
}
export interface Geometry {
  readonly regions: readonly RegionGeometry[];
  /** Areas of the walls. */
  readonly wallAreas: readonly [number, number];
  /** Per joint: its area. */
  readonly jointAreas: readonly number[];
}

/** `area(x) = areaFactor · x^exponent`; `edges` are fractions of each region's thickness. */
export function geometry(system: TransportSystem, order: number, edges: readonly Float64Array[], parameters: ParameterValues): Geometry {
  const scalar = (name: string) => (name.startsWith('param ') ? parameters(name.slice(6)) : NaN);
  const area = (x: number) => system.areaFactor * (system.areaExponent === 0 ? 1 : system.areaExponent === 1 ? x : x * x);
  const enclosed = (a: number, b: number) =>
    (system.areaFactor * (b ** (system.areaExponent + 1) - a ** (system.areaExponent + 1))) / (system.areaExponent + 1);
  const { nodes, weights } = basis(order);
  const n = order + 1;
  let from = evaluate(system.start, scalar);
  const first = from;
  const jointAreas: number[] = [];
  const regions = system.regions.map((region, r) => {
    const thickness = evaluate(region.thickness, scalar);
    const fractions = edges[r]!;
    const elements = fractions.length - 1;
    const x = new Float64Array(elements * n);
    const scale = new Float64Array(elements);
    const fluxWeight = new Float64Array(elements * n);
    const volume = new Float64Array(elements * n);
    for (let e = 0; e < elements; e++) {
      const [a, b] = [from + thickness * fractions[e]!, from + thickness * fractions[e + 1]!];
      scale[e] = 2 / (b - a);
      for (let j = 0; j < n; j++) {
        const k = e * n + j;
        x[k] = j === 0 ? a : j === order ? b : a + ((b - a) * (nodes[j]! + 1)) / 2;
        fluxWeight[k] = weights[j]! * area(x[k]!);
        volume[k] = (fluxWeight[k]! * (b - a)) / 2;
      }
      if (order === 1) {
        // Finite volumes: the exact volumes of the two halves, and one area for the face between them.
        const middle = 0.5 * (a + b);
        volume[e * n] = enclosed(a, middle);
        volume[e * n + 1] = enclosed(middle, b);
        fluxWeight.fill(area(middle), e * n, e * n + 2);
      }
    }
    const result = { from, to: from + thickness, x, scale, fluxWeight, volume };
    from += thickness;
    if (r < system.regions.length - 1) jointAreas.push(area(from));
    return result;
  });
  return { regions, wallAreas: [area(first), area(from)], jointAreas };
}
