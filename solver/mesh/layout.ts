/**
 * Where every unknown of every element lives in the vector of unknowns, and in which fronts the elimination meets it.
 *
 * Unknowns are numbered element by element, node by node; elements share the unknowns of their common node. At a joint an unknown is
 * shared when its value passes (continuous or partition) and has a node on each side when it jumps (resistance) or ends (sealed,
 * absent). Front e covers a contiguous range: first what leaves with this element, last what the next one still needs.
 */
import type { TransportSystem } from '../assembly/system.js';

export interface ElementLayout {
  readonly region: number;
  /** Index of the element in its region. */
  readonly index: number;
  /** Number in the vector of unknowns of (node j, v-th unknown present): j · present + v. */
  readonly numbers: Int32Array;
  readonly front: Front;
}
export interface Front {
  /** Number of the first unknown of the front. */
  readonly start: number;
  readonly size: number;
  /** How many of them are eliminated here; the others start the next front. */
  readonly eliminated: number;
  /** Position of the front's matrix (row-major) in the common array. */
  readonly offset: number;
}
/** Two unknowns on the two sides of a resistance. */
export interface Jump {
  readonly joint: number;
  readonly unknown: number;
  readonly left: number;
  readonly right: number;
  /** Front that holds both. */
  readonly front: Front;
}
export interface Layout {
  readonly order: number;
  /** Per region: indices of the unknowns present. */
  readonly present: readonly (readonly number[])[];
  readonly elements: readonly ElementLayout[];
  /** Per region: its elements. */
  readonly byRegion: readonly (readonly ElementLayout[])[];
  readonly jumps: readonly Jump[];
  readonly size: number;
  /** Length of the array that holds all fronts. */
  readonly frontsLength: number;
  /** Which unknown of the system each number is. */
  readonly unknownOf: Int32Array;
  /** Per unknown of the system: number at [first, last] wall, or −1 when absent there. */
  readonly atWall: readonly [Int32Array, Int32Array];
}

type Passing = 'shared' | 'jump' | 'ended';

export function layout(system: TransportSystem, order: number, elementsPerRegion: readonly number[]): Layout {
  const { regions } = system;
  const count = system.unknowns.length;
  const present = regions.map((r) => system.unknowns.map((_, i) => i).filter((i) => r.present[i]));
  const passing = (joint: number, i: number): Passing => {
    if (!regions[joint]!.present[i] || !regions[joint + 1]?.present[i]) return 'ended';
    const kind = system.joints[joint]![i]!.kind;
    return kind === 'sealed' ? 'ended' : kind === 'resistance' ? 'jump' : 'shared';
  };
  const elements: ElementLayout[] = [];
  const byRegion: ElementLayout[][] = regions.map(() => []);
  const jumps: Jump[] = [];
  const unknownOf: number[] = [];
  const fresh = (i: number) => unknownOf.push(i) - 1;
  const atWall = [new Int32Array(count).fill(-1), new Int32Array(count).fill(-1)] as const;
  let offset = 0;
  // Numbers handed over from the element before: those that it shares, and the far sides of jumps.
  let shared = new Map<number, number>();
  let jumping = new Map<number, number>();
  regions.forEach((_, r) => {
    const here = present[r]!;
    const width = here.length;
    for (let e = 0; e < elementsPerRegion[r]!; e++) {
      const lastOfRegion = e === elementsPerRegion[r]! - 1;
      const lastOfAll = lastOfRegion && r === regions.length - 1;
      const numbers = new Int32Array((order + 1) * width).fill(-1);
      const start = shared.size + jumping.size > 0 ? Math.min(...shared.values(), ...jumping.values()) : unknownOf.length;
      const jumpsHere = [...jumping];
      for (let j = 0; j < order; j++) here.forEach((i, v) => (numbers[j * width + v] = (j === 0 ? shared.get(i) : undefined) ?? fresh(i)));
      const rank = (i: number) => (!lastOfRegion ? 2 : lastOfAll ? 0 : passing(r, i) === 'ended' ? 0 : passing(r, i) === 'jump' ? 1 : 2);
      // What ends here is numbered before what is passed on, so that every front is one contiguous range.
      const byRank = here.map((i, v) => [i, v] as const).sort((a, b) => rank(a[0]) - rank(b[0]));
      const leaving = byRank.filter(([i]) => rank(i) === 0);
      for (const [i, v] of byRank) numbers[order * width + v] = fresh(i);
      const size = unknownOf.length - start;
      const passed = width - leaving.length;
      const front: Front = { start, size, eliminated: lastOfAll ? size : size - passed, offset };
      offset += size * size;
      for (const [unknown, left] of jumpsHere) jumps.push({ joint: r - 1, unknown, left, right: numbers[here.indexOf(unknown)]!, front });
      const element = { region: r, index: e, numbers, front };
      elements.push(element);
      byRegion[r]!.push(element);
      const last = (i: number, v: number): [number, number] => [i, numbers[order * width + v]!];
      shared = new Map(byRank.filter(([i]) => !lastOfAll && rank(i) === 2).map(([i, v]) => last(i, v)));
      jumping = new Map(byRank.filter(([i]) => !lastOfAll && rank(i) === 1).map(([i, v]) => last(i, v)));
      if (elements.length === 1) here.forEach((i, v) => (atWall[0][i] = numbers[v]!));
      if (lastOfAll) here.forEach((i, v) => (atWall[1][i] = numbers[order * width + v]!));
    }
  });
  return {
    order,
    present,
    elements,
    byRegion,
    jumps,
    size: unknownOf.length,
    frontsLength: offset,
    unknownOf: Int32Array.from(unknownOf),
    atWall,
  };
}
