/**
 * Conduction or diffusion from a uniform state in a slab, each wall held at a value or sealed (J. Fourier, 1822; J. Crank, The Mathematics
 * of Diffusion, §4.3). D is the diffusivity [m²/s].
 */
import { DecayingSeries, type Mode } from './series.js';

export interface UniformStart {
  readonly D: number;
  readonly from: number;
  readonly to: number;
  readonly initial: number;
  /** Values held at the walls; undefined where a wall is sealed. */
  readonly held: readonly [number | undefined, number | undefined];
}

/** u(x, t); NaN for times too short for the series. */
export function diffusionSeries({ D, from, to, initial, held: [left, right] }: UniformStart): (x: number, t: number) => number {
  const L = to - from;
  if (left === undefined && right === undefined) return () => initial;
  const isOpen = left !== undefined && right !== undefined;
  const offset = isOpen ? 0 : 0.5;
  const [near, far] = left === undefined ? [right!, right!] : [left, right ?? left];
  const mode = (n: number): Mode => {
    const half = (n - offset) * Math.PI;
    const amplitude = (2 / half) * (initial - near - (isOpen ? (n % 2 ? -1 : 1) * (initial - far) : 0));
    return { amplitude, rate: D * (half / L) ** 2 };
  };
  const series = new DecayingSeries(L, offset, mode);
  return (x, t) => {
    if (t === 0) return initial;
    const distance = left === undefined ? to - x : x - from;
    return near + ((far - near) * distance) / L + (series.at(distance, t)?.sine ?? NaN);
  };
}
