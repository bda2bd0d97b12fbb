/** Where a transient starts with a layer without thickness: at walls and interfaces that want other values than those of the initial state. */
import type { SystemTerms } from '../assembly/terms.js';
import { evaluate } from '../expression/evaluate.js';
import { isConstant } from '../expression/expression.js';
import type { ParameterValues } from '../expression/tape.js';
import { basis } from '../mesh/basis.js';
import type { Mesh } from '../mesh/mesh.js';

/** Jumps below this share of the value are the rounding of units. */
const rounding = 1e-9;

/** Per region: does such a layer start at its first edge, at its last? */
export type Layers = readonly (readonly [boolean, boolean])[];

/** `continued`: the initial state is that of another study, which is not known here. */
export function startLayers({ system, constantJacobian }: SystemTerms, parameters: ParameterValues, continued: boolean): Layers {
  const { regions, walls, joints } = system;
  // Polynomials meet a jump without loss where everything is linear: their moments are right.
  if (constantJacobian) return regions.map(() => [false, false]);
  const at = (x: number) => (symbol: string) => {
    if (symbol === 'x') return x;
    if (symbol === 't') return 0;
    return symbol.startsWith('param ') ? parameters(symbol.slice(6)) : NaN;
  };
  const first = evaluate(system.start, at(0));
  const last = regions.reduce((x, region) => x + evaluate(region.thickness, at(0)), first);
  const wallJumps = (side: 0 | 1): boolean => {
    const region = regions[side === 0 ? 0 : regions.length - 1]!;
    return walls[side].some((condition, i) => {
      if (condition.kind !== 'value' || !region.present[i] || isConstant(region.storage[i]!, 0)) return false;
      if (continued) return true;
      const lookup = at(side === 0 ? first : last);
      const [held, given] = [evaluate(condition.value, lookup), evaluate(region.initial[i]!, lookup)];
      return Math.abs(held - given) > rounding * Math.max(Math.abs(held), Math.abs(given));
    });
  };
  const jointJumps = (edge: number): boolean => joints[edge]!.some((joint) => joint.kind === 'partition');
  return regions.map((_, r) => [r === 0 ? wallJumps(0) : jointJumps(r - 1), r === regions.length - 1 ? wallJumps(1) : jointJumps(r)]);
}

/** Of a difference that tells nothing. */
const largestShare = 3;

/** What a start layer is missed by falls with the square of the first distance from its edge: its error over the difference of two meshes. */
export function shareOfLayers(coarse: Mesh, fine: Mesh, layers: Layers): number {
  let share = 0;
  layers.forEach((at, r) => {
    const [a, b] = [firstDistances(coarse, r), firstDistances(fine, r)];
    at.forEach((starts, end) => {
      const left = (b[end]! / a[end]!) ** 2;
      if (starts) share = Math.max(share, left < 1 ? left / (1 - left) : largestShare);
    });
  });
  return Math.min(share, largestShare);
}

/** From the first and the last edge of a region to the next node, as fractions of its thickness. */
function firstDistances({ order, edges }: Mesh, region: number): readonly [number, number] {
  const { nodes } = basis(order);
  const at = edges[region]!;
  const inElement = (nodes[1]! - nodes[0]!) / 2;
  return [(at[1]! - at[0]!) * inElement, (at[at.length - 1]! - at[at.length - 2]!) * inElement];
}
