/**
 * LU factorisation over a chain of fronts (one per element): each eliminates its own unknowns and hands the Schur complement of the rest
 * to the next. The same work as static condensation followed by a block-tridiagonal solve, in one loop.
 * No pivoting across unknowns: the matrices c·M − J of parabolic systems have dominant diagonal blocks; a vanishing pivot is reported.
 */
import type { Front } from '../mesh/layout.js';

/**
 * Factors all fronts of `A` in place (row-major, unit lower triangle, reciprocal pivots on the diagonal).
 * Returns −1, or the number of the unknown whose pivot vanished.
 */
export function factor(fronts: readonly Front[], A: Float64Array): number {
  for (let e = 0; e < fronts.length; e++) {
    const { start, size: m, eliminated, offset: o } = fronts[e]!;
    if (e > 0) addSchur(fronts[e - 1]!, fronts[e]!, A);
    const failed = eliminate(A, o, m, eliminated);
    if (failed >= 0) return start + failed;
  }
  return -1;
}

function addSchur(from: Front, to: Front, A: Float64Array): void {
  const passed = from.size - from.eliminated;
  for (let i = 0; i < passed; i++) {
    const source = from.offset + (from.eliminated + i) * from.size + from.eliminated;
    const target = to.offset + i * to.size;
    for (let j = 0; j < passed; j++) A[target + j] = A[target + j]! + A[source + j]!;
  }
}

/** Gaussian elimination of the first `count` unknowns of an m × m front, two pivots at a time (halves the traffic over the rows below). */
function eliminate(A: Float64Array, o: number, m: number, count: number): number {
  let k = 0;
  for (; k + 1 < count; k += 2) {
    const r0 = o + k * m;
    const r1 = r0 + m;
    const p0 = A[r0 + k]!;
    if (!(Math.abs(p0) > 0)) return k;
    const d0 = 1 / p0;
    const u = A[r0 + k + 1]!;
    const l = A[r1 + k]! * d0;
    const p1 = A[r1 + k + 1]! - l * u;
    if (!(Math.abs(p1) > 0)) return k + 1;
    const d1 = 1 / p1;
    A[r0 + k] = d0;
    A[r1 + k] = l;
    A[r1 + k + 1] = d1;
    for (let j = k + 2; j < m; j++) A[r1 + j] = A[r1 + j]! - l * A[r0 + j]!;
    let i = k + 2;
    for (; i + 1 < m; i += 2) updateTwoRows(A, o + i * m, m, k, r0, r1, d0, d1, u);
    if (i < m) updateRow(A, o + i * m, m, k, r0, r1, d0, d1, u);
  }
  if (k < count) {
    const r0 = o + k * m;
    const p0 = A[r0 + k]!;
    if (!(Math.abs(p0) > 0)) return k;
    const d0 = 1 / p0;
    A[r0 + k] = d0;
    for (let i = k + 1; i < m; i++) {
      const row = o + i * m;
      const l = A[row + k]! * d0;
      A[row + k] = l;
      for (let j = k + 1; j < m; j++) A[row + j] = A[row + j]! - l * A[r0 + j]!;
    }
  }
  return -1;
}

function updateTwoRows(A: Float64Array, row: number, m: number, k: number, r0: number, r1: number, d0: number, d1: number, u: number) {
  const next = row + m;
  const a0 = A[row + k]! * d0;
  const b0 = A[next + k]! * d0;
  const a1 = (A[row + k + 1]! - a0 * u) * d1;
  const b1 = (A[next + k + 1]! - b0 * u) * d1;
  A[row + k] = a0;
  A[row + k + 1] = a1;
  A[next + k] = b0;
  A[next + k + 1] = b1;
  for (let j = k + 2; j < m; j++) {
    const x = A[r0 + j]!;
    const y = A[r1 + j]!;
    A[row + j] = A[row + j]! - a0 * x - a1 * y;
    A[next + j] = A[next + j]! - b0 * x - b1 * y;
  }
}

function updateRow(A: Float64Array, row: number, m: number, k: number, r0: number, r1: number, d0: number, d1: number, u: number) {
  const a0 = A[row + k]! * d0;
  const a1 = (A[row + k + 1]! - a0 * u) * d1;
  A[row + k] = a0;
  A[row + k + 1] = a1;
  for (let j = k + 2; j < m; j++) A[row + j] = A[row + j]! - a0 * A[r0 + j]! - a1 * A[r1 + j]!;
}

/** Solves in place with factored fronts: b ← A⁻¹ b. */
export function solve(fronts: readonly Front[], A: Float64Array, b: Float64Array): void {
  for (let e = 0; e < fronts.length; e++) forward(fronts[e]!, A, b);
  for (let e = fronts.length - 1; e >= 0; e--) backward(fronts[e]!, A, b);
}

/** Two rows at a time: they share what they read of b. */
function forward({ start, size: m, eliminated, offset }: Front, A: Float64Array, b: Float64Array): void {
  let i = 1;
  for (; i + 1 < m; i += 2) {
    const row = offset + i * m;
    const next = row + m;
    const count = i < eliminated ? i : eliminated;
    let s = b[start + i]!;
    let t = b[start + i + 1]!;
    for (let k = 0; k < count; k++) {
      const x = b[start + k]!;
      s -= A[row + k]! * x;
      t -= A[next + k]! * x;
    }
    if (i < eliminated) t -= A[next + i]! * s;
    b[start + i] = s;
    b[start + i + 1] = t;
  }
  if (i < m) {
    const row = offset + i * m;
    const count = i < eliminated ? i : eliminated;
    let s = b[start + i]!;
    for (let k = 0; k < count; k++) s -= A[row + k]! * b[start + k]!;
    b[start + i] = s;
  }
}

function backward({ start, size: m, eliminated, offset }: Front, A: Float64Array, b: Float64Array): void {
  let i = eliminated - 1;
  for (; i > 0; i -= 2) {
    const row = offset + i * m;
    const above = row - m;
    let s = b[start + i]!;
    let t = b[start + i - 1]!;
    for (let j = i + 1; j < m; j++) {
      const x = b[start + j]!;
      s -= A[row + j]! * x;
      t -= A[above + j]! * x;
    }
    s *= A[row + i]!;
    b[start + i] = s;
    b[start + i - 1] = (t - A[above + i]! * s) * A[above + i - 1]!;
  }
  if (i === 0) {
    let s = b[start]!;
    for (let j = 1; j < m; j++) s -= A[offset + j]! * b[start + j]!;
    b[start] = s * A[offset]!;
  }
}
