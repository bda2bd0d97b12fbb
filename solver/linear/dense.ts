/** Small dense systems: conserved totals, storage at one node, normal equations of a fit. */

/** Gaussian elimination with partial pivoting of an n × n row-major matrix (overwritten); b ← A⁻¹ b. False when A is singular. */
export function solveDense(n: number, A: Float64Array, b: Float64Array): boolean {
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(A[i * n + k]!) > Math.abs(A[pivot * n + k]!)) pivot = i;
    if (!(Math.abs(A[pivot * n + k]!) > 0)) return false;
    if (pivot !== k) {
      for (let j = 0; j < n; j++) [A[k * n + j], A[pivot * n + j]] = [A[pivot * n + j]!, A[k * n + j]!];
      [b[k], b[pivot]] = [b[pivot]!, b[k]!];
    }
    for (let i = k + 1; i < n; i++) {
      const l = A[i * n + k]! / A[k * n + k]!;
      for (let j = k; j < n; j++) A[i * n + j] = A[i * n + j]! - l * A[k * n + j]!;
      b[i] = b[i]! - l * b[k]!;
    }
  }
  for (let i = n - 1; i >= 0; i--) {
    let s = b[i]!;
    for (let j = i + 1; j < n; j++) s -= A[i * n + j]! * b[j]!;
    b[i] = s / A[i * n + i]!;
  }
  return true;
}
