/** The matrix of phenomenological coefficients in the middle of the domain, for the state that the observer looks at. */
import type { OnsagerMatrix } from '../outcome.js';
import { spotOf, valueAt } from './interpolation.js';
import type { Observer } from './observer.js';

export function onsagerMatrix(observer: Observer): OnsagerMatrix | undefined {
  const { formulation, system } = observer;
  const { regions } = system.geometry;
  const spot = spotOf(system, 0.5 * (regions[0]!.from + regions[regions.length - 1]!.to));
  const matrices = formulation.onsager;
  const here = spot && matrices?.[spot.region];
  if (!spot || !matrices || !here) return undefined;
  // Every region's coefficient under one key: which region holds the middle may change with the parameters.
  const coefficient = (i: number, j: number) =>
    observer.nodalOf(
      `onsager ${i} ${j}`,
      matrices.map((matrix) => matrix?.values[i]?.[j]),
    );
  const values = here.values.map((row, i) => row.map((_, j) => valueAt(coefficient(i, j), spot)));
  if (!values.flat().every(Number.isFinite)) return undefined;
  return { names: here.names, values, units: here.units, origin: here.origin };
}
