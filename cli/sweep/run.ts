/** One sweep from its first case, or from where an earlier run stopped, to its outcome. */
import path from 'node:path';
import { version } from '../../package.json';
import type { Reason, Report, SweepOutcome, Warning } from '../../solver/outcome.js';
import type { Problem, SweepStudy } from '../../solver/problem.js';
import { sourcesOfSweep } from '../../solver/uncertainty/sources.js';
import { progress } from '../report/progress.js';
import type { Terminal } from '../terminal.js';
import { chunks, countOf } from './cases.js';
import { MemoryTable } from './memory-table.js';
import { nothing, sweepOutcome, together } from './outcome.js';
import { solveAll } from './pool.js';
import { SweepTable, type Columns } from './table.js';

export interface SweepRequest {
  readonly problem: Problem;
  readonly study: SweepStudy;
  readonly set: Readonly<Record<string, number>>;
  readonly file: string;
  /** Of the table; beside the model when absent. */
  readonly folder: string | undefined;
  readonly resume: boolean;
  readonly threads: number;
}

export const columnsOf = (problem: Problem, study: SweepStudy): Columns => ({
  parameters: study.vary.map((v) => ({ name: v.parameter, unit: problem.parameters.find((p) => p.name === v.parameter)?.unit ?? '1' })),
  measures: problem.measures.map(({ name, unit }) => ({ name, unit })),
  uncertain: sourcesOfSweep(problem, study).length > 0,
});

/** The table MODEL.STUDY.csv, not yet read or begun. */
export function tableOf({
  problem,
  study,
  set,
  file,
  folder,
}: Pick<SweepRequest, 'problem' | 'study' | 'set' | 'file' | 'folder'>): SweepTable {
  const name = path.join(folder ?? path.dirname(file), `${path.basename(file, '.soret')}.${study.name}.csv`);
  const stamp = `soret ${version} ${problem.hash} ${study.name} ${JSON.stringify(set)}`;
  return new SweepTable(name, columnsOf(problem, study), stamp, countOf(study));
}

/** Throws `UsageError` when an earlier table belongs to another model. */
export async function runSweep(request: SweepRequest, terminal: Terminal): Promise<SweepOutcome> {
  const { problem, study, set, resume, threads } = request;
  const total = countOf(study);
  const kept = terminal.sandbox ? undefined : tableOf(request);
  const table = kept ?? new MemoryTable();
  if (resume) kept?.resume();
  else kept?.begin();
  if (table.count > 0) terminal.note(`${table.count} of ${total} cases are done already\n`);
  const bar = progress(terminal);
  let report: Report = nothing(study.tolerance ?? NaN);
  let reason: Reason | undefined;
  const warnings = new Map<string, Warning>();
  try {
    await solveAll(
      { problem, study: study.name, set },
      chunks(total, (index) => table.has(index), threads),
      threads,
      {
        row(row) {
          table.append(row);
          bar.show({ study: study.name, fraction: table.count / total });
        },
        end(end) {
          if (end.report) report = together(report, end.report);
          reason ??= end.reason;
          for (const w of end.warnings ?? []) if (!warnings.has(w.code)) warnings.set(w.code, w);
        },
        going: () => !terminal.cancelled(),
      },
    );
  } finally {
    bar.clear();
  }
  kept?.sort();
  if (kept) terminal.note(`wrote ${kept.file}\n`);
  const status = table.count === total && !reason ? 'ok' : terminal.cancelled() ? 'cancelled' : 'failed';
  return sweepOutcome(study, columnsOf(problem, study), table.rows(), {
    status,
    ...(reason && { reason }),
    warnings: [...warnings.values()],
    report,
  });
}
