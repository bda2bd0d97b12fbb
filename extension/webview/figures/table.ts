/** The figure in numbers, for those who read rather than look, in the units of its axes. */
import type { Figure, LineFigure } from './figure.js';
import { plain } from '../format/text.js';
import { decimalsOf, fixed, scientific, significant } from '../format/number.js';
import { toUnit, unitSuffix, type Unit } from '../format/unit.js';
import { valueAt } from '../chart/align.js';
import { say } from '../words/say.js';

export interface Table {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Rows that a person reads; the exports hold every point. */
const mostRows = 41;
const heading = (words: string, unit: string): string => (unit === '' ? words : `${words} (${unit})`);
const si = (text: string): Unit => ({ text, factor: 1, offset: 0 });

export function tableOf(figure: Figure, x?: Unit, y?: Unit): Table {
  switch (figure.kind) {
    case 'lines':
      return linesTable(figure, x ?? si(figure.x.unit), y ?? si(figure.y.unit));
    case 'map': {
      const columns = spread(figure.grid().places.length, 5);
      const printed = printer(Array.from(figure.grid().values), 1e4);
      return {
        head: [
          heading(plain(figure.t.symbol), figure.t.unit),
          ...columns.map((i) => `${plain(figure.x.symbol)} = ${significant(figure.grid().places[i] ?? NaN)} ${figure.x.unit}`),
        ],
        rows: spread(figure.grid().times.length, 21).map((j) => [
          significant(figure.grid().times[j] ?? NaN),
          ...columns.map((i) => printed(figure.grid().values[j * figure.grid().places.length + i] ?? null)),
        ]),
      };
    }
    case 'matrix':
      return {
        head: ['', ...figure.names],
        rows: figure.names.map((name, i) => [name, ...(figure.entries[i] ?? []).map((e) => `${scientific(e.value, 3)} ${e.unit}`)]),
      };
    case 'spectrum':
      return { head: [say.eigenvalue, say.value], rows: figure.values.map((v, i) => [`λ${i + 1}`, significant(v, 6)]) };
    case 'ellipse': {
      const [a, b] = figure.centre;
      const [sa, sb] = figure.standardErrors;
      return {
        head: [say.parameter, say.value, say.standardError],
        rows: [
          [plain(figure.x.symbol), significant(a, 6), significant(sa, 3)],
          [plain(figure.y.symbol), significant(b, 6), significant(sb, 3)],
          [say.correlation, fixed(figure.correlation, 4), ''],
        ],
      };
    }
  }
}

/** `count` indices from the first to the last. */
const spread = (length: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, i) => Math.round((i * (length - 1)) / (count - 1)));

function linesTable(figure: LineFigure, x: Unit, y: Unit): Table {
  const lines = [...figure.curves.filter((c) => c.role !== 'pinned'), ...figure.points];
  const first = figure.curves[0] ?? figure.points[0];
  const n = first?.x.length ?? 0;
  const rows = Math.min(n, mostRows);
  const places = Array.from({ length: rows }, (_, i) => Math.round((i * (n - 1)) / Math.max(1, rows - 1)));
  const at = places.map((i) => toUnit(first?.x[i] ?? 0, x));
  const columns = lines.map((line) =>
    places.map((i) => {
      const value = valueAt(line, first?.x[i] ?? 0);
      return value === null || !Number.isFinite(value) ? null : toUnit(value, y);
    }),
  );
  const printed = [printer(at, 1e3), ...columns.map(() => printer(columns.flat(), 1e4))];
  return {
    head: [heading(plain(figure.x.symbol), unitSuffix(x)), ...lines.map((line) => heading(line.name, unitSuffix(y)))],
    rows: places.map((_, row) => [at, ...columns].map((column, c) => printed[c]?.(column[row] ?? null) ?? '')),
  };
}

/** Equal decimals throughout: one part in `resolution` of the whole range is told apart. */
function printer(column: readonly (number | null)[], resolution: number): (value: number | null) => string {
  const values = column.filter((v): v is number => v !== null);
  const span = Math.max(...values) - Math.min(...values);
  const decimals = span > 0 ? decimalsOf(span / resolution) : NaN;
  return (value) => (value === null ? '' : decimals <= 9 ? fixed(value, decimals) : significant(value, 6));
}
