/** Sums over the stages of a Rosenbrock step, four stages in one pass over the unknowns: what costs is the traffic, not the arithmetic. */

/** y ← y + Σ_{j<count} a_j x_j. */
export function addStages(count: number, x: readonly Float64Array[], a: readonly number[], y: Float64Array): void {
  let j = 0;
  for (; j + 3 < count; j += 4) addFour(x[j]!, x[j + 1]!, x[j + 2]!, x[j + 3]!, a[j]!, a[j + 1]!, a[j + 2]!, a[j + 3]!, y);
  for (; j + 1 < count; j += 2) addTwo(x[j]!, x[j + 1]!, a[j]!, a[j + 1]!, y);
  if (j < count) axpy(a[j]!, x[j]!, y);
}

/** y ← y + Σ_{j<count} a_j x_j and z ← z + Σ_{j<count} b_j x_j. */
export function addStagesTwice(
  count: number,
  x: readonly Float64Array[],
  a: readonly number[],
  y: Float64Array,
  b: readonly number[],
  z: Float64Array,
): void {
  let j = 0;
  for (; j + 1 < count; j += 2) addTwoTwice(x[j]!, x[j + 1]!, a[j]!, a[j + 1]!, y, b[j]!, b[j + 1]!, z);
  if (j < count) {
    axpy(a[j]!, x[j]!, y);
    axpy(b[j]!, x[j]!, z);
  }
}

export function axpy(factor: number, x: Float64Array, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + factor * x[i]!;
}

function addTwo(x0: Float64Array, x1: Float64Array, a0: number, a1: number, y: Float64Array): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + a0 * x0[i]! + a1 * x1[i]!;
}

function addFour(
  x0: Float64Array,
  x1: Float64Array,
  x2: Float64Array,
  x3: Float64Array,
  a0: number,
  a1: number,
  a2: number,
  a3: number,
  y: Float64Array,
): void {
  for (let i = 0; i < y.length; i++) y[i] = y[i]! + (a0 * x0[i]! + a1 * x1[i]!) + (a2 * x2[i]! + a3 * x3[i]!);
}

function addTwoTwice(
  x0: Float64Array,
  x1: Float64Array,
  a0: number,
  a1: number,
  y: Float64Array,
  b0: number,
  b1: number,
  z: Float64Array,
): void {
  for (let i = 0; i < y.length; i++) {
    const p = x0[i]!;
    const q = x1[i]!;
    y[i] = y[i]! + a0 * p + a1 * q;
    z[i] = z[i]! + b0 * p + b1 * q;
  }
}
