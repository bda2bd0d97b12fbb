/** Times as people say them: 10 s, 2 min, 8 min 24 s, 3 d. */
import { fixed, nbsp, significant } from './number.js';

/** The year of the language: 365.25 days. */
const parts = [
  [31_557_600, 'a'],
  [86400, 'd'],
  [3600, 'h'],
  [60, 'min'],
] as const;

/** Two units at most; below a minute with up to three digits. */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return '∞';
  if (Number(seconds.toPrecision(3)) < 60) {
    if (seconds === 0) return `0${nbsp}s`;
    if (seconds < 1e-3) return `${significant(seconds * 1e6, 3)}${nbsp}µs`;
    if (seconds < 0.1) return `${significant(seconds * 1e3, 3)}${nbsp}ms`;
    return `${significant(seconds, 3)}${nbsp}s`;
  }
  const index = Math.max(
    0,
    parts.findIndex(([size]) => seconds >= size * (1 - 1e-9)),
  );
  const [size, unit] = parts[seconds < 60 ? parts.length - 1 : index] ?? [60, 'min'];
  const [below, belowUnit] = parts[index + 1] ?? [1, 's'];
  const whole = Math.floor(seconds / size + 1e-9);
  const rest = Math.round((seconds - whole * size) / below);
  // Rounding may reach the next larger unit: 3599.9 s is an hour.
  if (rest * below >= size || seconds < 60) return duration((whole + 1) * size);
  return rest <= 0 ? `${whole}${nbsp}${unit}` : `${whole}${nbsp}${unit}${nbsp}${rest}${nbsp}${belowUnit}`;
}

/** A time constant: in seconds as long as that reads well. */
export const timeConstant = (seconds: number): string =>
  seconds >= 1 && seconds < 1000 ? `${significant(seconds, 4)}${nbsp}s` : duration(seconds);

/** For a label that moves: one unit, so that it does not grow. */
export function shortDuration(seconds: number): string {
  const said = duration(seconds);
  if (seconds < 60 || said.split(nbsp).length <= 2) return said;
  for (const [size, unit] of parts) if (seconds >= size) return `${fixed(seconds / size, 1)}${nbsp}${unit}`;
  return said;
}

/** Elapsed wall time: `4 ms`, `0.9 s`, `12 s`. */
export function elapsed(milliseconds: number): string {
  if (milliseconds < 1000) return `${Math.max(1, Math.round(milliseconds))}${nbsp}ms`;
  return milliseconds < 10_000 ? `${fixed(milliseconds / 1000, 1)}${nbsp}s` : duration(Math.round(milliseconds / 1000));
}
