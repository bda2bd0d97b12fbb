/** Least squares of a closed form by itself: what a fit of the model must find. */

export interface Sample {
  /** What a value was taken at, by name. */
  readonly at: Readonly<Record<string, number>>;
  readonly value: number;
  /** Standard uncertainty; 1 where none is stated. */
  readonly sigma: number;
}
export type ClosedForm = (p: readonly number[], at: Sample['at']) => number;

export interface Found {
  readonly p: readonly number[];
  readonly errors: readonly number[];
  readonly correlation: readonly (readonly number[])[];
  readonly covariance: readonly (readonly number[])[];
}

/** Derivatives by each parameter: central differences of fourth order. */
export const gradient = (f: (p: readonly number[]) => number, p: readonly number[]): number[] =>
  p.map((value, k) => {
    const h = 1e-3 * Math.abs(value);
    const at = (by: number) => f(p.map((v, j) => (j === k ? v + by * h : v)));
    return (8 * (at(1) - at(-1)) - (at(2) - at(-2))) / (12 * h);
  });

/** Gauss–Newton with halved steps. `stated`: the uncertainties are known, not scaled by the scatter. */
export function leastSquares(f: ClosedForm, samples: readonly Sample[], start: readonly number[], stated: boolean): Found {
  const residuals = (p: readonly number[]) => samples.map(({ at, value, sigma }) => (f(p, at) - value) / sigma);
  const cost = (p: readonly number[]) => residuals(p).reduce((sum, r) => sum + r * r, 0);
  const slopes = (p: readonly number[]) => samples.map(({ at, sigma }) => gradient((q) => f(q, at), p).map((g) => g / sigma));
  let p = [...start];
  for (let round = 0; round < 200; round++) {
    const [r, J] = [residuals(p), slopes(p)];
    const step = times(
      inverse(normal(J)),
      p.map((_, k) => -J.reduce((sum, row, i) => sum + row[k]! * r[i]!, 0)),
    );
    let share = 1;
    const moved = () => p.map((value, k) => value + share * step[k]!);
    while (share > 1e-9 && !(cost(moved()) <= cost(p))) share /= 2;
    const next = moved();
    const settled = next.every((value, k) => Math.abs(value - p[k]!) <= 1e-13 * Math.abs(value));
    p = next;
    if (settled) break;
  }
  return judged(p, slopes(p), stated ? 1 : cost(p) / (samples.length - p.length));
}

/** The same judgement at given parameters. */
export function judgedAt(f: ClosedForm, samples: readonly Sample[], p: readonly number[], stated: boolean): Found {
  const cost = samples.reduce((sum, { at, value, sigma }) => sum + ((f(p, at) - value) / sigma) ** 2, 0);
  const J = samples.map(({ at, sigma }) => gradient((q) => f(q, at), p).map((g) => g / sigma));
  return judged(p, J, stated ? 1 : cost / (samples.length - p.length));
}

function judged(p: readonly number[], J: readonly (readonly number[])[], spread: number): Found {
  const covariance = inverse(normal(J)).map((row) => row.map((v) => v * spread));
  const errors = covariance.map((row, k) => Math.sqrt(row[k]!));
  return { p, errors, covariance, correlation: covariance.map((row, a) => row.map((v, b) => v / (errors[a]! * errors[b]!))) };
}

const normal = (J: readonly (readonly number[])[]): number[][] =>
  J[0]!.map((_, a) => J[0]!.map((__, b) => J.reduce((sum, row) => sum + row[a]! * row[b]!, 0)));
const times = (A: readonly (readonly number[])[], x: readonly number[]): number[] =>
  A.map((row) => row.reduce((sum, v, k) => sum + v * x[k]!, 0));

/** Gauss–Jordan of a matrix scaled to a unit diagonal: parameters differ by many powers of ten. */
export function inverse(A: readonly (readonly number[])[]): number[][] {
  const n = A.length;
  const scale = A.map((row, k) => 1 / Math.sqrt(row[k]!));
  const M = A.map((row, a) => [...row.map((v, b) => v * scale[a]! * scale[b]!), ...row.map((_, b) => (a === b ? 1 : 0))]);
  for (let k = 0; k < n; k++) {
    const pivot = M.reduce((best, row, i) => (i >= k && Math.abs(row[k]!) > Math.abs(M[best]![k]!) ? i : best), k);
    [M[k], M[pivot]] = [M[pivot]!, M[k]!];
    const head = M[k]!.map((v) => v / M[k]![k]!);
    M.forEach((row, i) => (M[i] = i === k ? head : row.map((v, j) => v - row[k]! * head[j]!)));
  }
  return M.map((row, a) => row.slice(n).map((v, b) => v * scale[a]! * scale[b]!));
}
