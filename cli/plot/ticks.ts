/** Axes: round numbers along them, and the range they cover. */
import { flatRange } from '../../solver/observe/noise.js';

export interface Ticks {
  readonly low: number;
  readonly high: number;
  readonly values: readonly number[];
  readonly step: number;
}

export function ticks(low: number, high: number, wanted: number): Ticks {
  if (!(high > low)) {
    const half = Math.abs(low) * 0.05 || 1;
    [low, high] = [low - half, high + half];
  }
  const raw = (high - low) / wanted;
  const decade = 10 ** Math.floor(Math.log10(raw));
  const step = ([1, 2, 5, 10].find((m) => m * decade >= raw) ?? 10) * decade;
  const values: number[] = [];
  for (let i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) values.push(i * step);
  return { low, high, values, step };
}

/** A factor of 1000ⁿ and its prefix that make the largest number of an axis easy to read: 1e-3 m → mm. */
export function readable(largest: number, unit: string): { readonly factor: number; readonly unit: string } {
  const prefixes: Record<string, readonly string[]> = { m: ['m', 'mm', 'µm', 'nm'], s: ['s', 'ms', 'µs'], 'mol/m³': ['mol/m³'] };
  const names = prefixes[unit];
  if (!names || !(largest > 0)) return { factor: 1, unit };
  if (unit === 's' && largest >= 7200) return largest >= 259200 ? { factor: 86400, unit: 'd' } : { factor: 3600, unit: 'h' };
  if (unit === 's' && largest >= 300) return { factor: 60, unit: 'min' };
  const power = Math.min(names.length - 1, Math.max(0, Math.ceil(-Math.log10(largest) / 3 - 1e-9)));
  return { factor: 1000 ** -power, unit: names[power]! };
}

/** The range of an axis of values: one that does not change gets room, so that rounding is not magnified. */
export function visible(arrays: readonly ArrayLike<number>[], noise?: number): readonly [number, number] {
  const [low, high] = extent(arrays);
  return flatRange(low, high, noise) ?? [low, high];
}

export const extent = (arrays: readonly ArrayLike<number>[]): readonly [number, number] => {
  let low = Infinity;
  let high = -Infinity;
  for (const array of arrays)
    for (let i = 0; i < array.length; i++) {
      const value = array[i]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
  return [low, high];
};
