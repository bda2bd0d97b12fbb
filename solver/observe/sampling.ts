/** Points at which profiles are given back: evenly spread, both ends of every region included, so that a jump shows as a jump. */
import type { Discretisation } from '../assembly/discretisation.js';
import { spotIn, valueAt, type Spot } from './interpolation.js';
import type { NodalValues } from './observer.js';

export interface Samples {
  readonly coordinate: Float64Array;
  readonly spots: readonly Spot[];
}

export function samplesOf(system: Discretisation, count: number): Samples {
  const { regions } = system.geometry;
  const whole = regions[regions.length - 1]!.to - regions[0]!.from;
  const coordinate: number[] = [];
  const spots: Spot[] = [];
  regions.forEach(({ from, to }, region) => {
    const points = Math.max(2, Math.round((count * (to - from)) / whole));
    for (let i = 0; i < points; i++) {
      const x = i === points - 1 ? to : from + ((to - from) * i) / (points - 1);
      coordinate.push(x);
      spots.push(spotIn(system, region, x));
    }
  });
  return { coordinate: Float64Array.from(coordinate), spots };
}

export const sampled = ({ spots }: Samples, values: NodalValues): Float64Array => Float64Array.from(spots, (spot) => valueAt(values, spot));
