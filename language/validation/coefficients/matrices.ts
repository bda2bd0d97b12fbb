/** Small dense matrices: eigenvalues of a transport matrix, definiteness of a quadratic form. */

export interface Complex {
  readonly re: number;
  readonly im: number;
}
type Matrix = readonly (readonly number[])[];

const product = (a: Matrix, b: Matrix): number[][] =>
  a.map((row) => b[0]!.map((_, j) => row.reduce((sum, v, k) => sum + v * b[k]![j]!, 0)));
const trace = (a: Matrix): number => a.reduce((sum, row, i) => sum + row[i]!, 0);

/** Coefficients of det(λ − A) from the highest power down (Faddeev and Le Verrier). */
function characteristic(a: Matrix): number[] {
  const coefficients = [1];
  let m: number[][] = a.map((row) => row.map(() => 0));
  for (let k = 1; k <= a.length; k++) {
    m = product(a, m).map((row, i) => row.map((v, j) => v + (i === j ? coefficients[k - 1]! : 0)));
    coefficients.push(-trace(product(a, m)) / k);
  }
  return coefficients;
}
/** All eigenvalues of a small real matrix, by simultaneous iteration on its characteristic polynomial (Durand and Kerner). */
export function eigenvalues(a: Matrix): readonly Complex[] {
  const scale = Math.max(...a.flat().map(Math.abs));
  if (scale === 0 || !Number.isFinite(scale)) return a.map(() => ({ re: scale, im: 0 }));
  if (a.length === 2) return ofTwo(a);
  const p = characteristic(a.map((row) => row.map((v) => v / scale)));
  const times = (x: Complex, y: Complex): Complex => ({ re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re });
  const minus = (x: Complex, y: Complex): Complex => ({ re: x.re - y.re, im: x.im - y.im });
  const over = (x: Complex, y: Complex): Complex => {
    const d = y.re * y.re + y.im * y.im;
    return { re: (x.re * y.re + x.im * y.im) / d, im: (x.im * y.re - x.re * y.im) / d };
  };
  const value = (x: Complex): Complex => p.reduce<Complex>((sum, c) => ({ ...times(sum, x), re: times(sum, x).re + c }), { re: 0, im: 0 });
  let roots: Complex[] = a.map((_, k) => ({ re: Math.cos(2 * k + 0.4), im: Math.sin(2 * k + 0.4) }));
  for (let step = 0; step < 200; step++) {
    const next = roots.map((root, i) =>
      minus(
        root,
        over(
          value(root),
          roots.reduce((d, other, j) => (j === i ? d : times(d, minus(root, other))), { re: 1, im: 0 }),
        ),
      ),
    );
    const moved = Math.max(...next.map((r, i) => Math.hypot(r.re - roots[i]!.re, r.im - roots[i]!.im)));
    roots = next;
    if (moved < 1e-15) break;
  }
  // Double roots are found to the square root of rounding: an imaginary part of that size is none.
  return roots.map(({ re, im }) => ({ re: re * scale, im: Math.abs(im) < 1e-6 ? 0 : im * scale })).sort((x, y) => y.re - x.re);
}
/** tr/2 ± √(tr²/4 − det) */
function ofTwo(a: Matrix): readonly Complex[] {
  const half = trace(a) / 2;
  const root = ((a[0]![0]! - a[1]![1]!) / 2) ** 2 + a[0]![1]! * a[1]![0]!;
  const distance = Math.sqrt(Math.abs(root));
  return root >= 0
    ? [
        { re: half + distance, im: 0 },
        { re: half - distance, im: 0 },
      ]
    : [
        { re: half, im: distance },
        { re: half, im: -distance },
      ];
}
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
