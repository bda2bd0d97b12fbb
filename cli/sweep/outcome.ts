/** Rows of a sweep as the outcome that reports and plots understand. */
import type { Reason, Report, Status, SweepOutcome } from '../../solver/outcome.js';
import type { SweepStudy } from '../../solver/problem.js';
import type { Columns, Row } from './record.js';

/** Nothing computed yet: what a resumed sweep reports when every case was finished before. */
const nothing = (tolerance: number): Report => ({
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
const together = (a: Report, b: Report): Report => ({
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

export function sweepOutcome(
  sweep: SweepStudy,
  columns: Columns,
  rows: readonly Row[],
  ended: { readonly status: Status; readonly reason?: Reason; readonly reports: readonly Report[] },
): SweepOutcome {
  const sorted = [...rows].sort((a, b) => a.index - b.index);
  const column = (of: (row: Row) => number): Float64Array => Float64Array.from(sorted, of);
  return {
    kind: 'sweep',
    study: sweep.name,
    of: sweep.study,
    status: ended.status,
    ...(ended.reason && { reason: ended.reason }),
    warnings: [],
    parameters: Object.fromEntries(columns.parameters.map((p, j) => [p.name, { unit: p.unit, values: column((r) => r.parameters[j]!) }])),
    measures: Object.fromEntries(
      columns.measures.map((m, j) => [
        m.name,
        { unit: m.unit, values: column((r) => r.measures[j]!), errors: new Float64Array(sorted.length) },
      ]),
    ),
    report: ended.reports.reduce(together, nothing(sweep.tolerance ?? NaN)),
  };
}
