/** Points at which profiles are given back: evenly spread, both ends of every region included, so that a jump shows as a jump. */
import type { Discretisation } from '../assembly/discretisation.js';
import { interpolationRow } from '../mesh/basis.js';
import { aboveZero } from './interpolation.js';
import type { NodalValues } from './observer.js';

export interface Samples {
  /** All points, region after region [m]. */
  readonly coordinate: Float64Array;
  readonly regions: readonly RegionSamples[];
}
interface RegionSamples {
  /** Index of the region's first point. */
  readonly start: number;
  /** Per point: first local node of its element, and the weights of the element's nodes. */
  readonly at: Int32Array;
  readonly rows: Float64Array;
}

/** Per system: its samples for the number of points asked for last. */
const known = new WeakMap<Discretisation, { readonly count: number; readonly samples: Samples }>();

export function samplesOf(system: Discretisation, count: number): Samples {
  const found = known.get(system);
  if (found?.count === count) return found.samples;
  const samples = made(system, count);
  known.set(system, { count, samples });
  return samples;
}

function made(system: Discretisation, count: number): Samples {
  const { regions } = system.geometry;
  const whole = regions[regions.length - 1]!.to - regions[0]!.from;
  const n = system.basis.order + 1;
  const coordinate: number[] = [];
  const sampled = regions.map(({ from, to, x: nodes }) => {
    let first = 0;
    const points = Math.max(2, Math.round((count * (to - from)) / whole));
    const start = coordinate.length;
    const at = new Int32Array(points);
    const rows = new Float64Array(points * n);
    for (let i = 0; i < points; i++) {
      const x = i === points - 1 ? to : from + ((to - from) * i) / (points - 1);
      coordinate.push(x);
      while (first + n < nodes.length && x > nodes[first + n - 1]!) first += n;
      const [a, b] = [nodes[first]!, nodes[first + n - 1]!];
      at[i] = first;
      interpolationRow(system.basis, Math.min(1, Math.max(-1, (2 * (x - a)) / (b - a) - 1)), rows, i * n);
    }
    return { start, at, rows };
  });
  return { coordinate: Float64Array.from(coordinate), regions: sampled };
}

/** Values at all points; NaN where the field does not exist. */
export const sampled = (samples: Samples, values: NodalValues): Float64Array => sampledTogether(samples, [values])[0]!;

/** The same for several fields, which share the weights that are read. */
export function sampledTogether({ coordinate, regions }: Samples, fields: readonly NodalValues[]): Float64Array[] {
  const out = fields.map(() => new Float64Array(coordinate.length));
  regions.forEach(({ start, at, rows }, r) => {
    const present = fields.flatMap((values, f): [Float64Array, Float64Array][] => (values[r] ? [[values[r], out[f]!]] : []));
    let k = 0;
    for (; k + 1 < present.length; k += 2) interpolateTwo(present[k]!, present[k + 1]!, at, rows, start);
    if (k < present.length) interpolate(present[k]!, at, rows, start);
    fields.forEach((values, f) => {
      if (!values[r]) out[f]!.fill(NaN, start, start + at.length);
    });
  });
  return out;
}

function interpolateTwo(
  [f, outF]: readonly [Float64Array, Float64Array],
  [g, outG]: readonly [Float64Array, Float64Array],
  at: Int32Array,
  rows: Float64Array,
  start: number,
): void {
  const n = rows.length / at.length;
  let row = 0;
  for (let p = 0; p < at.length; p++) {
    let node = at[p]!;
    let a = 0;
    let b = 0;
    for (let j = 0; j < n; j++, row++, node++) {
      const weight = rows[row]!;
      a += weight * f[node]!;
      b += weight * g[node]!;
    }
    outF[start + p] = aboveZero(a, f, at[p]!, rows, p * n, n);
    outG[start + p] = aboveZero(b, g, at[p]!, rows, p * n, n);
  }
}

function interpolate([f, out]: readonly [Float64Array, Float64Array], at: Int32Array, rows: Float64Array, start: number): void {
  const n = rows.length / at.length;
  for (let p = 0; p < at.length; p++) {
    const first = at[p]!;
    const row = p * n;
    let a = 0;
    let b = 0;
    let j = 0;
    for (; j + 1 < n; j += 2) {
      a += rows[row + j]! * f[first + j]!;
      b += rows[row + j + 1]! * f[first + j + 1]!;
    }
    if (j < n) a += rows[row + j]! * f[first + j]!;
    out[start + p] = aboveZero(a + b, f, first, rows, row, n);
  }
}
