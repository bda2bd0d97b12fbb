/** Ticks on 1-2-5 steps with the decimals that the step deserves, for canvases and for SVG alike. */
import { decimalsOf, fixed, magnitude, powerOfTen, significant } from '../format/number.js';

export interface Ticks {
  readonly values: readonly number[];
  readonly labels: readonly string[];
}

/** Step of the form 1, 2 or 5 × 10ⁿ that gives at most `count` intervals. */
export function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const lead = raw / power;
  return power * (lead <= 1 + 1e-9 ? 1 : lead <= 2 + 1e-9 ? 2 : lead <= 5 + 1e-9 ? 5 : 10);
}

export function linearTicks(min: number, max: number, count: number): Ticks {
  if (!(max > min) || !Number.isFinite(max - min)) return { values: [min], labels: [significant(min)] };
  const step = niceStep(max - min, count);
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
  const decimals = decimalsOf(step);
  return { values, labels: values.map((v) => fixed(v, decimals)) };
}

/** Decades, with 2 and 5 in between when there are few of them. */
export function logTicks(min: number, max: number): Ticks {
  const low = Math.floor(Math.log10(min) + 1e-9);
  const high = Math.ceil(Math.log10(max) - 1e-9);
  const between = high - low <= 2 ? [1, 2, 5] : [1];
  const every = Math.max(1, Math.ceil((high - low) / 8));
  const values: number[] = [];
  for (let e = low; e <= high; e += every) for (const m of between) values.push(m * 10 ** e);
  const inside = values.filter((v) => v >= min * (1 - 1e-9) && v <= max * (1 + 1e-9));
  return {
    values: inside,
    labels: inside.map((v) => (v >= 1e-3 && v < 1e5 ? significant(v) : between.length > 1 ? significant(v, 1) : powerOfTen(magnitude(v)))),
  };
}

export const ticks = (min: number, max: number, count: number, log: boolean): Ticks =>
  log && min > 0 ? logTicks(min, max) : linearTicks(min, max, count);
