/** In which unit an axis is read, over which range, and with how many digits. */
import { flatRange } from '../../../solver/observe/noise.js';
import type { AxisDescription, LineFigure } from '../figures/figure.js';
import { decimalsOf, fixed, significant } from '../format/number.js';
import { comfortableUnit, prettyUnit, toUnit, unitsOf, withSharedExponent, type Unit } from '../format/unit.js';

export interface AxisScale {
  readonly axis: AxisDescription;
  readonly unit: Unit;
  readonly choices: readonly Unit[];
  /** Whole range of the data [shown unit]. */
  readonly full: readonly [number, number];
  readonly log: boolean;
}

export type Extent = readonly [number, number];

export function extentOf(lists: readonly ArrayLike<number | null>[]): Extent {
  let low = Infinity;
  let high = -Infinity;
  for (const list of lists)
    for (let i = 0; i < list.length; i++) {
      const v = list[i];
      if (v === null || v === undefined || !Number.isFinite(v)) continue;
      if (v < low) low = v;
      if (v > high) high = v;
    }
  return low <= high ? [low, high] : [0, 1];
}

export function xExtent(figure: LineFigure): Extent {
  return extentOf([...figure.curves.map((c) => c.x), ...figure.points.map((p) => p.x), ...(figure.residuals ? [figure.residuals.x] : [])]);
}
export function yExtent(figure: LineFigure, hidden: readonly string[] = []): Extent {
  const seen = (id: string): boolean => !hidden.includes(id);
  return extentOf([
    ...figure.curves.filter((c) => seen(c.id)).flatMap((c) => (c.band ? [shift(c.y, c.band, 1), shift(c.y, c.band, -1)] : [c.y])),
    ...figure.points.filter((p) => seen(p.id)).flatMap((p) => (p.sigma ? [shift(p.y, p.sigma, 1), shift(p.y, p.sigma, -1)] : [p.y])),
    figure.guides.filter((g) => g.axis === 'y').map((g) => g.value),
  ]);
}
const shift = (y: ArrayLike<number | null>, by: ArrayLike<number>, sign: 1 | -1): number[] =>
  Array.from({ length: y.length }, (_, i) => (y[i] ?? NaN) + sign * (by[i] ?? 0));

/** `chosen` is the text of a unit that the person picked; `celsius` prefers °C for temperatures. */
export function scaleOf(axis: AxisDescription, si: Extent, chosen: string | undefined, log: boolean, celsius: boolean): AxisScale {
  const choices = choicesOf(axis);
  const size = Math.max(Math.abs(si[0]), Math.abs(si[1]));
  // Of rounding alone there is no unit to choose.
  const largest = size > (axis.noise ?? 0) ? size : 0;
  const picked = choices.find((unit) => unit.text === chosen);
  const unit = withSharedExponent(picked ?? usual(axis, choices, largest, celsius), largest);
  return { axis, unit, choices, full: [toUnit(si[0], unit), toUnit(si[1], unit)], log };
}

/** Data that come this near to zero, as a share of their largest value, are shown from zero. */
const nearZero = 0.25;

/** A little room around the data; zero stays on the edge when the data start near it; a flat line gets room to be seen as flat. */
export function padded([low, high]: Extent, log: boolean, noise = 0): [number, number] {
  if (log && low > 0) return [low / 1.1, high * 1.1];
  const span = high - low;
  const flat = flatRange(low, high, noise);
  if (flat) return [...flat];
  const room = 0.06 * span;
  if (low >= 0 && low < nearZero * high) return [0, high + room];
  if (high <= 0 && high > nearZero * low) return [low - room, 0];
  return [low - room, high + room];
}

/** A value on this axis as the readout prints it: a thousandth of the range is told apart. */
export function readout(scale: AxisScale, shown: number, range: Extent = scale.full): string {
  const span = range[1] - range[0];
  if (scale.log || !(span > 0)) return significant(shown);
  const decimals = decimalsOf(span / 1000);
  return decimals > 8 ? significant(shown) : fixed(shown, decimals);
}

/** The unit of the source first, when it is not among the usual ones. */
function choicesOf(axis: AxisDescription): readonly Unit[] {
  const usual = unitsOf(axis.unit, axis.temperaturePoint ?? false);
  const { written } = axis;
  if (!written || written.text === '' || usual.some((unit) => unit.text === prettyUnit(written.text))) return usual;
  return [{ ...written, text: prettyUnit(written.text) }, ...usual];
}

function usual(axis: AxisDescription, choices: readonly Unit[], largest: number, celsius: boolean): Unit {
  const stated = axis.written && choices.find((unit) => unit.text === prettyUnit(axis.written?.text ?? ''));
  const point = axis.temperaturePoint && celsius ? choices.find((unit) => unit.offset !== 0) : undefined;
  return stated ?? point ?? comfortableUnit(choices, largest);
}
