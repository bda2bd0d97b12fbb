/** to ← −from, `count` numbers. */
export function negate(from: usize, to: usize, count: i32): void {
  const bytes = (<usize>count) << 3;
  let i: usize = 0;
  for (; i + 8 < bytes; i += 16) v128.store(to + i, f64x2.neg(v128.load(from + i)));
  if (i < bytes) store<f64>(to + i, -load<f64>(from + i));
}
