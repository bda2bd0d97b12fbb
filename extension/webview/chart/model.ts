/** What one chart draws: a figure with the person's choices applied, in shown units. */
import type { Curve, Guide, LineFigure, Points } from '../figures/figure.js';
import { fromUnit, toUnit, type Unit } from '../format/unit.js';
import type { PlotOptions } from '../state/state.js';
import type { Palette } from '../theme/palette.js';
import type { Rgb } from '../theme/colour.js';
import { inkColour, pointColour } from './ink.js';
import { padded, scaleOf, xExtent, yExtent, type AxisScale, type Extent } from './scale.js';

export interface ShownCurve extends Curve {
  readonly colour: Rgb;
  readonly hidden: boolean;
  /** Half width of the band, shown unit. */
  readonly band?: Float64Array;
}
export interface ShownPoints extends Points {
  readonly colour: Rgb;
  readonly hidden: boolean;
}
export interface ChartModel {
  readonly x: AxisScale;
  readonly y: AxisScale;
  readonly curves: readonly ShownCurve[];
  readonly points: readonly ShownPoints[];
  readonly guides: readonly Guide[];
  /** Visible ranges, shown units. */
  readonly rangeX: Extent;
  readonly rangeY: Extent;
  readonly zoomed: boolean;
  /** The zoomed window holds no point of any visible curve. */
  readonly lost: boolean;
  readonly a?: number;
  readonly b?: number;
  readonly palette: Palette;
  readonly stale: boolean;
  /** Ticks without numbers: the panel below carries them. */
  readonly bareX?: boolean;
  readonly labels: boolean;
  /** Ticks of the value axis that are chosen and not computed. */
  readonly ticksY?: readonly number[];
  /** Least width of the value axis [px], so that panels line up. */
  readonly axisWidth?: number;
}

const convert = (values: ArrayLike<number | null>, unit: Unit, log: boolean): (number | null)[] =>
  Array.from({ length: values.length }, (_, i) => {
    const v = values[i];
    if (v === null || v === undefined || !Number.isFinite(v)) return null;
    const shown = toUnit(v, unit);
    return log && shown <= 0 ? null : shown;
  });
const numbers = (values: ArrayLike<number>, unit: Unit): Float64Array =>
  Float64Array.from({ length: values.length }, (_, i) => toUnit(values[i] ?? NaN, unit));
const widths = (values: ArrayLike<number>, unit: Unit): Float64Array =>
  Float64Array.from({ length: values.length }, (_, i) => (values[i] ?? 0) / unit.factor);

export function chartModel(figure: LineFigure, options: PlotOptions, palette: Palette, stale: boolean, celsius: boolean): ChartModel {
  const hidden = options.hidden ?? [];
  const x = scaleOf(figure.x, xExtent(figure), options.unitX, options.logX ?? false, celsius);
  const siY = yExtent(figure, hidden);
  const y = scaleOf(figure.y, siY, options.unitY, options.logY ?? false, celsius);
  const fade = (colour: Rgb): Rgb => (stale ? palette.asStale(colour) : colour);
  const converted = new Map<ArrayLike<number>, (number | null)[]>();
  const abscissae = (values: ArrayLike<number>): (number | null)[] => {
    const known = converted.get(values) ?? convert(values, x.unit, x.log);
    converted.set(values, known);
    return known;
  };
  const curves = figure.curves.map((curve): ShownCurve => {
    const at = abscissae(curve.x);
    const keep = x.log ? at.flatMap((v, i) => (v === null ? [] : [i])) : null;
    const ys = convert(curve.y, y.unit, y.log);
    return {
      ...curve,
      x: keep ? keep.map((i) => at[i] ?? 0) : (at as number[]),
      y: keep ? keep.map((i) => ys[i] ?? null) : ys,
      band: curve.band ? widths(curve.band, y.unit) : undefined,
      colour: fade(inkColour(curve.ink, palette)),
      hidden: hidden.includes(curve.id),
    };
  });
  const points = figure.points.map(
    (p): ShownPoints => ({
      ...p,
      x: numbers(p.x, x.unit),
      y: numbers(p.y, y.unit),
      ...(p.sigma ? { sigma: widths(p.sigma, y.unit) } : {}),
      colour: fade(pointColour(p.ink, palette)),
      hidden: hidden.includes(p.id),
    }),
  );
  const zoomX = options.zoom?.x;
  const zoomY = options.zoom?.y;
  const fullX: Extent = x.log ? positive(curves, points, x.full) : x.full;
  const rangeX: Extent = zoomX
    ? [toUnit(zoomX[0], x.unit), toUnit(zoomX[1], x.unit)]
    : widened(
        fullX,
        points.some((p) => p.sigma !== undefined || p.stems),
        x.log,
      );
  const rangeY: Extent = zoomY
    ? [toUnit(zoomY[0], y.unit), toUnit(zoomY[1], y.unit)]
    : autoY(curves, points, figure.guides, y, rangeX, zoomX !== undefined);
  return {
    x,
    y,
    curves,
    points,
    guides: figure.guides.map((g) => ({ ...g, value: toUnit(g.value, (g.axis === 'x' ? x : y).unit) })),
    rangeX,
    rangeY,
    zoomed: zoomX !== undefined || zoomY !== undefined,
    lost: (zoomX !== undefined || zoomY !== undefined) && !anyVisible(curves, points, rangeX, rangeY),
    a: options.a === undefined ? undefined : toUnit(options.a, x.unit),
    b: options.b === undefined ? undefined : toUnit(options.b, x.unit),
    palette,
    stale,
    labels: true,
  };
}

/** The range of the abscissae: from zero when they start near it, with room for markers at the end, never without width. */
function widened([low, high]: Extent, marked: boolean, log: boolean): Extent {
  if (!(high > low)) return [low - 0.5 * (Math.abs(low) || 1), high + 0.5 * (Math.abs(high) || 1)];
  if (log) return [low, high];
  return [low > 0 && low < 0.1 * high ? 0 : low, marked ? high + 0.02 * (high - low) : high];
}

function positive(curves: readonly ShownCurve[], points: readonly ShownPoints[], full: Extent): Extent {
  let low = Infinity;
  for (const list of [...curves.map((c) => c.x), ...points.map((p) => p.x)])
    for (let i = 0; i < list.length; i++) if ((list[i] ?? 0) > 0) low = Math.min(low, list[i] ?? low);
  return [Number.isFinite(low) ? low : full[1] / 1000, full[1]];
}

/** Range of what is visible between the ends of x. */
function autoY(
  curves: readonly ShownCurve[],
  points: readonly ShownPoints[],
  guides: readonly Guide[],
  y: AxisScale,
  [from, to]: Extent,
  zoomed: boolean,
): Extent {
  let low = Infinity;
  let high = -Infinity;
  const see = (v: number | null | undefined): void => {
    if (v === null || v === undefined || !Number.isFinite(v) || (y.log && v <= 0)) return;
    low = Math.min(low, v);
    high = Math.max(high, v);
  };
  for (const c of curves)
    if (!c.hidden)
      for (let i = 0; i < c.x.length; i++) {
        const at = c.x[i] ?? 0;
        if (zoomed && (at < from || at > to)) continue;
        const v = c.y[i];
        const half = c.band?.[i] ?? 0;
        if (v === null || v === undefined) continue;
        see(v + half);
        see(v - half);
      }
  for (const p of points)
    if (!p.hidden)
      for (let i = 0; i < p.x.length; i++) {
        const at = p.x[i] ?? 0;
        if (zoomed && (at < from || at > to)) continue;
        see((p.y[i] ?? NaN) + (p.sigma?.[i] ?? 0));
        see((p.y[i] ?? NaN) - (p.sigma?.[i] ?? 0));
      }
  for (const g of guides) if (g.axis === 'y') see(toUnit(g.value, y.unit));
  return low <= high ? padded([low, high], y.log, (y.axis.noise ?? 0) / y.unit.factor) : [0, 1];
}

function anyVisible(curves: readonly ShownCurve[], points: readonly ShownPoints[], x: Extent, y: Extent): boolean {
  const inside = (list: { readonly x: ArrayLike<number>; readonly y: ArrayLike<number | null> }): boolean => {
    for (let i = 0; i < list.x.length; i++) {
      const at = list.x[i] ?? NaN;
      const v = list.y[i] ?? NaN;
      if (at >= x[0] && at <= x[1] && v >= y[0] && v <= y[1]) return true;
    }
    return false;
  };
  return curves.some((c) => !c.hidden && inside(c)) || points.some((p) => !p.hidden && inside(p));
}

export const toSi = (scale: AxisScale, shown: number): number => fromUnit(shown, scale.unit);
