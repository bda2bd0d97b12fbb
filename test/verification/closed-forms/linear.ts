/** Linear systems u' = M u of a few unknowns: small disturbances of a uniform state, one spatial mode at a time. */

type Matrix = readonly (readonly number[])[];

/** e^{Mt} u0 by scaling and squaring of the Taylor series. */
export function evolved(M: Matrix, u0: readonly number[], t: number): readonly number[] {
  const n = u0.length;
  const norm = Math.max(...M.map((row) => row.reduce((s, v) => s + Math.abs(v), 0))) * t;
  const halvings = Math.max(0, Math.ceil(Math.log2(norm)) + 4);
  const A = M.map((row) => row.map((v) => (v * t) / 2 ** halvings));
  let power = identity(n);
  let sum = identity(n);
  for (let k = 1; k <= 18; k++) {
    power = times(power, A).map((row) => row.map((v) => v / k));
    sum = sum.map((row, i) => row.map((v, j) => v + power[i]![j]!));
  }
  for (let k = 0; k < halvings; k++) sum = times(sum, sum);
  return sum.map((row) => row.reduce((s, v, j) => s + v * u0[j]!, 0));
}

/** Inverse by Gauss–Jordan with row pivoting. */
export function inverse(M: Matrix): Matrix {
  const n = M.length;
  const work = M.map((row, i) => [...row, ...identity(n)[i]!]);
  for (let c = 0; c < n; c++) {
    const pivot = work.reduce((best, row, r) => (r >= c && Math.abs(row[c]!) > Math.abs(work[best]![c]!) ? r : best), c);
    [work[c], work[pivot]] = [work[pivot]!, work[c]!];
    const lead = work[c]![c]!;
    work[c] = work[c]!.map((v) => v / lead);
    work.forEach((row, r) => {
      if (r !== c) work[r] = row.map((v, k) => v - row[c]! * work[c]![k]!);
    });
  }
  return work.map((row) => row.slice(n));
}

const identity = (n: number): number[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_, j) => (i === j ? 1 : 0)));
const times = (A: Matrix, B: Matrix): number[][] => A.map((row) => B[0]!.map((_, j) => row.reduce((s, v, k) => s + v * B[k]![j]!, 0)));
