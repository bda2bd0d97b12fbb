/** What a matrix of diffusion coefficients must satisfy: D = L G/(ρT) with both factors symmetric positive definite has real positive eigenvalues. */

export type NumberMatrix = readonly (readonly number[])[];

export interface Eigenvalues {
  readonly real: readonly number[];
  readonly imaginary: readonly number[];
  /** All real and positive. */
  readonly admissible: boolean;
}

/** Relative imaginary part that rounding of written coefficients can produce. */
const imaginaryTolerance = 1e-9;

/** Below this a pair of numbers is no direction: squares underflow. */
const leastLength = 1e-150;

/** Eigenvalues of a small real matrix, largest real part first: closed form up to 2×2, QR iteration with shifts beyond. */
export function eigenvalues(matrix: NumberMatrix): Eigenvalues {
  const pairs = matrix.length <= 2 ? closedForm(matrix) : iterated(matrix);
  pairs.sort((a, b) => b[0] - a[0]);
  const scale = Math.max(...pairs.map(([re, im]) => Math.hypot(re, im)), Number.MIN_VALUE);
  return {
    real: pairs.map(([re]) => re),
    imaginary: pairs.map(([, im]) => im),
    admissible: pairs.every(([re, im]) => re > 0 && Math.abs(im) <= imaginaryTolerance * scale),
  };
}

function closedForm(a: NumberMatrix): [number, number][] {
  if (a.length === 1) return [[a[0]![0]!, 0]];
  return pairOf(a[0]![0]!, a[0]![1]!, a[1]![0]!, a[1]![1]!);
}
/** Of a 2×2 matrix, without cancellation: the discriminant is (a−d)²/4 + bc. */
function pairOf(a: number, b: number, c: number, d: number): [number, number][] {
  const half = (a + d) / 2;
  const discriminant = ((a - d) / 2) ** 2 + b * c;
  const root = Math.sqrt(Math.abs(discriminant));
  return discriminant >= 0
    ? [
        [half + root, 0],
        [half - root, 0],
      ]
    : [
        [half, root],
        [half, -root],
      ];
}

/** Unshifted-to-shifted QR by Givens rotations on a Hessenberg form; n is the number of components, so speed does not matter. */
function iterated(matrix: NumberMatrix): [number, number][] {
  const a = matrix.map((row) => [...row]);
  hessenberg(a);
  const found: [number, number][] = [];
  let n = a.length;
  for (let step = 0; n > 0 && step < 1000 * a.length; step++) {
    const small = (i: number): boolean => Math.abs(a[i]![i - 1]!) <= 1e-15 * (Math.abs(a[i]![i]!) + Math.abs(a[i - 1]![i - 1]!));
    if (n === 1 || small(n - 1)) {
      found.push([a[n - 1]![n - 1]!, 0]);
      n -= 1;
      continue;
    }
    if (n === 2 || small(n - 2)) {
      found.push(...pairOf(a[n - 2]![n - 2]!, a[n - 2]![n - 1]!, a[n - 1]![n - 2]!, a[n - 1]![n - 1]!));
      n -= 2;
      continue;
    }
    // Real shifts converge for real eigenvalues; a stalled complex pair is freed by an exceptional shift now and then.
    const [first, second] = pairOf(a[n - 2]![n - 2]!, a[n - 2]![n - 1]!, a[n - 1]![n - 2]!, a[n - 1]![n - 1]!).map(([re]) => re) as [
      number,
      number,
    ];
    const corner = a[n - 1]![n - 1]!;
    const shift =
      step % 11 === 10 ? Math.abs(a[n - 1]![n - 2]!) + corner : Math.abs(first - corner) < Math.abs(second - corner) ? first : second;
    rotate(a, n, shift);
  }
  return found;
}

function hessenberg(a: number[][]): void {
  for (let k = 0; k < a.length - 2; k++) for (let i = a.length - 1; i > k + 1; i--) givens(a, i - 1, i, a[i - 1]![k]!, a[i]![k]!);
}
/** A similarity by the rotation of rows p and q that makes (x, y) → (r, 0). */
function givens(a: number[][], p: number, q: number, x: number, y: number): void {
  const r = Math.hypot(x, y);
  if (r < leastLength) return;
  const [c, s] = [x / r, y / r];
  for (let j = 0; j < a.length; j++) {
    const [u, v] = [a[p]![j]!, a[q]![j]!];
    a[p]![j] = c * u + s * v;
    a[q]![j] = c * v - s * u;
  }
  for (const row of a) {
    const [u, v] = [row[p]!, row[q]!];
    row[p] = c * u + s * v;
    row[q] = c * v - s * u;
  }
}
/** One QR step with a shift on the leading n×n block. */
function rotate(a: number[][], n: number, shift: number): void {
  for (let i = 0; i < n; i++) a[i]![i]! -= shift;
  const turns: [number, number][] = [];
  for (let k = 0; k < n - 1; k++) {
    const r = Math.hypot(a[k]![k]!, a[k + 1]![k]!);
    const [c, s] = r < leastLength ? [1, 0] : [a[k]![k]! / r, a[k + 1]![k]! / r];
    turns.push([c, s]);
    for (let j = 0; j < n; j++) {
      const [u, v] = [a[k]![j]!, a[k + 1]![j]!];
      a[k]![j] = c * u + s * v;
      a[k + 1]![j] = c * v - s * u;
    }
  }
  turns.forEach(([c, s], k) => {
    for (let i = 0; i < n; i++) {
      const [u, v] = [a[i]![k]!, a[i]![k + 1]!];
      a[i]![k] = c * u + s * v;
      a[i]![k + 1] = c * v - s * u;
    }
  });
  for (let i = 0; i < n; i++) a[i]![i]! += shift;
}

/** Largest |L_ik − L_ki| relative to √(L_ii L_kk), with its place; zero when L is symmetric. */
export function asymmetry(L: NumberMatrix): { readonly relative: number; readonly at: readonly [number, number] } {
  let worst = { relative: 0, at: [0, 0] as readonly [number, number] };
  L.forEach((row, i) =>
    row.forEach((value, k) => {
      if (k <= i) return;
      const relative = Math.abs(value - L[k]![i]!) / Math.sqrt(Math.abs(row[i]! * L[k]![k]!));
      if (relative > worst.relative) worst = { relative, at: [i, k] };
    }),
  );
  return worst;
}

/** Is a symmetric matrix positive definite (Cholesky)? */
export function isPositiveDefinite(L: NumberMatrix): boolean {
  const lower = L.map((row) => row.map(() => 0));
  for (let i = 0; i < L.length; i++)
    for (let j = 0; j <= i; j++) {
      const rest = L[i]![j]! - lower[i]!.slice(0, j).reduce((sum, value, k) => sum + value * lower[j]![k]!, 0);
      if (i === j && !(rest > 0)) return false;
      lower[i]![j] = i === j ? Math.sqrt(rest) : rest / lower[j]![j]!;
    }
  return true;
}

/** Σ D′_T,i, which must vanish, relative to the largest of them. */
export const closureDefect = (primed: readonly number[]): number =>
  Math.abs(primed.reduce((sum, value) => sum + value, 0)) / Math.max(...primed.map(Math.abs), Number.MIN_VALUE);
