/** Comma-separated tables whose header names columns with units: `t [s],separation [1]`. */
import type { FieldOutcome, FitOutcome, MeasureValues, Outcome, SweepOutcome } from '../../solver/outcome.js';

import { hasResult } from './run.js';

type Cell = number | null | string;

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
/** Shortest text that reads back as the same number; empty for what is not known. */
const cell = (value: Cell): string =>
  typeof value === 'string' ? quoted(value) : value !== null && Number.isFinite(value) ? String(value) : '';
const table = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header.map(quoted).join(','), ...rows.map((row) => row.map(cell).join(','))].map((line) => `${line}\n`).join('');

const column = (name: string, unit: string): string => `${name} [${unit}]`;

type Series = readonly [header: string, values: Float64Array];
/** Each measure, followed by the standard uncertainty that numbers stated with `±` leave to it, where they do. */
const measureColumns = (measures: Readonly<Record<string, MeasureValues>>): readonly Series[] =>
  Object.entries(measures).flatMap(([name, { unit, values, propagated }]): Series[] => [
    [column(name, unit), values],
    ...(propagated ? [[column(`${name} uncertainty`, unit), propagated] as const] : []),
  ]);

/** Measures: one row per output time, or per case of a sweep. */
export function measuresCsv(outcome: Outcome): string {
  if (outcome.kind === 'fit') return fitCsv(outcome);
  const columns = measureColumns(outcome.measures);
  if (outcome.kind === 'sweep') return sweepCsv(outcome, columns);
  return table(
    [column('t', 's'), ...columns.map(([header]) => header)],
    (hasResult(outcome) ? outcome.times : []).map((t, i) => [t, ...columns.map(([, values]) => values[i] ?? null)]),
  );
}

function sweepCsv(outcome: SweepOutcome, columns: readonly Series[]): string {
  const parameters = Object.entries(outcome.parameters);
  const cases = parameters[0]?.[1].values.length ?? 0;
  return table(
    [
      ...parameters.map(([name, p]) => column(name, p.unit)),
      ...columns.map(([header]) => header),
      ...(outcome.interpolated ? ['interpolated'] : []),
    ],
    Array.from({ length: cases }, (_, i) => [
      ...parameters.map(([, p]) => p.values[i] ?? null),
      ...columns.map(([, values]) => values[i] ?? null),
      ...(outcome.interpolated ? [Number(outcome.interpolated[i])] : []),
    ]),
  );
}

function fitCsv(outcome: FitOutcome): string {
  const parameters = Object.entries(outcome.parameters);
  const stated = parameters.some(([, p]) => p.propagated !== undefined);
  return table(
    ['parameter', 'value', 'standard error', ...(stated ? ['uncertainty from stated numbers'] : []), 'unit'],
    parameters.map(([name, p]) => [name, p.value, p.standardError, ...(stated ? [p.propagated ?? null] : []), p.unit]),
  );
}

/** Fields in long form: one row per time and place. */
export function fieldsCsv(outcome: FieldOutcome): string {
  const fields = Object.entries(outcome.fields);
  const place = Array.from(outcome.coordinate.values);
  return table(
    [column('t', 's'), column(outcome.coordinate.axis, 'm'), ...fields.map(([name, f]) => column(name, f.unit))],
    (hasResult(outcome) ? outcome.times : []).flatMap((t, k) =>
      place.map((x, i) => [t, x, ...fields.map(([, f]) => f.values[k]?.[i] ?? null)]),
    ),
  );
}

export function csv(outcomes: readonly Outcome[], withFields: boolean): string {
  return outcomes
    .map((outcome) => {
      const text = withFields && (outcome.kind === 'steady' || outcome.kind === 'transient') ? fieldsCsv(outcome) : measuresCsv(outcome);
      return outcomes.length > 1 ? `# ${outcome.study} (${outcome.kind}, ${outcome.status})\n${text}` : text;
    })
    .join('\n');
}
