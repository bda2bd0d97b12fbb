/**
 * LU factorisation and solution over a chain of fronts, two columns per SIMD operation: the elimination of `solver/linear/fronts.ts`, which
 * explains it and is its oracle. A front is an m × m row-major matrix; `table` holds (start, size, eliminated, offset) for each.
 */

/** Bytes of one number. */
const B: usize = 8;

/** Factors `count` fronts of A in place. Returns −1, or the number of the unknown whose pivot vanished. */
export function factor(table: usize, count: i32, A: usize): i32 {
  for (let e = 0; e < count; e++) {
    const entry = table + ((<usize>e) << 4);
    const size = load<i32>(entry, 4);
    const front = A + <usize>load<i32>(entry, 12) * B;
    if (e > 0) {
      const before = load<i32>(entry - 16, 4);
      addSchur(A + <usize>load<i32>(entry - 16, 12) * B, before, load<i32>(entry - 16, 8), front, size);
    }
    const failed = eliminate(front, size, load<i32>(entry, 8));
    if (failed >= 0) return load<i32>(entry) + failed;
  }
  return -1;
}

/** Adds what the front before leaves to the first unknowns of the next. */
function addSchur(from: usize, size: i32, eliminated: i32, to: usize, m: i32): void {
  const passed = size - eliminated;
  for (let i = 0; i < passed; i++) {
    const source = from + <usize>((eliminated + i) * size + eliminated) * B;
    const target = to + <usize>(i * m) * B;
    for (let j: usize = 0; j < <usize>passed * B; j += B) store<f64>(target + j, load<f64>(target + j) + load<f64>(source + j));
  }
}

/** Eliminates the first `count` unknowns, two pivots at a time from four rows at a time. Returns −1 or the row of a vanishing pivot. */
function eliminate(front: usize, m: i32, count: i32): i32 {
  const stride = <usize>m * B;
  const bottom = front + <usize>m * stride;
  let k = 0;
  let r0 = front;
  for (; k + 1 < count; k += 2) {
    const r1 = r0 + stride;
    const column = <usize>k * B;
    const p0 = load<f64>(r0 + column);
    if (!(abs(p0) > 0)) return k;
    const d0 = 1 / p0;
    const u = load<f64>(r0 + column, 8);
    const l = load<f64>(r1 + column) * d0;
    const p1 = load<f64>(r1 + column, 8) - l * u;
    if (!(abs(p1) > 0)) return k + 1;
    const d1 = 1 / p1;
    store<f64>(r0 + column, d0);
    store<f64>(r1 + column, l);
    store<f64>(r1 + column, d1, 8);
    const from = column + 2 * B;
    // The last pair of columns starts before this byte.
    const pairs = stride - B;
    const ll = f64x2.splat(l);
    let j = from;
    for (; j < pairs; j += 2 * B) subtract(r1 + j, f64x2.mul(ll, v128.load(r0 + j)));
    if (j < stride) store<f64>(r1 + j, load<f64>(r1 + j) - l * load<f64>(r0 + j));
    let row = r1 + stride;
    for (; row + 3 * stride < bottom; row += 4 * stride) updateFourRows(row, stride, column, r0, r1, d0, d1, u);
    for (; row < bottom; row += stride) updateRow(row, stride, column, r0, r1, d0, d1, u);
    r0 = r1 + stride;
  }
  if (k < count) {
    const column = <usize>k * B;
    const p0 = load<f64>(r0 + column);
    if (!(abs(p0) > 0)) return k;
    const d0 = 1 / p0;
    store<f64>(r0 + column, d0);
    for (let row = r0 + stride; row < bottom; row += stride) {
      const l = load<f64>(row + column) * d0;
      store<f64>(row + column, l);
      for (let j = column + B; j < stride; j += B) store<f64>(row + j, load<f64>(row + j) - l * load<f64>(r0 + j));
    }
  }
  return -1;
}

function subtract(at: usize, what: v128): void {
  v128.store(at, f64x2.sub(v128.load(at), what));
}

function updateFourRows(row: usize, stride: usize, column: usize, r0: usize, r1: usize, d0: f64, d1: f64, u: f64): void {
  const second = row + stride;
  const third = second + stride;
  const fourth = third + stride;
  const a0 = load<f64>(row + column) * d0;
  const b0 = load<f64>(second + column) * d0;
  const c0 = load<f64>(third + column) * d0;
  const e0 = load<f64>(fourth + column) * d0;
  const a1 = (load<f64>(row + column, 8) - a0 * u) * d1;
  const b1 = (load<f64>(second + column, 8) - b0 * u) * d1;
  const c1 = (load<f64>(third + column, 8) - c0 * u) * d1;
  const e1 = (load<f64>(fourth + column, 8) - e0 * u) * d1;
  store<f64>(row + column, a0);
  store<f64>(row + column, a1, 8);
  store<f64>(second + column, b0);
  store<f64>(second + column, b1, 8);
  store<f64>(third + column, c0);
  store<f64>(third + column, c1, 8);
  store<f64>(fourth + column, e0);
  store<f64>(fourth + column, e1, 8);
  const aa0 = f64x2.splat(a0);
  const bb0 = f64x2.splat(b0);
  const cc0 = f64x2.splat(c0);
  const ee0 = f64x2.splat(e0);
  const aa1 = f64x2.splat(a1);
  const bb1 = f64x2.splat(b1);
  const cc1 = f64x2.splat(c1);
  const ee1 = f64x2.splat(e1);
  const pairs = stride - B;
  let j = column + 2 * B;
  for (; j < pairs; j += 2 * B) {
    const x = v128.load(r0 + j);
    const y = v128.load(r1 + j);
    v128.store(row + j, f64x2.sub(f64x2.sub(v128.load(row + j), f64x2.mul(aa0, x)), f64x2.mul(aa1, y)));
    v128.store(second + j, f64x2.sub(f64x2.sub(v128.load(second + j), f64x2.mul(bb0, x)), f64x2.mul(bb1, y)));
    v128.store(third + j, f64x2.sub(f64x2.sub(v128.load(third + j), f64x2.mul(cc0, x)), f64x2.mul(cc1, y)));
    v128.store(fourth + j, f64x2.sub(f64x2.sub(v128.load(fourth + j), f64x2.mul(ee0, x)), f64x2.mul(ee1, y)));
  }
  if (j < stride) {
    const x = load<f64>(r0 + j);
    const y = load<f64>(r1 + j);
    store<f64>(row + j, load<f64>(row + j) - a0 * x - a1 * y);
    store<f64>(second + j, load<f64>(second + j) - b0 * x - b1 * y);
    store<f64>(third + j, load<f64>(third + j) - c0 * x - c1 * y);
    store<f64>(fourth + j, load<f64>(fourth + j) - e0 * x - e1 * y);
  }
}

function updateRow(row: usize, stride: usize, column: usize, r0: usize, r1: usize, d0: f64, d1: f64, u: f64): void {
  const a0 = load<f64>(row + column) * d0;
  const a1 = (load<f64>(row + column, 8) - a0 * u) * d1;
  store<f64>(row + column, a0);
  store<f64>(row + column, a1, 8);
  const aa0 = f64x2.splat(a0);
  const aa1 = f64x2.splat(a1);
  const pairs = stride - B;
  let j = column + 2 * B;
  for (; j < pairs; j += 2 * B)
    v128.store(row + j, f64x2.sub(f64x2.sub(v128.load(row + j), f64x2.mul(aa0, v128.load(r0 + j))), f64x2.mul(aa1, v128.load(r1 + j))));
  if (j < stride) store<f64>(row + j, load<f64>(row + j) - a0 * load<f64>(r0 + j) - a1 * load<f64>(r1 + j));
}

/** b ← A⁻¹ b with factored fronts. */
export function solve(table: usize, count: i32, A: usize, b: usize): void {
  for (let e = 0; e < count; e++) {
    const entry = table + ((<usize>e) << 4);
    const front = A + <usize>load<i32>(entry, 12) * B;
    forward(front, load<i32>(entry, 4), load<i32>(entry, 8), b + <usize>load<i32>(entry) * B);
  }
  for (let e = count - 1; e >= 0; e--) {
    const entry = table + ((<usize>e) << 4);
    const front = A + <usize>load<i32>(entry, 12) * B;
    backward(front, load<i32>(entry, 4), load<i32>(entry, 8), b + <usize>load<i32>(entry) * B);
  }
}

function sum(pair: v128): f64 {
  return f64x2.extract_lane(pair, 0) + f64x2.extract_lane(pair, 1);
}

/** Two rows at a time: they share what they read of b. */
function forward(front: usize, m: i32, eliminated: i32, b: usize): void {
  const stride = <usize>m * B;
  let i = 1;
  let row = front + stride;
  for (; i + 1 < m; i += 2) {
    const next = row + stride;
    const count = <usize>min(i, eliminated) * B;
    let ss = f64x2.splat(0);
    let tt = f64x2.splat(0);
    let k: usize = 0;
    for (; k + B < count; k += 2 * B) {
      const x = v128.load(b + k);
      ss = f64x2.add(ss, f64x2.mul(v128.load(row + k), x));
      tt = f64x2.add(tt, f64x2.mul(v128.load(next + k), x));
    }
    const at = b + <usize>i * B;
    let s = load<f64>(at) - sum(ss);
    let t = load<f64>(at, 8) - sum(tt);
    if (k < count) {
      const x = load<f64>(b + k);
      s -= load<f64>(row + k) * x;
      t -= load<f64>(next + k) * x;
    }
    if (i < eliminated) t -= load<f64>(next + count) * s;
    store<f64>(at, s);
    store<f64>(at, t, 8);
    row = next + stride;
  }
  if (i < m) {
    const at = b + <usize>i * B;
    let s = load<f64>(at);
    for (let k: usize = 0; k < <usize>min(i, eliminated) * B; k += B) s -= load<f64>(row + k) * load<f64>(b + k);
    store<f64>(at, s);
  }
}

function backward(front: usize, m: i32, eliminated: i32, b: usize): void {
  const stride = <usize>m * B;
  let i = eliminated - 1;
  let row = front + <usize>i * stride;
  for (; i > 0; i -= 2) {
    const above = row - stride;
    const own = <usize>i * B;
    let ss = f64x2.splat(0);
    let tt = f64x2.splat(0);
    let j = own + B;
    for (; j + B < stride; j += 2 * B) {
      const x = v128.load(b + j);
      ss = f64x2.add(ss, f64x2.mul(v128.load(row + j), x));
      tt = f64x2.add(tt, f64x2.mul(v128.load(above + j), x));
    }
    let s = load<f64>(b + own) - sum(ss);
    let t = load<f64>(b + own - B) - sum(tt);
    if (j < stride) {
      const x = load<f64>(b + j);
      s -= load<f64>(row + j) * x;
      t -= load<f64>(above + j) * x;
    }
    s *= load<f64>(row + own);
    store<f64>(b + own, s);
    store<f64>(b + own - B, (t - load<f64>(above + own) * s) * load<f64>(above + own - B));
    row = above - stride;
  }
  if (i === 0) {
    let s = load<f64>(b);
    for (let j = B; j < stride; j += B) s -= load<f64>(front + j) * load<f64>(b + j);
    store<f64>(b, s * load<f64>(front));
  }
}
