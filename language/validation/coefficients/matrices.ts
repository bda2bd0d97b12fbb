/** Small dense matrices: definiteness of a quadratic form, linear equations. */

type Matrix = readonly (readonly number[])[];

/** Smallest eigenvalue of a symmetric matrix scaled to a unit diagonal, with its vector (cyclic Jacobi); undefined when the diagonal is not positive. */
export function smallestOfScaled(a: Matrix): { readonly value: number; readonly vector: readonly number[] } | undefined {
  const n = a.length;
  if (a.some((row, i) => !(row[i]! > 0))) return undefined;
  const m = a.map((row, i) => row.map((v, j) => v / Math.sqrt(row[i]! * a[j]![j]!)));
  const v: number[][] = a.map((_, i) => a.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 30; sweep++) {
    for (let p = 0; p < n; p++) {
      for (let q = p + 1; q < n; q++) {
        if (Math.abs(m[p]![q]!) < 1e-300) continue;
        const theta = (m[q]![q]! - m[p]![p]!) / (2 * m[p]![q]!);
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(1, theta));
        const [c, s] = [1 / Math.hypot(1, t), t / Math.hypot(1, t)];
        for (let k = 0; k < n; k++) [m[k]![p], m[k]![q]] = [c * m[k]![p]! - s * m[k]![q]!, s * m[k]![p]! + c * m[k]![q]!];
        for (let k = 0; k < n; k++) [m[p]![k], m[q]![k]] = [c * m[p]![k]! - s * m[q]![k]!, s * m[p]![k]! + c * m[q]![k]!];
        for (let k = 0; k < n; k++) [v[k]![p], v[k]![q]] = [c * v[k]![p]! - s * v[k]![q]!, s * v[k]![p]! + c * v[k]![q]!];
      }
    }
  }
  const best = m.reduce((at, row, i) => (row[i]! < m[at]![at]! ? i : at), 0);
  return { value: m[best]![best]!, vector: v.map((row) => row[best]!) };
}
/** Gauss elimination with pivoting; NaN where the matrix is singular. */
export function solve(matrix: Matrix, right: readonly number[]): number[] {
  const n = right.length;
  const rows = matrix.map((row, i) => [...row, right[i]!]);
  for (let k = 0; k < n; k++) {
    const pivot = rows.reduce((best, row, i) => (i >= k && Math.abs(row[k]!) > Math.abs(rows[best]![k]!) ? i : best), k);
    [rows[k], rows[pivot]] = [rows[pivot]!, rows[k]!];
    for (let i = k + 1; i < n; i++) {
      const factor = rows[i]![k]! / rows[k]![k]!;
      for (let j = k; j <= n; j++) rows[i]![j] = rows[i]![j]! - factor * rows[k]![j]!;
    }
  }
  const x = right.map(() => Number.NaN);
  for (let i = n - 1; i >= 0; i--) {
    let sum = rows[i]![n]!;
    for (let j = i + 1; j < n; j++) sum -= rows[i]![j]! * x[j]!;
    x[i] = sum / rows[i]![i]!;
  }
  return x;
}
