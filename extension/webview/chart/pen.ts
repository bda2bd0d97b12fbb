/** A canvas in CSS pixels with the two scales of a chart: what the overlays draw with. */
import type uPlot from 'uplot';
import type { Palette } from '../theme/palette.js';

export interface Pen {
  readonly context: CanvasRenderingContext2D;
  readonly palette: Palette;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  px(x: number): number;
  py(y: number): number;
  font(bold?: boolean): string;
}

/** Calls `draw` with a pen in CSS pixels; the canvas is left as it was. */
export function withPen(plot: uPlot, palette: Palette, draw: (pen: Pen) => void): void {
  const { ctx: context, bbox } = plot;
  const ratio = devicePixelRatio;
  context.save();
  context.scale(ratio, ratio);
  context.textBaseline = 'middle';
  context.direction = 'ltr';
  draw({
    context,
    palette,
    left: bbox.left / ratio,
    top: bbox.top / ratio,
    right: (bbox.left + bbox.width) / ratio,
    bottom: (bbox.top + bbox.height) / ratio,
    px: (x) => plot.valToPos(x, 'x', true) / ratio,
    py: (y) => plot.valToPos(y, 'y', true) / ratio,
    font: (bold) => `${bold ? '600 ' : ''}11px ${palette.font}`,
  });
  context.restore();
}

export function line(pen: Pen, x1: number, y1: number, x2: number, y2: number): void {
  pen.context.beginPath();
  pen.context.moveTo(x1, y1);
  pen.context.lineTo(x2, y2);
  pen.context.stroke();
}

export function clipped(pen: Pen, draw: () => void): void {
  const { context, left, top, right, bottom } = pen;
  context.save();
  context.beginPath();
  context.rect(left, top - 4, right - left + 4, bottom - top + 8);
  context.clip();
  draw();
  context.restore();
}
