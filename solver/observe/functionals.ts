/** The functionals of measures: one function per kind, typed by the union so that a forgotten one does not compile. */
import type { Formula, Functional, Place } from '../formula.js';
import { extremum, spotOf, valueAt } from './interpolation.js';
import type { NodalValues, Observer } from './observer.js';
import { functionalName } from './readings.js';

type Kind = Functional['kind'];
type OfKind<K extends Kind> = Extract<Functional, { readonly kind: K }>;
type Table = { readonly [K in Kind]: (observer: Observer, functional: OfKind<K>) => number };

/** Sides at the low end of the coordinate; the others are at the high end. */
export const sideIndex = (side: string): 0 | 1 => (side === 'left' || side === 'inner' || side === 'bottom' ? 0 : 1);

function atPlace(observer: Observer, values: NodalValues, place: Place): number {
  const { system } = observer;
  if (place.kind === 'side') {
    const side = sideIndex(place.side);
    const f = values[side === 0 ? 0 : values.length - 1];
    return f ? f[side === 0 ? 0 : f.length - 1]! : NaN;
  }
  const coordinate = place.coordinates.x ?? place.coordinates.r;
  const spot = coordinate && spotOf(system, observer.scalar(observer.readings.reading(coordinate).expression));
  return spot ? valueAt(values, spot) : NaN;
}

function fluxThrough(observer: Observer, species: string, side: string): number {
  const parts = observer.formulation.fluxOf(species);
  return parts ? parts.reduce((sum, { unknown, weight }) => sum + weight * observer.inflow(unknown, sideIndex(side)), 0) : NaN;
}

/** Slowest mode of a closed cell: L²/(π²D); for solid cylinder and sphere R²/(z₁²D), z₁ the first roots of J₁(z) = 0 and tan z = z. */
const slowestRoot = [Math.PI, 3.8317059702075125, 4.493409457909064] as const;

/** NaN where no diffusivity of the species alone tells: beside others, D_ii in mass fractions can be negative. */
export function relaxationTime(observer: Observer, species: string): number {
  const expressions = observer.formulation.diffusivityOf(species);
  if (!expressions) return NaN;
  const D = observer.nodalOf(`diffusivity ${species}`, expressions);
  const mean = observer.integral(D) / observer.volume(D);
  const { regions } = observer.system.geometry;
  const [from, to] = [regions[0]!.from, regions[regions.length - 1]!.to];
  const root = from === 0 ? slowestRoot[observer.formulation.system.areaExponent] : Math.PI;
  return mean > 0 ? (to - from) ** 2 / (root * root * mean) : NaN;
}

const table: Table = {
  value: (o, { of, place }) => atPlace(o, o.nodal(of), place),
  mean: (o, { of }) => {
    const values = o.nodal(of);
    return o.integral(values) / o.volume(values);
  },
  integral: (o, { of }) => o.integral(o.nodal(of)),
  minimum: (o, { of }) => extremum(o.system, o.nodal(of), -1).value,
  maximum: (o, { of }) => extremum(o.system, o.nodal(of), 1).value,
  where_max: (o, { of }) => extremum(o.system, o.nodal(of), 1).x,
  flux: (o, { species, side }) => fluxThrough(o, species, side),
  heat_flux: (o, { side }) => fluxThrough(o, 'heat', side),
  entropy_production: (o) => o.integral(o.nodalOf('entropy production', o.formulation.entropyProduction)),
  thermopotential: (o) => {
    const slopes = o.formulation.potentialGradient;
    return slopes ? lineIntegral(o, o.nodalOf('potential', slopes)) : NaN;
  },
  relaxation_time: (o, { species }) => relaxationTime(o, species),
  mass: (o, { species }) => {
    const amount = o.formulation.amountOf(species);
    return amount ? o.integral(o.nodalOf(`amount ${species}`, amount)) : NaN;
  },
};

/** ∫ f dx from the first to the last edge. */
function lineIntegral(o: Observer, values: NodalValues): number {
  const n = o.system.basis.order + 1;
  let sum = 0;
  values.forEach((f, r) => {
    const { scale } = o.system.geometry.regions[r]!;
    if (f) for (let k = 0; k < f.length; k++) sum += (o.system.basis.weights[k % n]! / scale[Math.floor(k / n)]!) * f[k]!;
  });
  return sum;
}

export function functionalValue<K extends Kind>(observer: Observer, functional: OfKind<K>): number {
  return (table[functional.kind] as (o: Observer, f: OfKind<K>) => number)(observer, functional);
}

/** Value of a formula whose functionals are taken of the state that the observer looks at. */
export function measureValue(observer: Observer, formula: Formula): number {
  const { functionals, expression } = observer.readings.reading(formula);
  const values = new Map(functionals.map((functional, k) => [functionalName(k), functionalValue(observer, functional)]));
  return observer.scalar(expression, (name) => values.get(name) ?? observer.system.parameters(name));
}
