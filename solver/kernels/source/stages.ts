/** Sums over the stages of a step, two numbers per operation. Vectors have room for an even number of numbers. */

/** y ← base + Σ_{j<count} a_j k_j and z ← Σ_{j<count} c_j k_j; the k_j follow one another every `stride` bytes. */
export function addStages(k: usize, stride: usize, count: i32, a: usize, c: usize, base: usize, y: usize, z: usize, length: i32): void {
  const bytes = (<usize>length) << 3;
  const all = (<usize>count) << 3;
  for (let i: usize = 0; i < bytes; i += 16) {
    let p = v128.load(base + i);
    let q = f64x2.splat(0);
    let from = k + i;
    for (let j: usize = 0; j < all; j += 8, from += stride) {
      const x = v128.load(from);
      p = f64x2.add(p, f64x2.mul(v128.load64_splat(a + j), x));
      q = f64x2.add(q, f64x2.mul(v128.load64_splat(c + j), x));
    }
    v128.store(y + i, p);
    v128.store(z + i, q);
  }
}

/** out ← out + factor · d · x, number by number. */
export function addScaled(factor: f64, d: usize, x: usize, out: usize, length: i32): void {
  const bytes = (<usize>length) << 3;
  const f = f64x2.splat(factor);
  for (let i: usize = 0; i < bytes; i += 16)
    v128.store(out + i, f64x2.add(v128.load(out + i), f64x2.mul(f64x2.mul(f, v128.load(d + i)), v128.load(x + i))));
}
