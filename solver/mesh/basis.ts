/**
 * Nodal basis on the Legendre–Gauss–Lobatto points of [−1, 1] (Canuto, Hussaini, Quarteroni & Zang, Spectral Methods, 2006, §2.3).
 */
import { halvesOf } from './halves.js';
import { packedStiffness } from './stiffness.js';

export interface Basis {
  /** Polynomial order P; there are P + 1 nodes. */
  readonly order: number;
  /** ξ_j, ascending from −1 to 1. */
  readonly nodes: Float64Array;
  /** ω_j, sum 2. */
  readonly weights: Float64Array;
  /** D_jk = ℓ_k'(ξ_j), row-major (P+1)². */
  readonly derivative: Float64Array;
  /** D and its transpose by even and odd parts. */
  readonly derivativeHalves: Float64Array;
  readonly transposedHalves: Float64Array;
  /** D_ji D_jk: the stiffness of one element before weights and coefficients, packed for `multiplyStiffness`. */
  readonly stiffness: Float64Array;
  /** Barycentric weights. */
  readonly barycentric: Float64Array;
  /** Legendre coefficients a_k = Σ_j modal[k (P+1) + j] u_j. */
  readonly modal: Float64Array;
}

const known = new Map<number, Basis>();

export function basis(order: number): Basis {
  const existing = known.get(order);
  if (existing) return existing;
  const made = make(order);
  known.set(order, made);
  return made;
}

/** P_p(t) and P_{p−1}(t). */
function legendre(p: number, t: number): [number, number] {
  let [before, value] = [1, t];
  if (p === 0) return [1, 0];
  for (let k = 2; k <= p; k++) [before, value] = [value, ((2 * k - 1) * t * value - (k - 1) * before) / k];
  return [value, before];
}

function make(order: number): Basis {
  const p = order;
  const n = p + 1;
  const nodes = new Float64Array(n);
  const weights = new Float64Array(n);
  const barycentric = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    // Newton on (1 − t²) P_p' from the Chebyshev points; the ends stay.
    let t = -Math.cos((Math.PI * i) / p);
    for (let step = 0; i > 0 && i < p && step < 100; step++) {
      const [value, before] = legendre(p, t);
      const change = (t * value - before) / ((p + 1) * value);
      t -= change;
      if (Math.abs(change) < 1e-16) break;
    }
    nodes[i] = t;
  }
  for (let i = 0; i < n; i++) {
    nodes[i] = 0.5 * (nodes[i]! - nodes[p - i]!);
    nodes[p - i] = -nodes[i]!;
  }
  for (let i = 0; i < n; i++) {
    const [value] = legendre(p, nodes[i]!);
    weights[i] = 2 / (p * (p + 1) * value * value);
    barycentric[i] = (i & 1 ? -1 : 1) * Math.sqrt(weights[i]!);
  }
  const derivative = new Float64Array(n * n);
  const transposed = new Float64Array(n * n);
  for (let i = 0; i < n; i++) {
    let sum = 0;
    for (let j = 0; j < n; j++) {
      if (j === i) continue;
      const d = barycentric[j]! / barycentric[i]! / (nodes[i]! - nodes[j]!);
      derivative[i * n + j] = d;
      sum += d;
    }
    // Rows sum to zero exactly: constants have no derivative, and fluxes telescope.
    derivative[i * n + i] = -sum;
  }
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) transposed[i * n + j] = derivative[j * n + i]!;
  const modal = new Float64Array(n * n);
  for (let k = 0; k < n; k++)
    for (let j = 0; j < n; j++) modal[k * n + j] = weights[j]! * legendre(k, nodes[j]!)[0] * (k < p ? (2 * k + 1) / 2 : p / 2);
  return {
    order: p,
    nodes,
    weights,
    derivative,
    derivativeHalves: halvesOf(n, derivative),
    transposedHalves: halvesOf(n, transposed),
    stiffness: packedStiffness(n, derivative),
    barycentric,
    modal,
  };
}

/** Row of values ℓ_j(ξ) at one point, written to `row` from `at`. */
export function interpolationRow(b: Basis, xi: number, row: Float64Array, at = 0): void {
  const n = b.order + 1;
  let sum = 0;
  for (let j = 0; j < n; j++) {
    const distance = xi - b.nodes[j]!;
    if (Math.abs(distance) < 1e-14) {
      for (let k = 0; k < n; k++) row[at + k] = k === j ? 1 : 0;
      return;
    }
    const q = b.barycentric[j]! / distance;
    row[at + j] = q;
    sum += q;
  }
  const share = 1 / sum;
  for (let j = 0; j < n; j++) row[at + j] = row[at + j]! * share;
}
