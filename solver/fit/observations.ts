/** The data of a fit beside the measure that it shows: at which time and place each value was taken. */
import type { Formula, Functional } from '../formula.js';
import type { Reason } from '../outcome.js';
import type { DataColumn, FitStudy, Problem, SteadyStudy, TransientStudy } from '../problem.js';
import { reason } from '../study/reasons.js';

export interface Observation {
  /** [s]; null is the state at the end of the study. */
  readonly time: number | null;
  /** The measure, with the coordinate of this value in it. */
  readonly formula: Formula;
}
export interface Observations {
  readonly each: readonly Observation[];
  readonly measured: Float64Array;
  /** Standard uncertainties as stated; undefined when none are. */
  readonly sigma?: Float64Array;
  /** `t`, a coordinate, or `row` where only values are given. */
  readonly abscissa: string;
  readonly at: Float64Array;
}

const axes = ['x', 'y', 'r', 'z'] as const;
type CoordinateAxis = (typeof axes)[number];

export function observationsOf(problem: Problem, fit: FitStudy, of: SteadyStudy | TransientStudy): Observations | Reason {
  const refuse = (message: string, suggestion: string) => reason('run/data', message, suggestion, fit.origin);
  const data = problem.data.find((d) => d.name === fit.observations);
  const measure = problem.measures.find((m) => m.name === fit.observe);
  if (!data) return refuse(`${fit.name} has no data called ${fit.observations}`, 'name a data block in `observations`');
  if (!measure) return refuse(`${fit.name} observes ${fit.observe}, which is not a measure`, 'name a measure in `observe`');
  const column = (name: string): DataColumn | undefined => data.columns.find((c) => c.name === name);
  const observed = column(fit.observe);
  if (!observed)
    return refuse(
      `the data ${data.name} have no column for ${fit.observe}`,
      `write column(${fit.observe}) = "…" with the title of the column in the file`,
    );
  const time = column('t');
  const axis = axes.find((name) => column(name));
  const place = axis && column(axis);
  if (time && of.kind === 'steady')
    return refuse(`${of.name} is steady, but the data ${data.name} have a time t`, 'fit a transient, or take the column t out');
  const reads = axes.find((name) => readsCoordinate(measure.formula, name));
  if (axis && !readsCoordinate(measure.formula, axis))
    return refuse(
      `the data ${data.name} are over ${axis}, but ${fit.observe} does not depend on ${axis}`,
      `take the measure at the place of each value: value(…, ${axis} = ${axis})`,
    );
  if (reads && !place)
    return refuse(`${fit.observe} depends on ${reads}, but the data ${data.name} have no column ${reads}`, `add a column ${reads} [m]`);
  if (!time && of.kind === 'transient' && !place)
    return refuse(`${of.name} runs in time, but the data ${data.name} have no column t`, 'add a column t [s], or fit a steady study');
  const count = observed.values.length;
  const rows = Array.from({ length: count }, (_, i) => i);
  const cells = [observed, time, place].flatMap((c) => (c ? [...c.values, ...(c.uncertainty ?? [])] : []));
  if (cells.some((v) => !Number.isFinite(v)))
    return refuse(`the data ${data.name} have a cell that is no finite number`, 'take the row out');
  const early = time?.values.find((t) => t < 0);
  if (early !== undefined)
    return refuse(
      `the data ${data.name} begin at ${early} s, before ${of.name} does`,
      'count the time of the data from the start of the study',
    );
  const atPlace = new Map<number, Formula>();
  const formulaAt = (x: number): Formula => {
    const formula = atPlace.get(x) ?? withCoordinate(measure.formula, axis!, x);
    atPlace.set(x, formula);
    return formula;
  };
  const overTime = time && (!place || time.values.some((t) => t !== time.values[0]));
  return {
    each: rows.map((i) => ({ time: time ? time.values[i]! : null, formula: place ? formulaAt(place.values[i]!) : measure.formula })),
    measured: Float64Array.from(observed.values),
    sigma: observed.uncertainty && Float64Array.from(observed.uncertainty),
    abscissa: overTime ? 't' : (axis ?? 'row'),
    at: Float64Array.from(overTime ? time.values : (place?.values ?? rows.map((i) => i + 1))),
  };
}

/** A measure that has a value only where data give the place. */
export const readsPlace = (formula: Formula): boolean => axes.some((axis) => readsCoordinate(formula, axis));

/** Does a coordinate stand where a measure reads the value at a place (`value(T, x = x)`), or outside of functionals? */
function readsCoordinate(formula: Formula, axis: CoordinateAxis): boolean {
  let found = false;
  replaceCoordinate(formula, axis, () => {
    found = true;
    return { kind: 'number', value: 0 };
  });
  return found;
}
const withCoordinate = (formula: Formula, axis: CoordinateAxis, value: number): Formula =>
  replaceCoordinate(formula, axis, () => ({ kind: 'number', value }));

/** Inside of a functional a coordinate is the one that is integrated over; in its place it is that of the data. */
function replaceCoordinate(formula: Formula, axis: CoordinateAxis, by: () => Formula): Formula {
  const visit = (f: Formula): Formula => replaceCoordinate(f, axis, by);
  switch (formula.kind) {
    case 'coordinate':
      return formula.axis === axis ? by() : formula;
    case 'operator':
      return { ...formula, operands: formula.operands.map(visit) };
    case 'call':
      return { ...formula, arguments: formula.arguments.map(visit) };
    case 'table':
      return { ...formula, argument: visit(formula.argument) };
    case 'functional':
      return { ...formula, functional: atPlace(formula.functional, visit) };
    default:
      return formula;
  }
}
function atPlace(functional: Functional, visit: (f: Formula) => Formula): Functional {
  if (functional.kind !== 'value' || functional.place.kind !== 'point') return functional;
  const coordinates = Object.fromEntries(Object.entries(functional.place.coordinates).map(([axis, f]) => [axis, visit(f)]));
  return { ...functional, place: { kind: 'point', coordinates } };
}
