/** Which properties give a shape its size. */
import type { Shape } from '../../solver/problem.js';
import type { PropertyName } from '../../solver/quantities/catalogue.js';

export interface Size {
  readonly name: PropertyName;
  readonly required: boolean;
}
const radius: readonly Size[] = [
  { name: 'inner_radius', required: false },
  { name: 'outer_radius', required: true },
];
export const sizesOf: Readonly<Record<Shape, readonly Size[]>> = {
  slab: [{ name: 'length', required: true }],
  cylinder: radius,
  sphere: radius,
  rectangle: [
    { name: 'width', required: true },
    { name: 'height', required: true },
  ],
};
/** The size that the thicknesses of layers replace. */
export const layeredSize = (shape: Shape): PropertyName => (shape === 'slab' ? 'length' : 'outer_radius');
export const isRadial = (shape: string): boolean => shape === 'cylinder' || shape === 'sphere';
