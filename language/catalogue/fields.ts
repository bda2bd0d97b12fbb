/** Fields of the solution and the coordinates. */
import type { CompositionMeasure } from '../../solver/formula.js';
import type { QuantityName } from '../../solver/quantities/quantity.js';
import type { BuiltinParameter, BuiltinRecord } from './builtin.js';

export interface FieldRecord extends BuiltinRecord {
  readonly quantity: QuantityName;
}
const substance: readonly BuiltinParameter[] = [{ name: 'A', kind: 'substance' }];

/** Plain names. */
export const fields = {
  T: { category: 'field', quantity: 'temperature', doc: 'Temperature of the solution [K].' },
  rho: { category: 'field', quantity: 'density', doc: 'Density of the medium [kg/m³].' },
  x: {
    category: 'coordinate',
    quantity: 'length',
    doc: 'Coordinate [m]: from the left wall of a slab. `x(A)` is the mole fraction of A.',
  },
  y: {
    category: 'coordinate',
    quantity: 'length',
    doc: 'Second coordinate of a rectangle [m], from the bottom; two dimensions are not solved yet.',
  },
  r: { category: 'coordinate', quantity: 'length', doc: 'Radial coordinate of a cylinder or a sphere [m].' },
  z: { category: 'coordinate', quantity: 'length', doc: 'Coordinate along the axis of a cylinder [m].' },
  t: { category: 'time', quantity: 'time', doc: 'Time since the start of the study [s].' },
} as const satisfies Record<string, FieldRecord>;
export type FieldName = keyof typeof fields;

/** Composition of the solution: `w(A)`, `x(A)`, `c(A)`. */
export const compositions = {
  w: { category: 'field', quantity: 'massFraction', parameters: substance, doc: 'Mass fraction of A.' },
  x: { category: 'field', quantity: 'moleFraction', parameters: substance, doc: 'Mole fraction of A. `x` alone is the coordinate.' },
  c: { category: 'field', quantity: 'concentration', parameters: substance, doc: 'Amount concentration of A [mol/m³].' },
} as const satisfies Record<CompositionMeasure, FieldRecord>;
