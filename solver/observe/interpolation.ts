/** Values of nodal fields between the nodes: the polynomial of the element, the straight line in finite volumes. */
import type { Discretisation } from '../assembly/discretisation.js';
import { interpolationRow, type Basis } from '../mesh/basis.js';
import type { NodalValues } from './observer.js';

/** Where a coordinate lies. */
export interface Spot {
  readonly region: number;
  /** Index of the element's first local node. */
  readonly at: number;
  /** Weights of the element's nodes. */
  readonly row: Float64Array;
}

/** The spot of a coordinate, or undefined outside the domain. `from` prefers the region after an inner edge. */
export function spotOf(system: Discretisation, x: number, from: 'before' | 'after' = 'before'): Spot | undefined {
  const { regions } = system.geometry;
  const last = regions.length - 1;
  const slack = 1e-12 * (regions[last]!.to - regions[0]!.from);
  if (!(x >= regions[0]!.from - slack && x <= regions[last]!.to + slack)) return undefined;
  let region = regions.findIndex((r) => x <= r.to + slack);
  if (region < 0) region = last;
  if (from === 'after' && region < last && x >= regions[region]!.to - slack) region++;
  return spotIn(system, region, x);
}

export function spotIn(system: Discretisation, region: number, x: number): Spot {
  const n = system.basis.order + 1;
  const nodes = system.geometry.regions[region]!.x;
  const elements = nodes.length / n;
  let low = 0;
  let high = elements - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (x > nodes[middle * n + n - 1]!) low = middle + 1;
    else high = middle;
  }
  const [a, b] = [nodes[low * n]!, nodes[low * n + n - 1]!];
  const row = new Float64Array(n);
  interpolationRow(system.basis, Math.min(1, Math.max(-1, (2 * (x - a)) / (b - a) - 1)), row);
  return { region, at: low * n, row };
}

export function valueAt(values: NodalValues, { region, at, row }: Spot): number {
  const f = values[region];
  if (!f) return NaN;
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j]! * f[at + j]!;
  return aboveZero(sum, f, at, row, 0, row.length);
}

/** Share of its largest nodal value by which the polynomial of an element may swing below zero between positive nodes. */
const swing = 1e-3;

/**
 * What an element gives at a point whose weights are the n entries of `row` from `first` on, where its polynomial is `value`. A positive
 * field that falls over decades within the element lets the polynomial swing below zero; there it is interpolated in its logarithm.
 */
export function aboveZero(value: number, f: Float64Array, at: number, row: Float64Array, first: number, n: number): number {
  if (!(value < 0)) return value;
  let most = 0;
  let logarithm = 0;
  for (let j = 0; j < n; j++) {
    const node = f[at + j]!;
    if (!(node > 0)) return value;
    most = Math.max(most, node);
    logarithm += row[first + j]! * Math.log(node);
  }
  return value > -swing * most ? Math.exp(logarithm) : value;
}

/** Polynomial of one element at ξ. */
function polynomial(b: Basis, f: Float64Array, at: number, xi: number, row: Float64Array): number {
  interpolationRow(b, xi, row);
  let sum = 0;
  for (let j = 0; j < row.length; j++) sum += row[j]! * f[at + j]!;
  return sum;
}

/** Sub-intervals per node spacing in which a stationary point is looked for. */
const searches = 3;
const bisections = 60;

/** Largest value of the reconstructed field (smallest with `sign` −1) and its coordinate [m]. */
export function extremum(system: Discretisation, values: NodalValues, sign: 1 | -1): { readonly value: number; readonly x: number } {
  const b = system.basis;
  const n = b.order + 1;
  let best = { value: -Infinity, x: NaN };
  const offer = (value: number, x: number) => {
    if (sign * value > best.value) best = { value: sign * value, x };
  };
  const row = new Float64Array(n);
  const slopes = new Float64Array(n);
  values.forEach((f, r) => {
    if (!f) return;
    const { x } = system.geometry.regions[r]!;
    for (let at = 0; at < f.length; at += n) {
      for (let j = 0; j < n; j++) offer(f[at + j]!, x[at + j]!);
      if (b.order < 2) continue;
      for (let j = 0; j < n; j++) {
        slopes[j] = 0;
        for (let k = 0; k < n; k++) slopes[j]! += b.derivative[j * n + k]! * f[at + k]!;
      }
      const steps = searches * b.order;
      const slope = (xi: number) => polynomial(b, slopes, 0, xi, row);
      let left = -1;
      let before = slope(left);
      for (let s = 1; s <= steps; s++) {
        const right = -Math.cos((Math.PI * s) / steps);
        const after = slope(right);
        if (sign * before > 0 && sign * after < 0) {
          const xi = root(slope, left, right, before);
          offer(aboveZero(polynomial(b, f, at, xi, row), f, at, row, 0, n), x[at]! + ((x[at + n - 1]! - x[at]!) * (xi + 1)) / 2);
        }
        [left, before] = [right, after];
      }
    }
  });
  return { value: sign * best.value, x: best.x };
}

function root(slope: (xi: number) => number, from: number, to: number, atFrom: number): number {
  let [low, high] = [from, to];
  for (let i = 0; i < bisections; i++) {
    const middle = 0.5 * (low + high);
    if (slope(middle) * atFrom > 0) low = middle;
    else high = middle;
  }
  return 0.5 * (low + high);
}
