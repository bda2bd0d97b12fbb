/** ∂R/∂u of the spectral elements of a region: `solver/assembly/element-jacobian.ts`, which explains it and is its oracle, in one call. */
import * as its from '../fields';
import { address, field } from './region';
import { run } from './tape';

/** Bytes of four numbers, one of each pair (a, b) that is computed at once. */
const four: usize = 32;

/** J ← J + what varies. The region's values and gradients, and the scalars of its derivatives, must be there. */
export function addJacobian(region: usize, J: usize): void {
  run(address(region, its.jacobian), field(region, its.jacobianCount), field(region, its.points));
  const n = field(region, its.nodes);
  const width = field(region, its.width);
  const elements = field(region, its.elements);
  const D = address(region, its.derivative);
  const weights = address(region, its.fluxWeight);
  const scratch = address(region, its.scratch);
  const bytes = (<usize>n) << 3;
  const half = <usize>((n + 1) >> 1);
  const even = scratch;
  const odd = even + half * four;
  const products = odd + half * four;
  const rows = products + <usize>(n * n) * four;
  const columns = rows + ((<usize>n) << 2);
  const flux = columns + ((<usize>n) << 2);
  for (let e = 0; e < elements; e++) {
    const entry = address(region, its.fronts) + ((<usize>e) << 4);
    const start = load<i32>(entry);
    const size = load<i32>(entry, 4);
    const front = J + ((<usize>load<i32>(entry, 12)) << 3);
    const numbers = address(region, its.numbers) + ((<usize>(e * n * width)) << 2);
    const at = <usize>e * bytes;
    const factor = load<f64>(address(region, its.scale) + ((<usize>e) << 3));
    let pair = address(region, its.byGradient);
    const count = field(region, its.byGradientCount);
    for (let first = 0; first < count; first += 4) {
      const together = min(4, count - first);
      for (let p = 0; p < together; p++)
        split(
          n,
          factor,
          weights + at,
          <usize>load<i32>(pair + ((<usize>p) << 4), 8) + at,
          even + ((<usize>p) << 3),
          odd + ((<usize>p) << 3),
        );
      if (together > 2) stiffnessFour(n, half, address(region, its.stiffness), even, odd, products);
      else stiffnessTwo(n, half, address(region, its.stiffness), even, odd, products);
      for (let p = 0; p < together; p++, pair += 16) {
        locate(n, width, numbers, start, size, load<i32>(pair), load<i32>(pair, 4), rows, columns);
        const value = <usize>load<i32>(pair, 12);
        if (value !== 0) {
          for (let j: usize = 0; j < bytes; j += 8) store<f64>(flux + j, load<f64>(weights + at + j) * load<f64>(value + at + j));
          addFlux(n, products + ((<usize>p) << 3), D, flux, front, rows, columns);
        } else addProduct(n, products + ((<usize>p) << 3), front, rows, columns);
      }
    }
    let alone = address(region, its.byValueAlone);
    for (let k = 0; k < field(region, its.byValueAloneCount); k++, alone += 12) {
      locate(n, width, numbers, start, size, load<i32>(alone), load<i32>(alone, 4), rows, columns);
      const value = <usize>load<i32>(alone, 8);
      for (let c = 0; c < n; c++) {
        const f = load<f64>(weights + at + ((<usize>c) << 3)) * load<f64>(value + at + ((<usize>c) << 3));
        const to = front + <usize>load<i32>(columns + ((<usize>c) << 2));
        for (let r = 0; r < n; r++) {
          const place = to + <usize>load<i32>(rows + ((<usize>r) << 2));
          store<f64>(place, load<f64>(place) + load<f64>(D + ((<usize>(c * n + r)) << 3)) * f);
        }
      }
    }
    let source = address(region, its.sourceByValue);
    for (let k = 0; k < field(region, its.sourceByValueCount); k++, source += 12) {
      locate(n, width, numbers, start, size, load<i32>(source), load<i32>(source, 4), rows, columns);
      const slope = <usize>load<i32>(source, 8);
      for (let j: usize = 0; j < <usize>n; j++) {
        const place = front + <usize>load<i32>(rows + (j << 2)) + <usize>load<i32>(columns + (j << 2));
        const volume = load<f64>(address(region, its.volume) + at + (j << 3));
        store<f64>(place, load<f64>(place) + volume * load<f64>(slope + at + (j << 3)));
      }
    }
  }
}

/** J ← the columns of values that enter the first element with a factor; once, when everything is added. */
export function scaleEntries(region: usize, J: usize): void {
  const width = field(region, its.width);
  const front = address(region, its.fronts);
  const size = load<i32>(front, 4);
  const numbers = address(region, its.numbers);
  for (let v = 0; v < width; v++) {
    const factor = load<f64>(address(region, its.entry) + ((<usize>v) << 3));
    if (factor === 1) continue;
    let place = J + ((<usize>(load<i32>(front, 12) + load<i32>(numbers + ((<usize>v) << 2)) - load<i32>(front))) << 3);
    for (let row = 0; row < size; row++, place += (<usize>size) << 3) store<f64>(place, load<f64>(place) * factor);
  }
}

/** Bytes from the front's beginning to the row of node i, and from a row's beginning to the column of node i. */
function locate(n: i32, width: i32, numbers: usize, start: i32, size: i32, row: i32, column: i32, rows: usize, columns: usize): void {
  for (let i = 0; i < n; i++) {
    const node = numbers + ((<usize>(i * width)) << 2);
    store<i32>(rows + ((<usize>i) << 2), ((load<i32>(node + ((<usize>row) << 2)) - start) * size) << 3);
    store<i32>(columns + ((<usize>i) << 2), (load<i32>(node + ((<usize>column) << 2)) - start) << 3);
  }
}

/** Even and odd parts of factor · weight_j · slope_j, each to a place among four. */
function split(n: i32, factor: f64, weight: usize, slope: usize, even: usize, odd: usize): void {
  const last = (<usize>(n - 1)) << 3;
  const half = <usize>((n + 1) >> 1);
  const share = 0.5 * factor;
  for (let j: usize = 0; j < half; j++) {
    const near = share * load<f64>(weight + (j << 3)) * load<f64>(slope + (j << 3));
    const far = share * load<f64>(weight + last - (j << 3)) * load<f64>(slope + last - (j << 3));
    store<f64>(even + j * four, near + far);
    store<f64>(odd + j * four, near - far);
  }
}

/** Lower triangles of Dᵀ diag(q) D, for four q: entry (i, k) of the four side by side. */
function stiffnessFour(n: i32, half: usize, packed: usize, even: usize, odd: usize, products: usize): void {
  const p = n - 1;
  const bytes = half * four;
  let s = packed;
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i && i + k <= p; k++) {
      let a = f64x2.splat(0);
      let b = f64x2.splat(0);
      let c = f64x2.splat(0);
      let d = f64x2.splat(0);
      const between = half << 3;
      for (let j: usize = 0; j < bytes; j += four, s += 8) {
        const x = v128.load64_splat(s);
        const y = v128.load64_splat(s + between);
        a = f64x2.add(a, f64x2.mul(x, v128.load(even + j)));
        b = f64x2.add(b, f64x2.mul(x, v128.load(even + j, 16)));
        c = f64x2.add(c, f64x2.mul(y, v128.load(odd + j)));
        d = f64x2.add(d, f64x2.mul(y, v128.load(odd + j, 16)));
      }
      s += between;
      const mirrored = products + <usize>((p - k) * n + p - i) * four;
      v128.store(mirrored, f64x2.sub(a, c));
      v128.store(mirrored, f64x2.sub(b, d), 16);
      const at = products + <usize>(i * n + k) * four;
      v128.store(at, f64x2.add(a, c));
      v128.store(at, f64x2.add(b, d), 16);
    }
}

/** The same for the first two. */
function stiffnessTwo(n: i32, half: usize, packed: usize, even: usize, odd: usize, products: usize): void {
  const p = n - 1;
  const bytes = half * four;
  let s = packed;
  for (let i = 0; i < n; i++)
    for (let k = 0; k <= i && i + k <= p; k++) {
      let a = f64x2.splat(0);
      let c = f64x2.splat(0);
      const between = half << 3;
      for (let j: usize = 0; j < bytes; j += four, s += 8) {
        a = f64x2.add(a, f64x2.mul(v128.load64_splat(s), v128.load(even + j)));
        c = f64x2.add(c, f64x2.mul(v128.load64_splat(s + between), v128.load(odd + j)));
      }
      s += between;
      v128.store(products + <usize>((p - k) * n + p - i) * four, f64x2.sub(a, c));
      v128.store(products + <usize>(i * n + k) * four, f64x2.add(a, c));
    }
}

/** Adds a symmetric product to the block of the front. */
function addProduct(n: i32, product: usize, front: usize, rows: usize, columns: usize): void {
  for (let i = 0; i < n; i++) {
    const rowI = front + <usize>load<i32>(rows + ((<usize>i) << 2));
    const columnI = front + <usize>load<i32>(columns + ((<usize>i) << 2));
    let from = product + <usize>(i * n) * four;
    for (let k = 0; k < i; k++, from += four) {
      const value = load<f64>(from);
      const ik = rowI + <usize>load<i32>(columns + ((<usize>k) << 2));
      const ki = columnI + <usize>load<i32>(rows + ((<usize>k) << 2));
      store<f64>(ik, load<f64>(ik) + value);
      store<f64>(ki, load<f64>(ki) + value);
    }
    const ii = rowI + <usize>load<i32>(columns + ((<usize>i) << 2));
    store<f64>(ii, load<f64>(ii) + load<f64>(from));
  }
}

/** The same with D_ki f_k beside it. */
function addFlux(n: i32, product: usize, D: usize, f: usize, front: usize, rows: usize, columns: usize): void {
  const row = (<usize>n) << 3;
  for (let i = 0; i < n; i++) {
    const rowI = front + <usize>load<i32>(rows + ((<usize>i) << 2));
    const columnI = front + <usize>load<i32>(columns + ((<usize>i) << 2));
    const fi = load<f64>(f + ((<usize>i) << 3));
    let from = product + <usize>(i * n) * four;
    let Dki = D + ((<usize>i) << 3);
    let Dik = D + <usize>i * row;
    for (let k = 0; k < i; k++, from += four, Dki += row, Dik += 8) {
      const value = load<f64>(from);
      const ik = rowI + <usize>load<i32>(columns + ((<usize>k) << 2));
      const ki = columnI + <usize>load<i32>(rows + ((<usize>k) << 2));
      store<f64>(ik, load<f64>(ik) + value + load<f64>(Dki) * load<f64>(f + ((<usize>k) << 3)));
      store<f64>(ki, load<f64>(ki) + value + load<f64>(Dik) * fi);
    }
    const ii = rowI + <usize>load<i32>(columns + ((<usize>i) << 2));
    store<f64>(ii, load<f64>(ii) + load<f64>(from) + load<f64>(Dki) * fi);
  }
}
