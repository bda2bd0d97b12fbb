/** Colours, widths and dashes of curves. */
import type { Curve, Ink } from '../figures/figure.js';
import type { Palette } from '../theme/palette.js';
import type { Rgb } from '../theme/colour.js';

export function inkColour(ink: Ink, palette: Palette): Rgb {
  switch (ink.kind) {
    case 'time':
      return palette.time(ink.share);
    case 'category':
      return palette.categories[ink.index % palette.categories.length] ?? palette.ink;
    case 'foreground':
      return palette.ink;
    case 'muted':
      return palette.muted;
  }
}

/** Open circles stand out by shape; in high contrast they take the strongest ink. */
export const pointColour = (ink: Ink, palette: Palette): Rgb => (palette.highContrast ? palette.ink : inkColour(ink, palette));

export function widthOf(curve: Pick<Curve, 'role' | 'strong'>, highContrast: boolean): number {
  const base = curve.role === 'pinned' ? 1.2 : curve.strong ? (curve.role === 'now' ? 2.2 : 2.4) : 1.6;
  return base + (highContrast ? 0.4 : 0);
}
export const pinnedDash = [5, 3];
const otherDash = [9, 3, 2, 3];
export const dashOf = (curve: Pick<Curve, 'role' | 'dashed'>): number[] | undefined =>
  curve.role === 'pinned' ? pinnedDash : curve.dashed ? otherDash : undefined;
