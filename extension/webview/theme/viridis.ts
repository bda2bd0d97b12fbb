/** The colour table of maps: viridis (N. Smith, S. van der Walt, CC0) as 17 knots, the same in every theme. */
import { fromLab, toLab, type Rgb } from './colour.js';

const knots = '440154 48186a 472d7b 424086 3b528b 33638d 2c728e 26828e 21918c 1fa088 28ae80 3fbc73 5ec962 84d44b addc30 d8e219 fde725'
  .split(' ')
  .map((text) => toLab([0, 2, 4].map((i) => parseInt(text.slice(i, i + 2), 16)) as unknown as Rgb));

/** Colour of a value scaled to 0 … 1. */
export function viridis(share: number): Rgb {
  const position = Math.min(0.99999, Math.max(0, share)) * (knots.length - 1);
  const index = Math.floor(position);
  const f = position - index;
  const a = knots[index] ?? [0, 0, 0];
  const b = knots[index + 1] ?? a;
  return fromLab([a[0] + (b[0] - a[0]) * f, a[1] + (b[1] - a[1]) * f, a[2] + (b[2] - a[2]) * f]);
}
