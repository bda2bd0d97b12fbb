/** Comma-separated tables whose header names columns with units: `t [s],separation [1]`. */
import type { FieldOutcome, FitOutcome, Outcome, SweepOutcome } from '../../solver/outcome.js';

type Cell = number | null | string;

const quoted = (text: string): string => (/[",\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
/** Shortest text that reads back as the same number. */
const cell = (value: Cell): string => (value === null ? '' : typeof value === 'number' ? String(value) : quoted(value));
const table = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  [header.map(quoted).join(','), ...rows.map((row) => row.map(cell).join(','))].map((line) => `${line}\n`).join('');

const column = (name: string, unit: string): string => `${name} [${unit}]`;

/** Measures: one row per output time, or per case of a sweep. */
export function measuresCsv(outcome: Outcome): string {
  if (outcome.kind === 'fit') return fitCsv(outcome);
  const measured = Object.entries(outcome.measures);
  const header = measured.map(([name, m]) => column(name, m.unit));
  if (outcome.kind === 'sweep') return sweepCsv(outcome, measured, header);
  return table(
    [column('t', 's'), ...header],
    outcome.times.map((t, i) => [t, ...measured.map(([, m]) => m.values[i] ?? null)]),
  );
}

function sweepCsv(outcome: SweepOutcome, measured: [string, { values: Float64Array }][], header: string[]): string {
  const parameters = Object.entries(outcome.parameters);
  const cases = parameters[0]?.[1].values.length ?? 0;
  return table(
    [...parameters.map(([name, p]) => column(name, p.unit)), ...header],
    Array.from({ length: cases }, (_, i) => [
      ...parameters.map(([, p]) => p.values[i] ?? null),
      ...measured.map(([, m]) => m.values[i] ?? null),
    ]),
  );
}

function fitCsv(outcome: FitOutcome): string {
  return table(
    ['parameter', 'value', 'standard error', 'unit'],
    Object.entries(outcome.parameters).map(([name, p]) => [name, p.value, p.standardError, p.unit]),
  );
}

/** Fields in long form: one row per time and place. */
export function fieldsCsv(outcome: FieldOutcome): string {
  const fields = Object.entries(outcome.fields);
  const place = Array.from(outcome.coordinate.values);
  return table(
    [column('t', 's'), column(outcome.coordinate.axis, 'm'), ...fields.map(([name, f]) => column(name, f.unit))],
    outcome.times.flatMap((t, k) => place.map((x, i) => [t, x, ...fields.map(([, f]) => f.values[k]?.[i] ?? null)])),
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
