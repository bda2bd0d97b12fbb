/** Plots: what is drawn, over what, of which studies, when or where. */
import type { Formula } from '../../solver/formula.js';
import type { Plot, PlotSeries } from '../../solver/problem.js';
import { dimensionless } from '../../solver/quantities/dimension.js';
import { isShape, shapes } from '../catalogue/places.js';
import { Depends } from '../check/dependence.js';
import { isPlaceName } from '../check/rules/places.js';
import type * as ast from '../generated/ast.js';
import { siUnit } from '../units/spelling.js';
import { placeOf } from './calls.js';
import { lowerFormula } from './formula.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

export function lowerPlot(plot: ast.Plot, geometry: ast.Geometry, lowering: Lowering): Plot | undefined {
  const over = axisOf(plot, geometry, lowering);
  if (!over) return undefined;
  const profile = over === 'x' || over === 'y' || over === 'r';
  return {
    series: plot.series.flatMap((series) => (over === 't' ? seriesAtPlaces(series, plot, lowering) : [lowerSeries(series, lowering)])),
    over,
    of: plot.studies.map((study) => study.$refText),
    at: profile ? plot.places.map((place) => momentOf(place, lowering)) : [],
    origin: originOf(plot),
  };
}

/** `end` is null. */
export const momentOf = (place: ast.Argument, lowering: Lowering): Formula | null =>
  isEnd(place) ? null : lowerFormula(place.value, lowering);
const isEnd = (place: ast.Argument): boolean =>
  place.value.$type === 'Ref' && isPlaceName(place.value) && place.value.target.$refText === 'end';

/** As stated; else the coordinate for what varies in space, and time for the rest. */
function axisOf(plot: ast.Plot, geometry: ast.Geometry, lowering: Lowering): Plot['over'] | undefined {
  const { axis } = plot;
  if (!axis) {
    const local = plot.series.some((series) => isLocal(series, lowering));
    return local && isShape(geometry.shape) ? (shapes[geometry.shape].axes[0] as 'x' | 'r') : 't';
  }
  if (axis.$type === 'Ref') {
    const name = axis.target.$refText;
    if (axis.target.ref?.$type === 'Param') return { parameter: lowering.parameterName(axis.target.ref) };
    if (name === 'x' || name === 'y' || name === 'r' || name === 't') return name;
  }
  lowering.problem('name/misplaced', `A plot is over t, x, y, r or a param, not over ${axis.$cstNode?.text ?? 'this'}.`, originOf(axis));
  return undefined;
}
const isLocal = (series: ast.Expr, lowering: Lowering): boolean =>
  (lowering.check.dependenceOf(series) & (Depends.state | Depends.place)) !== 0;

function lowerSeries(series: ast.Expr, lowering: Lowering): PlotSeries {
  return {
    label: labelOf(series),
    formula: lowerFormula(series, lowering),
    unit: siUnit(lowering.check.typeOf(series)?.dimension ?? dimensionless),
    measure: series.$type === 'Ref' && series.target.ref?.$type === 'Measure' ? series.target.ref.name : undefined,
    origin: originOf(series),
  };
}
const labelOf = (series: ast.Expr): string => (series.$cstNode?.text ?? '').replace(/\s+/g, ' ');

/** A field over time is drawn at each place that is named; a measure needs none. */
function seriesAtPlaces(series: ast.Expr, plot: ast.Plot, lowering: Lowering): PlotSeries[] {
  const plain = lowerSeries(series, lowering);
  if (!isLocal(series, lowering)) return [plain];
  if (plot.places.length === 0) {
    lowering.problem('missing/place', `${plain.label} varies in space: say where it is drawn over t, for example at left.`, plain.origin);
    return [];
  }
  return plot.places.map((place) => ({
    ...plain,
    label: `${plain.label} at ${place.$cstNode?.text ?? ''}`,
    formula: { kind: 'functional', functional: { kind: 'value', of: plain.formula, place: placeOf([place], lowering) } },
  }));
}
