/** Where a word beside a line has room: at the first of some heights that no curve passes. */
import type { ShownCurve } from './model.js';

/** Half the height of a line of words, with air [px]. */
const half = 9;

interface Scales {
  px(x: number): number;
  py(y: number): number;
}

/** @returns the chosen height [px]; the first one when all are taken. */
export function clearHeight(
  curves: readonly ShownCurve[],
  [from, to]: readonly [number, number],
  heights: readonly number[],
  scales: Scales,
): number {
  const isFree = (height: number): boolean =>
    !curves.some((curve) => !curve.hidden && passes(curve, from, to, height - half, height + half, scales));
  return heights.find(isFree) ?? heights[0] ?? NaN;
}

/** Whether a piece of the curve lies inside of the box. */
function passes({ x, y }: ShownCurve, from: number, to: number, top: number, bottom: number, { px, py }: Scales): boolean {
  for (let i = 1; i < x.length; i++) {
    const [y0, y1] = [y[i - 1], y[i]];
    if (y0 === null || y0 === undefined || y1 === null || y1 === undefined) continue;
    const [left, right] = [px(x[i - 1] ?? 0), px(x[i] ?? 0)];
    if (right < from || left > to) continue;
    const at = (place: number): number => {
      const share = right > left ? Math.min(1, Math.max(0, (place - left) / (right - left))) : 0;
      return py(y0) + (py(y1) - py(y0)) * share;
    };
    // A steep piece has both its ends in the box's columns.
    const ends = right > left ? [at(from), at(to)] : [py(y0), py(y1)];
    if (Math.min(...ends) <= bottom && Math.max(...ends) >= top) return true;
  }
  return false;
}
