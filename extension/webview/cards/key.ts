/** The little drawing before a legend entry. */
import { s } from '../dom/element.js';
import { hex, type Rgb } from '../theme/colour.js';

export type KeyShape = 'line' | 'dashed' | 'circle' | 'dot' | 'band';

export function legendKey(colour: Rgb, shape: KeyShape): SVGSVGElement {
  const stroke = hex(colour);
  const drawing =
    shape === 'band'
      ? s('rect', { x: 0, y: 1, width: 18, height: 8, fill: stroke, opacity: 0.3 })
      : shape === 'circle' || shape === 'dot'
        ? s('circle', { cx: 9, cy: 5, r: 3, fill: shape === 'dot' ? stroke : 'none', stroke, 'stroke-width': 1.4 })
        : s('line', {
            x1: 0,
            x2: 18,
            y1: 5,
            y2: 5,
            stroke,
            'stroke-width': shape === 'dashed' ? 1.4 : 2,
            'stroke-dasharray': shape === 'dashed' ? '5 3' : null,
          });
  return s('svg', { class: 'key', viewBox: '0 0 18 10', 'aria-hidden': 'true' }, drawing);
}
