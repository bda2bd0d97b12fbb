/** What the sensitivity table says: which coefficients the measures and curves of a study depend on, strongest first. */
import type { Problem, SourceRange } from '../../../solver/problem.js';
import type { Sensitivities, Sensitivity } from '../../../solver/sensitivity/index.js';
import { overlaps } from '../views/highlight.js';
import { fixed, minus, nbsp } from '../format/number.js';
import { plain } from '../format/text.js';
import { nameOfLabel } from '../figures/names.js';
import { say } from '../words/say.js';

export interface SensitivityRow {
  readonly name: string;
  readonly block: string;
  readonly origin: SourceRange | undefined;
  /** `+1 %` or `+1 K`. */
  readonly step: string;
  readonly cells: readonly string[];
  /** The editor's cursor is on it. */
  readonly current: boolean;
}
export interface SensitivityTable {
  readonly head: readonly string[];
  readonly rows: readonly SensitivityRow[];
  /** Names of the coefficients that change nothing. */
  readonly without: readonly string[];
}

/** Below this change in per cent a coefficient does not count: half of the last digit that is shown. */
const least = 0.005;
const mostMeasures = 3;
const mostRows = 12;

export function sensitivityTable(found: Sensitivities, problem: Problem, cursor: SourceRange | null): SensitivityTable {
  const measures = problem.measures.map((m) => m.name).filter((name) => found.coefficients.some((c) => name in c.measures));
  const shown = measures.slice(0, mostMeasures);
  const hasCurves = found.coefficients.some((c) => Object.keys(c.series).length > 0);
  const current = coefficientAt(found, cursor);
  const effects = found.coefficients
    .map((c) => ({ c, changes: shown.map((name) => changeOf(c.measures[name] ?? NaN, c)), curves: changeOf(largestOf(c), c) }))
    .map((e) => ({ ...e, most: Math.max(...e.changes.map((v) => Math.abs(Number.isNaN(v) ? 0 : v)), e.curves) }))
    .sort((a, b) => b.most - a.most);
  const counting = effects.filter((e) => e.most >= least || e.c === current).slice(0, mostRows);
  return {
    head: [
      say.coefficient,
      say.step,
      ...shown.map((name) => plain(nameOfLabel(name, problem).title).replace(/,.*$/, '')),
      ...(hasCurves ? [say.curvesAtMost] : []),
    ],
    rows: counting.map(({ c, changes, curves }) => ({
      name: c.name,
      block: c.block,
      origin: c.places[0],
      step: stepOf(c),
      cells: [...changes.map(signed), ...(hasCurves ? [`${fixed(curves, 2)}${nbsp}%`] : [])],
      current: c === current,
    })),
    without: effects
      .filter((e) => !counting.includes(e) && e.most < least)
      .map(({ c }) => (c.block === '' ? c.name : say.ofBlock(c.name, c.block))),
  };
}

/** The coefficient whose statement the cursor stands in; the shortest one where statements contain each other. */
export function coefficientAt(found: Sensitivities | null, cursor: SourceRange | null): Sensitivity | undefined {
  if (!found || !cursor) return undefined;
  const lines = (place: SourceRange): number => place.end.line - place.start.line;
  const hits = found.coefficients.flatMap((c) =>
    c.places.filter((place) => overlaps(place, cursor)).map((place) => ({ c, lines: lines(place) })),
  );
  return hits.sort((a, b) => a.lines - b.lines)[0]?.c;
}

export const stepOf = (c: Sensitivity): string => (c.moved === 'by kelvins' ? `+1${nbsp}K` : `+1${nbsp}%`);
/** Change in per cent for one step. */
const changeOf = (sensitivity: number, c: Sensitivity): number => (c.moved === 'by kelvins' ? 100 : 1) * sensitivity;
const largestOf = (c: Sensitivity): number => Object.values(c.series).reduce((most, s) => Math.max(most, s.largest), 0);
/** Largest change of the curves of one plot for one step, in per cent of their range. */
export const changeOfPlot = (c: Sensitivity, plot: number): number =>
  changeOf(
    Object.entries(c.series).reduce((most, [key, s]) => (key.startsWith(`${plot}/`) ? Math.max(most, s.largest) : most), 0),
    c,
  );

const signed = (percent: number): string => {
  if (Number.isNaN(percent)) return '';
  const rounded = Math.abs(percent) < least ? 0 : percent;
  return `${rounded > 0 ? '+' : rounded < 0 ? minus : ''}${fixed(Math.abs(rounded), 2)}${nbsp}%`;
};
