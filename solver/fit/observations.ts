/** The data of a fit beside the measure that it shows: at which time, place and parameters each value was taken. */
import type { Formula } from '../formula.js';
import type { Reason } from '../outcome.js';
import type { DataColumn, DataSet, FitStudy, Measure, Problem, SteadyStudy, TransientStudy } from '../problem.js';
import { reason } from '../study/reasons.js';
import { numeral } from '../quantities/numeral.js';
import { axes, coordinateIs, equationsUse, parametersAre, readsCoordinate, replaced } from './conditions.js';

export interface Observation {
  /** [s]; null is the state at the end of the study. */
  readonly time: number | null;
  /** The measure, with what the data give for this value in it. */
  readonly formula: Formula;
  /** Number of the group of values that one solution serves. */
  readonly group: number;
}
export interface Observations {
  readonly each: readonly Observation[];
  readonly measured: Float64Array;
  /** Standard uncertainties as stated; undefined when none are. */
  readonly sigma?: Float64Array;
  /** `t`, a coordinate, a parameter, or `row` where only values are given. */
  readonly abscissa: string;
  readonly at: Float64Array;
  /** Per group: parameters of the equations that its values were measured at [SI]. */
  readonly groups: readonly Readonly<Record<string, number>>[];
}

interface Columns {
  readonly data: DataSet;
  readonly measure: Measure;
  readonly observed: DataColumn;
  readonly time?: DataColumn;
  readonly place?: DataColumn & { readonly name: (typeof axes)[number] };
  readonly conditions: readonly DataColumn[];
}

/** Every value is predicted in every solve: more of them take minutes and gigabytes, and tell no more than their averages. */
const mostValues = 100_000;
/** The square of a larger value is no number. */
const largestValue = 1e150;

export function observationsOf(problem: Problem, fit: FitStudy, of: SteadyStudy | TransientStudy): Observations | Reason {
  const columns = columnsOf(problem, fit);
  if ('code' in columns) return columns;
  const refused = mismatch(fit, of, columns);
  if (refused) return refused;
  const { measure, observed, time, place, conditions } = columns;
  const felt = conditions.filter((c) => equationsUse(problem, c.name));
  const groups: Record<string, number>[] = [];
  const groupOf = new Map<string, number>();
  const formulas = new Map<string, Formula>();
  const each = Array.from(observed.values, (_, i): Observation => {
    const given = (list: readonly DataColumn[]) => Object.fromEntries(list.map((c) => [c.name, c.values[i]!]));
    const felts = given(felt);
    const key = JSON.stringify(felts);
    if (!groupOf.has(key)) groupOf.set(key, groups.push(felts) - 1);
    const row = given(place ? [...conditions, place] : conditions);
    const rowKey = JSON.stringify(row);
    const atPlace = place ? replaced(measure.formula, coordinateIs(place.name, place.values[i]!)) : measure.formula;
    const formula = formulas.get(rowKey) ?? replaced(atPlace, parametersAre(given(conditions)));
    formulas.set(rowKey, formula);
    return { time: time ? time.values[i]! : null, formula, group: groupOf.get(key)! };
  });
  const other = place ?? conditions[0];
  const abscissa = time && (!other || time.values.some((t) => t !== time.values[0])) ? time : other;
  return {
    each,
    measured: Float64Array.from(observed.values),
    sigma: observed.uncertainty && Float64Array.from(observed.uncertainty),
    abscissa: abscissa?.name ?? 'row',
    at: Float64Array.from(abscissa?.values ?? observed.values.map((_, i) => i + 1)),
    groups,
  };
}

function columnsOf(problem: Problem, fit: FitStudy): Columns | Reason {
  const refuse = refusing(fit);
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
  const axis = axes.find((name) => column(name));
  return {
    data,
    measure,
    observed,
    time: column('t'),
    place: axis && { ...column(axis)!, name: axis },
    conditions: data.columns.filter((c) => problem.parameters.some((p) => p.name === c.name)),
  };
}

/** Why the data and the study do not belong together. */
function mismatch(fit: FitStudy, of: SteadyStudy | TransientStudy, columns: Columns): Reason | undefined {
  const refuse = refusing(fit);
  const { data, measure, observed, time, place, conditions } = columns;
  if (time && of.kind === 'steady')
    return refuse(`${of.name} is steady, but the data ${data.name} have a time t`, 'fit a transient, or take the column t out');
  if (place && !readsCoordinate(measure.formula, place.name))
    return refuse(
      `the data ${data.name} are over ${place.name}, but ${fit.observe} does not depend on ${place.name}`,
      `take the measure at the place of each value: value(…, ${place.name} = ${place.name})`,
    );
  const reads = axes.find((name) => readsCoordinate(measure.formula, name));
  if (reads && !place)
    return refuse(`${fit.observe} depends on ${reads}, but the data ${data.name} have no column ${reads}`, `add a column ${reads} [m]`);
  if (!time && of.kind === 'transient' && !place && conditions.length === 0)
    return refuse(`${of.name} runs in time, but the data ${data.name} have no column t`, 'add a column t [s], or fit a steady study');
  const both = conditions.find((c) => fit.vary.some((v) => v.parameter === c.name));
  if (both)
    return refuse(`${both.name} is varied by ${fit.name} and given by the data ${data.name}`, `take vary(${both.name}) or its column out`);
  const finite = (values: readonly number[] = []) => values.every(Number.isFinite);
  if (![observed, time, place, ...conditions].every((c) => !c || (finite(c.values) && finite(c.uncertainty))))
    return refuse(`the data ${data.name} have a cell that is no finite number`, 'take the row out');
  const huge = observed.values.find((v) => Math.abs(v) > largestValue);
  if (huge !== undefined)
    return refuse(
      `the data ${data.name} have a value of ${numeral(huge)} for ${observed.name}, which no fit can come near`,
      'take the row out',
    );
  if (observed.values.length > mostValues)
    return refuse(
      `the data ${data.name} have ${observed.values.length} values, and a fit takes up to ${mostValues}`,
      'average neighbouring rows into one: values much closer together than the measure changes tell no more than their average',
    );
  const early = time?.values.find((t) => t < 0);
  if (early === undefined) return undefined;
  return refuse(
    `the data ${data.name} begin at ${early} s, before ${of.name} does`,
    'count the time of the data from the start of the study',
  );
}

const refusing = (fit: FitStudy) => (message: string, suggestion: string) => reason('run/data', message, suggestion, fit.origin);
