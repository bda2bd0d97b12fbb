/**
 * Monotone cubic interpolation of tabulated values, constant outside (Fritsch & Carlson 1980; slopes by Fritsch & Butland 1984,
 * which keep monotone data monotone and need no second pass).
 */
import type { Table } from './expression.js';

const slopesOf = new WeakMap<Table, Float64Array>();

/** Slope at each abscissa; zero at the ends of a constant extrapolation would spoil the data, so the ends are one-sided. */
function slopes({ abscissae: x, ordinates: y }: Table): Float64Array {
  const n = x.length;
  const d = new Float64Array(n);
  if (n < 2) return d;
  const secant = (i: number) => (y[i + 1]! - y[i]!) / (x[i + 1]! - x[i]!);
  for (let i = 1; i < n - 1; i++) {
    const [left, right] = [secant(i - 1), secant(i)];
    if (left * right <= 0) continue;
    const [hl, hr] = [x[i]! - x[i - 1]!, x[i + 1]! - x[i]!];
    const [wl, wr] = [2 * hr + hl, hr + 2 * hl];
    d[i] = (wl + wr) / (wl / left + wr / right);
  }
  d[0] = endSlope(secant(0), n > 2 ? secant(1) : secant(0), x[1]! - x[0]!, n > 2 ? x[2]! - x[1]! : x[1]! - x[0]!);
  d[n - 1] = endSlope(
    secant(n - 2),
    n > 2 ? secant(n - 3) : secant(n - 2),
    x[n - 1]! - x[n - 2]!,
    n > 2 ? x[n - 2]! - x[n - 3]! : x[n - 1]! - x[n - 2]!,
  );
  return d;
}

/** Three-point end slope, limited so that the first interval stays monotone. */
function endSlope(near: number, next: number, h: number, hNext: number): number {
  const slope = ((2 * h + hNext) * near - h * next) / (h + hNext);
  if (slope * near <= 0) return 0;
  return near * next <= 0 && Math.abs(slope) > 3 * Math.abs(near) ? 3 * near : slope;
}

/** Value (order 0), first or second derivative of the table at `at`. */
export function tableValue(table: Table, order: 0 | 1 | 2, at: number): number {
  const { abscissae: x, ordinates: y } = table;
  const last = x.length - 1;
  if (at !== at) return NaN;
  if (at <= x[0]!) return order === 0 ? y[0]! : 0;
  if (at >= x[last]!) return order === 0 ? y[last]! : 0;
  let d = slopesOf.get(table);
  if (!d) slopesOf.set(table, (d = slopes(table)));
  let low = 0;
  for (let high = last; high - low > 1; ) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  const h = x[low + 1]! - x[low]!;
  const s = (at - x[low]!) / h;
  const secant = (y[low + 1]! - y[low]!) / h;
  // y = y₀ + h (d₀ s + c₂ s² + c₃ s³)
  const c2 = 3 * secant - 2 * d[low]! - d[low + 1]!;
  const c3 = d[low]! + d[low + 1]! - 2 * secant;
  if (order === 0) return y[low]! + h * s * (d[low]! + s * (c2 + s * c3));
  if (order === 1) return d[low]! + s * (2 * c2 + 3 * s * c3);
  return (2 * c2 + 6 * s * c3) / h;
}
