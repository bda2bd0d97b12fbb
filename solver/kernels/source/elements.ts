/** What the spectral elements of a region add to the balances: `solver/assembly/workspace.ts`, which is its oracle, in one call. */
import * as its from '../fields';
import { address, field } from './region';
import { run } from './tape';

/** Bytes of a register: an even number of points. */
export function stride(points: i32): usize {
  return (<usize>((points + 1) & ~1)) << 3;
}

/** out ← out + what the elements of the region add to R(u). Time has been put into the scalars already. */
export function addBalance(region: usize, u: usize, out: usize): void {
  const points = field(region, its.points);
  const n = field(region, its.nodes);
  const count = field(region, its.elements);
  const width = field(region, its.width);
  take(region, u);
  run(address(region, its.balance), field(region, its.balanceCount), points);
  const fluxes = address(region, its.fluxes);
  const numbers = address(region, its.numbers);
  const halves = address(region, its.transposedHalves);
  const weights = address(region, its.fluxWeight);
  const scratch = address(region, its.scratch);
  const half = (<usize>((n + 1) >> 1)) << 4;
  const bytes = (<usize>n) << 3;
  for (let v = 0; v < width; v++) {
    const flux = <usize>load<i32>(fluxes + ((<usize>v) << 2));
    const weighted = scratch;
    const divergence = scratch + 2 * bytes;
    const parts = scratch + 4 * bytes;
    for (let e = 0; e < count; e++) {
      const at = <usize>e * bytes;
      for (let j: usize = 0; j < bytes; j += 8) store<f64>(weighted + j, load<f64>(weights + at + j) * load<f64>(flux + at + j));
      multiplyHalves(n, half, halves, 1, weighted, divergence, parts);
      let number = numbers + ((<usize>(e * n * width + v)) << 2);
      for (let i: usize = 0; i < bytes; i += 8, number += (<usize>width) << 2) {
        const target = out + ((<usize>load<i32>(number)) << 3);
        store<f64>(target, load<f64>(target) + load<f64>(divergence + i));
      }
    }
  }
  let source = address(region, its.sources);
  const volume = address(region, its.volume);
  for (let s = 0; s < field(region, its.sourceCount); s++, source += 8) {
    const row = load<i32>(source);
    const value = <usize>load<i32>(source, 4);
    let number = numbers + ((<usize>row) << 2);
    for (let k: usize = 0; k < (<usize>points) << 3; k += 8, number += (<usize>width) << 2) {
      const target = out + ((<usize>load<i32>(number)) << 3);
      store<f64>(target, load<f64>(target) + load<f64>(volume + k) * load<f64>(value + k));
    }
  }
}

/** Registers of values and gradients ← u. */
export function take(region: usize, u: usize): void {
  gather(region, u);
  differentiate(region);
}

/** Registers of values ← u. */
function gather(region: usize, u: usize): void {
  const points = field(region, its.points);
  const width = field(region, its.width);
  const numbers = address(region, its.numbers);
  const entry = address(region, its.entry);
  let values = address(region, its.values);
  for (let v = 0; v < width; v++, values += stride(points)) {
    let number = numbers + ((<usize>v) << 2);
    for (let k: usize = 0; k < (<usize>points) << 3; k += 8, number += (<usize>width) << 2)
      store<f64>(values + k, load<f64>(u + ((<usize>load<i32>(number)) << 3)));
    store<f64>(values, load<f64>(values) * load<f64>(entry + ((<usize>v) << 3)));
  }
}

/** Registers of gradients ← d/dx of the registers of values. */
function differentiate(region: usize): void {
  const points = field(region, its.points);
  const width = field(region, its.width);
  const n = field(region, its.nodes);
  const count = field(region, its.elements);
  const halves = address(region, its.derivativeHalves);
  const scale = address(region, its.scale);
  const parts = address(region, its.scratch);
  const half = (<usize>((n + 1) >> 1)) << 4;
  let values = address(region, its.values);
  let gradients = address(region, its.gradients);
  for (let v = 0; v < width; v++, values += stride(points), gradients += stride(points))
    for (let e = 0; e < count; e++) {
      const at = (<usize>(e * n)) << 3;
      multiplyHalves(n, half, halves, load<f64>(scale + ((<usize>e) << 3)), values + at, gradients + at, parts);
    }
}

/**
 * out_i ← factor Σ_j A_ij x_j for a matrix with A_{p−i,p−j} = −A_ij: the odd and the even part of x are multiplied side by side. `halves`
 * holds the entries for both, row after row of `half` bytes.
 */
function multiplyHalves(n: i32, half: usize, halves: usize, factor: f64, x: usize, out: usize, parts: usize): void {
  const last = (<usize>(n - 1)) << 3;
  for (let j: usize = 0; j < half; j += 16) {
    const near = v128.load64_splat(x + (j >> 1));
    const far = v128.load64_splat(x + last - (j >> 1));
    v128.store(parts + j, f64x2.add(near, f64x2.mul(far, f64x2(-1, 1))));
  }
  // The middle node is its own mirror image.
  if (n & 1) v128.store(parts + half - 16, v128.load64_splat(x + ((half - 16) >> 1)));
  const both = f64x2.splat(factor);
  let i: usize = 0;
  let row = halves;
  for (; i + 16 < half; i += 32) {
    const next = row + half;
    let a = f64x2.splat(0);
    let b = f64x2.splat(0);
    for (let j: usize = 0; j < half; j += 16) {
      const part = v128.load(parts + j);
      a = f64x2.add(a, f64x2.mul(v128.load(row + j), part));
      b = f64x2.add(b, f64x2.mul(v128.load(next + j), part));
    }
    put(f64x2.mul(both, a), out + (i >> 1), out + last - (i >> 1));
    put(f64x2.mul(both, b), out + (i >> 1) + 8, out + last - (i >> 1) - 8);
    row = next + half;
  }
  if (i < half) {
    let a = f64x2.splat(0);
    for (let j: usize = 0; j < half; j += 16) a = f64x2.add(a, f64x2.mul(v128.load(row + j), v128.load(parts + j)));
    put(f64x2.mul(both, a), out + (i >> 1), out + last - (i >> 1));
  }
}

/** near ← odd + even, after ← odd − even swapped in sign as the mirror image asks: far first, because the middle is both. */
function put(sums: v128, near: usize, far: usize): void {
  const odd = f64x2.extract_lane(sums, 0);
  const even = f64x2.extract_lane(sums, 1);
  store<f64>(far, odd - even);
  store<f64>(near, odd + even);
}
