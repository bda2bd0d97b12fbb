/** Eigenvalues of a small symmetric matrix by Jacobi rotations (G. H. Golub, C. F. Van Loan, Matrix Computations, § 8.5). */

/** Descending. `matrix` is n × n and symmetric; entries below the diagonal are not read. */
export function symmetricEigenvalues(matrix: readonly (readonly number[])[]): number[] {
  const n = matrix.length;
  const a = matrix.map((row, i) => row.map((_, j) => (j >= i ? (matrix[i]?.[j] ?? 0) : (matrix[j]?.[i] ?? 0))));
  const get = (i: number, j: number): number => a[i]?.[j] ?? 0;
  const put = (i: number, j: number, v: number): void => {
    const row = a[i];
    if (row) row[j] = v;
  };
  // Convergence is quadratic: a dozen sweeps are far more than any matrix of this size needs.
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        if (get(p, q) === 0) continue;
        const theta = (get(q, q) - get(p, p)) / (2 * get(p, q));
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
        const c = 1 / Math.hypot(t, 1);
        const s = t * c;
        for (let k = 0; k < n; k++) {
          const kp = get(k, p);
          const kq = get(k, q);
          put(k, p, c * kp - s * kq);
          put(k, q, s * kp + c * kq);
        }
        for (let k = 0; k < n; k++) {
          const pk = get(p, k);
          const qk = get(q, k);
          put(p, k, c * pk - s * qk);
          put(q, k, s * pk + c * qk);
        }
      }
  return a.map((_, i) => get(i, i)).sort((x, y) => y - x);
}
