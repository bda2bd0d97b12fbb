/** The matrix of phenomenological coefficients in the middle of the domain, for the state that the observer looks at. */
import type { OnsagerMatrix } from '../outcome.js';
import { spotOf, valueAt } from './interpolation.js';
import type { Observer } from './observer.js';

export function onsagerMatrix(observer: Observer): OnsagerMatrix | undefined {
  const { formulation, system } = observer;
  const { regions } = system.geometry;
  const spot = spotOf(system, 0.5 * (regions[0]!.from + regions[regions.length - 1]!.to));
  const here = spot && formulation.onsager?.[spot.region];
  if (!spot || !here) return undefined;
  const values = here.values.map((row, i) =>
    row.map((coefficient, j) =>
      valueAt(
        observer.nodalOf(
          `onsager ${i} ${j}`,
          observer.regions((region) => (region === spot.region ? coefficient : undefined)),
        ),
        spot,
      ),
    ),
  );
  if (!values.flat().every(Number.isFinite)) return undefined;
  return { names: here.names, values, units: here.units, origin: here.origin };
}
