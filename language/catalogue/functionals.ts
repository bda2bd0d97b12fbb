/** Reductions of the solution to a number, for measures, plots over time and expectations. */
import type { BuiltinParameter, BuiltinRecord } from './builtin.js';

/** Dimension of the result. `volume`: times the domain's volume (per m² of a slab, per m of a cylinder, full sphere). */
export type FunctionalResult =
  | 'first'
  | 'first per length'
  | 'first times volume'
  | 'length'
  | 'flux'
  | 'heat flux'
  | 'entropy'
  | 'time'
  | 'amount'
  | 'voltage';
export interface FunctionalRecord extends BuiltinRecord {
  readonly result: FunctionalResult;
}
const field: BuiltinParameter = { name: 'f', kind: 'any' };
const substance: BuiltinParameter = { name: 'A', kind: 'substance' };
const side: BuiltinParameter = { name: 'boundary', kind: 'side' };

export const functionals = {
  value: {
    category: 'functional',
    parameters: [field, { name: 'place', kind: 'place' }],
    result: 'first',
    doc: 'Value of a field at a place: a boundary (`left`), or a coordinate (`x = 0.3 mm`).',
  },
  mean: { category: 'functional', parameters: [field], result: 'first', doc: 'Mean of a field over the domain.' },
  integral: {
    category: 'functional',
    parameters: [field],
    result: 'first times volume',
    doc: 'Integral of a field over the volume: per m² of a slab, per m of a cylinder, the whole of a sphere.',
  },
  gradient: {
    category: 'functional',
    parameters: [field],
    result: 'first per length',
    doc: 'Derivative of a field along the first coordinate.',
  },
  where_max: { category: 'functional', parameters: [field], result: 'length', doc: 'Coordinate at which a field is largest.' },
  flux: {
    category: 'functional',
    parameters: [substance, side],
    result: 'flux',
    doc: 'Total flux of A INTO the domain through a boundary: mol/(m²·s) in solutions, kg/(m²·s) in mixtures.',
  },
  heat_flux: {
    category: 'functional',
    parameters: [side],
    result: 'heat flux',
    doc: 'Total heat flux INTO the domain through a boundary [W/m²]; needs `conductivity`.',
  },
  entropy_production: {
    category: 'functional',
    parameters: [],
    result: 'entropy',
    doc: 'Entropy production of the whole domain from the actual fluxes: W/(K·m²) in a slab. Without `conductivity` it is the part of diffusion alone.',
  },
  relaxation_time: {
    category: 'functional',
    parameters: [substance],
    result: 'time',
    doc: 'Diffusive relaxation time of A: L²/(π²D) in a slab.',
  },
  mass: {
    category: 'functional',
    parameters: [substance],
    result: 'amount',
    doc: 'Amount of A in the domain: mol in solutions, kg in mixtures, per m² of a slab.',
  },
  thermopotential: {
    category: 'functional',
    parameters: [],
    result: 'voltage',
    doc: 'Difference of the electric potential between the two ends at zero current [V], with charged species.',
  },
} as const satisfies Record<string, FunctionalRecord>;
export type FunctionalName = keyof typeof functionals;

/** `min(f)` and `max(f)` with one argument are functionals too. */
export const reducers = { min: 'minimum', max: 'maximum' } as const;
