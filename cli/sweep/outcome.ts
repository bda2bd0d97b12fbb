/** Rows of a sweep as the outcome that reports and plots understand. */
import type { Reason, Report, Status, SweepOutcome, Warning } from '../../solver/outcome.js';
import type { SweepStudy } from '../../solver/problem.js';
import type { Columns, Row } from './table.js';

/** Nothing computed yet: what a resumed sweep reports when every case was finished before. */
export const nothing = (tolerance: number): Report => ({
  scheme: 'spectral elements',
  cells: 0,
  order: 0,
  unknowns: 0,
  steps: 0,
  rejected: 0,
  factorisations: 0,
  wallMilliseconds: 0,
  massDrift: 0,
  energyResidual: 0,
  entropyProductionMinimum: Infinity,
  errorEstimate: 0,
  tolerance,
  figures: [],
});

/** Work adds up; of everything that can go wrong the worst counts. */
export const together = (a: Report, b: Report): Report => ({
  ...b,
  steps: a.steps + b.steps,
  rejected: a.rejected + b.rejected,
  factorisations: a.factorisations + b.factorisations,
  wallMilliseconds: a.wallMilliseconds + b.wallMilliseconds,
  massDrift: Math.max(a.massDrift, b.massDrift),
  energyResidual: Math.max(a.energyResidual, b.energyResidual),
  entropyProductionMinimum: Math.min(a.entropyProductionMinimum, b.entropyProductionMinimum),
  errorEstimate: Math.max(a.errorEstimate, b.errorEstimate),
});

/** `rows` in the order of the cases. */
export function sweepOutcome(
  sweep: SweepStudy,
  columns: Columns,
  rows: Iterable<Row>,
  ended: { readonly status: Status; readonly reason?: Reason; readonly warnings?: readonly Warning[]; readonly report: Report },
): SweepOutcome {
  const [parameters, measures, errors, propagated] = [columns.parameters, columns.measures, columns.measures, columns.measures].map(
    (list) => list.map((): number[] => []),
  );
  for (const row of rows) {
    row.parameters.forEach((value, i) => parameters![i]!.push(value));
    row.measures.forEach((value, i) => measures![i]!.push(value));
    row.errors.forEach((value, i) => errors![i]!.push(value));
    row.propagated?.forEach((value, i) => propagated![i]!.push(value));
  }
  return {
    kind: 'sweep',
    study: sweep.name,
    of: sweep.study,
    status: ended.status,
    ...(ended.reason && { reason: ended.reason }),
    warnings: ended.warnings ?? [],
    parameters: Object.fromEntries(
      columns.parameters.map(({ name, unit }, i) => [name, { unit, values: Float64Array.from(parameters![i]!) }]),
    ),
    measures: Object.fromEntries(
      columns.measures.map(({ name, unit }, i) => [
        name,
        {
          unit,
          values: Float64Array.from(measures![i]!),
          errors: Float64Array.from(errors![i]!),
          ...(columns.uncertain && { propagated: Float64Array.from(propagated![i]!) }),
        },
      ]),
    ),
    report: ended.report,
  };
}
