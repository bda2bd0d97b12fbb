/** What is drawn over the curves: guides, points with error bars, stems, labels at the ends, the two cursors. */
import { hex, rgba } from '../theme/colour.js';
import { valueAt } from './align.js';
import { clearHeight } from './clearance.js';
import { placeLabels } from './labels.js';
import type { ChartModel, ShownCurve, ShownPoints } from './model.js';
import { clipped, line, type Pen } from './pen.js';

const guideDash = [2, 3];
const cursorDash = [4, 2];

export function drawBands(pen: Pen, model: ChartModel): void {
  clipped(pen, () => {
    for (const curve of model.curves) if (curve.band && !curve.hidden) drawBand(pen, curve, curve.band);
  });
}
function drawBand({ context, palette, px, py }: Pen, curve: ShownCurve, half: Float64Array): void {
  const n = curve.x.length;
  context.fillStyle = rgba(curve.colour, palette.highContrast ? 0.45 : 0.28);
  context.beginPath();
  for (let i = 0; i < n; i++) context.lineTo(px(curve.x[i] ?? 0), py((curve.y[i] ?? 0) + (half[i] ?? 0)));
  for (let i = n - 1; i >= 0; i--) context.lineTo(px(curve.x[i] ?? 0), py((curve.y[i] ?? 0) - (half[i] ?? 0)));
  context.closePath();
  context.fill();
}

export function drawOverlay(pen: Pen, model: ChartModel): void {
  for (const guide of model.guides) drawGuide(pen, guide, model.curves);
  clipped(pen, () => {
    for (const curve of model.curves) if (curve.dotted && !curve.hidden) drawDots(pen, curve);
    for (const points of model.points) if (!points.hidden) drawPoints(pen, points);
  });
  if (model.labels) drawLabels(pen, model);
  drawCursorMark(pen, 'A', model.a);
  drawCursorMark(pen, 'B', model.b);
}

function drawGuide(pen: Pen, guide: ChartModel['guides'][number], curves: readonly ShownCurve[]): void {
  const { context, palette, left, right, top, bottom } = pen;
  const at = guide.axis === 'x' ? pen.px(guide.value) : pen.py(guide.value);
  const [low, high] = guide.axis === 'x' ? [left, right] : [top, bottom];
  if (!(at >= low - 0.5 && at <= high + 0.5)) return;
  context.strokeStyle = rgba(palette.ink, guide.solid ? 0.8 : 0.55);
  context.lineWidth = guide.solid ? 1.25 : 1;
  context.setLineDash(guide.solid ? [] : guideDash);
  if (guide.axis === 'x') line(pen, at, top, at, bottom);
  else line(pen, left, at, right, at);
  context.setLineDash([]);
  context.font = pen.font();
  const width = context.measureText(guide.text).width;
  const flipped = guide.axis === 'x' && at + width + 8 > right;
  const x = guide.axis === 'y' ? right - 4 - width : flipped ? at - 5 - width : at + 5;
  // The moving time keeps its place, others make room for the curves.
  const heights = guide.solid ? [top + 8] : [bottom - 10, top + 8, (top + bottom) / 2, top + (bottom - top) / 4];
  const y = guide.axis === 'y' ? at - 9 : clearHeight(curves, [x - 2, x + width + 2], heights, pen);
  context.fillStyle = rgba(palette.paper, 0.85);
  context.fillRect(x - 2, y - 7, width + 4, 14);
  context.fillStyle = hex(guide.solid ? palette.ink : palette.muted);
  context.textAlign = 'left';
  context.fillText(guide.text, x, y);
}

function drawPoints(pen: Pen, points: ShownPoints): void {
  const { context, palette, px, py } = pen;
  const colour = hex(points.colour);
  context.strokeStyle = colour;
  for (let i = 0; i < points.x.length; i++) {
    const x = px(points.x[i] ?? 0);
    const value = points.y[i] ?? 0;
    const y = py(value);
    const sigma = points.sigma?.[i];
    context.lineWidth = 1;
    if (points.stems) {
      context.globalAlpha = 0.55;
      line(pen, x, py(0), x, y);
      context.globalAlpha = 1;
    } else if (sigma !== undefined && sigma > 0) {
      const a = py(value + sigma);
      const b = py(value - sigma);
      line(pen, x, a, x, b);
      line(pen, x - 2.5, a, x + 2.5, a);
      line(pen, x - 2.5, b, x + 2.5, b);
    }
    context.beginPath();
    context.arc(x, y, points.stems ? 2.6 : 3.1, 0, 2 * Math.PI);
    context.fillStyle = points.stems ? colour : hex(palette.paper);
    context.fill();
    context.lineWidth = 1.3;
    if (!points.stems) context.stroke();
  }
}

function drawDots({ context, px, py }: Pen, curve: ShownCurve): void {
  context.fillStyle = hex(curve.colour);
  for (let i = 0; i < curve.x.length; i++) {
    const y = curve.y[i];
    if (y === null || y === undefined) continue;
    context.beginPath();
    context.arc(px(curve.x[i] ?? 0), py(y), 2.8, 0, 2 * Math.PI);
    context.fill();
  }
}

/** Room on the right for the labels [px]. */
export function labelRoom(model: ChartModel, measure: (text: string) => number): number {
  const labels = labelled(model).map((curve) => curve.label ?? '');
  if (!model.labels || labels.length === 0 || labels.length > 7) return 14;
  return Math.ceil(Math.max(...labels.map(measure))) + 16;
}
const labelled = (model: ChartModel): readonly ShownCurve[] => model.curves.filter((curve) => curve.label !== undefined && !curve.hidden);

function drawLabels(pen: Pen, model: ChartModel): void {
  const { context, palette, right, top, bottom } = pen;
  const curves = labelled(model);
  const ends = curves.map((curve) => {
    const last = Math.min(model.rangeX[1], curve.x[curve.x.length - 1] ?? 0);
    const value = valueAt(curve, last);
    return { y: value === null ? NaN : Math.min(bottom, Math.max(top, pen.py(value))), strong: curve.strong ?? false };
  });
  const places = placeLabels(ends, top + 5, bottom - 5);
  context.textAlign = 'left';
  for (const [i, curve] of curves.entries()) {
    const place = places[i];
    const end = ends[i];
    if (place === null || place === undefined || !end) continue;
    const moved = Math.abs(place - end.y) > 1.5;
    if (moved) {
      context.strokeStyle = hex(curve.colour);
      context.lineWidth = 1;
      context.globalAlpha = 0.7;
      line(pen, right + 2, end.y, right + 9, place);
      context.globalAlpha = 1;
    }
    context.fillStyle = hex(model.stale ? palette.muted : palette.asText(curve.colour));
    context.font = pen.font(curve.strong);
    context.fillText(curve.label ?? '', right + (moved ? 11 : 6), place);
  }
}

function drawCursorMark(pen: Pen, name: string, value: number | undefined): void {
  if (value === undefined) return;
  const { context, palette, left, right, top, bottom } = pen;
  const x = pen.px(value);
  if (x < left || x > right) return;
  context.strokeStyle = hex(palette.ink);
  context.lineWidth = 1;
  context.setLineDash(cursorDash);
  line(pen, x, top + 14, x, bottom);
  context.setLineDash([]);
  context.fillStyle = hex(palette.ink);
  context.fillRect(x - 7, top, 14, 14);
  context.fillStyle = hex(palette.paper);
  context.textAlign = 'center';
  context.font = pen.font(true);
  context.fillText(name, x, top + 7.5);
}
