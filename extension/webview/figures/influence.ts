/** The coefficient at the editor's cursor in a figure: a band between the curves that a smaller and a larger value would give. */
import type { Sensitivities } from '../../../solver/sensitivity/index.js';
import type { SourceRange } from '../../../solver/problem.js';
import { changeOfPlot, coefficientAt, stepOf } from '../report/sensitivity.js';
import { fixed, nbsp } from '../format/number.js';
import type { Curve, Figure, LineFigure } from './figure.js';
import { say } from '../words/say.js';

/** Half width of the band: what this relative change, or this many kelvins, would do. */
const share = 0.1;
const kelvins = 1;
/** A plot that changes less than this is not pointed out [% of its range for one step]. */
const least = 0.005;

export interface Influenced {
  readonly figure: Figure;
  readonly isInfluenced: boolean;
}

export function influenced(figure: Figure, found: Sensitivities | null, cursor: SourceRange | null): Influenced {
  const plot = /^plot(\d+)$/.exec(figure.id)?.[1];
  const coefficient = coefficientAt(found, cursor);
  if (figure.kind !== 'lines' || plot === undefined || !coefficient) return { figure, isInfluenced: false };
  const change = changeOfPlot(coefficient, Number(plot));
  if (!(change >= least)) return { figure, isInfluenced: false };
  const isKelvins = coefficient.moved === 'by kelvins';
  const width = isKelvins ? kelvins : share;
  const bandName = isKelvins ? `${coefficient.name} ±${nbsp}${kelvins}${nbsp}K` : `${coefficient.name} ±${nbsp}${100 * share}${nbsp}%`;
  const alone = figure.curves.filter((c) => c.role === 'run').length === 1 || figure.curves.every((c) => c.drawnFrom?.line !== undefined);
  const curves = figure.curves.map((curve): Curve => {
    // One band at a time: that of the stated uncertainties makes room.
    if (curve.role !== 'run' || !curve.drawnFrom || !(alone || curve.strong))
      return curve.drawnFrom ? { ...curve, band: undefined } : curve;
    const { key, time, line } = curve.drawnFrom;
    const series = coefficient.series[key];
    const slope = line !== undefined ? series?.values[line] : series?.values[series.times.findIndex((t) => isSameTime(t, time ?? null))];
    if (!slope || slope.length !== curve.y.length) return curve;
    return { ...curve, band: slope.map((d) => width * Math.abs(d)), bandName };
  });
  const note = say.changesCurves(stepOf(coefficient), coefficient.name, `${fixed(change, 2)}${nbsp}%`);
  return { figure: { ...figure, curves, note } satisfies LineFigure, isInfluenced: true };
}

const isSameTime = (a: number | null, b: number | null): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b)));
