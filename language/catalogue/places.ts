/** Names of places and moments; they are names of the geometry whether or not a `boundary` block exists. */
import type { Axis } from '../../solver/formula.js';
import type { Shape, Side } from '../../solver/problem.js';
import type { BuiltinRecord } from './builtin.js';

export interface SideRecord extends BuiltinRecord {
  readonly shapes: readonly Shape[];
}
export const sides = {
  left: { category: 'place', shapes: ['slab', 'rectangle'], doc: 'Boundary at x = 0.' },
  right: { category: 'place', shapes: ['slab', 'rectangle'], doc: 'Boundary at the largest x.' },
  inner: { category: 'place', shapes: ['cylinder', 'sphere'], doc: 'Boundary at the inner radius.' },
  outer: { category: 'place', shapes: ['cylinder', 'sphere'], doc: 'Boundary at the outer radius.' },
  bottom: { category: 'place', shapes: ['rectangle'], doc: 'Boundary at y = 0 of a rectangle; two dimensions are not solved yet.' },
  top: { category: 'place', shapes: ['rectangle'], doc: 'Boundary at the largest y of a rectangle; two dimensions are not solved yet.' },
} as const satisfies Record<Side, SideRecord>;

export interface ShapeRecord {
  readonly title: string;
  readonly doc: string;
  readonly axes: readonly Axis[];
  /** Power of length that `integral` multiplies by: volume per m², per m, or whole. */
  readonly volume: 1 | 2 | 3;
}
export const shapes = {
  slab: { title: 'slab', doc: 'Between two plane walls, along x.', axes: ['x'], volume: 1 },
  cylinder: { title: 'cylinder', doc: 'Along the radius r of a long cylinder, solid or hollow.', axes: ['r'], volume: 2 },
  sphere: { title: 'sphere', doc: 'Along the radius r of a sphere, solid or hollow.', axes: ['r'], volume: 3 },
  rectangle: {
    title: 'rectangle',
    doc: 'A plane of width along x and height along y; two dimensions are not solved yet.',
    axes: ['x', 'y'],
    volume: 2,
  },
} as const satisfies Record<Shape, ShapeRecord>;
export const isShape = (name: string): name is Shape => Object.hasOwn(shapes, name);
export const isSide = (name: string): name is Side => Object.hasOwn(sides, name);
export const sidesOf = (shape: Shape): readonly Side[] =>
  (Object.keys(sides) as Side[]).filter((side) => (sides[side].shapes as readonly Shape[]).includes(shape));

export const moments = {
  end: { category: 'place', doc: 'The last time of a transient study.' },
  heat: { category: 'place', doc: 'Heat as a partner of a component: `onsager(A, heat)`.' },
} as const satisfies Record<string, BuiltinRecord>;
