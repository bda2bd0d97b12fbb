/** Some cases of a sweep, solved: the work of one worker. */
import type { Reason, Report, SweepOutcome } from '../../solver/outcome.js';
import type { Problem, SweepStudy } from '../../solver/problem.js';
import { solve } from '../../solver/solve.js';
import { narrowed } from './cases.js';
import type { Row } from './record.js';

/** Plain data: it crosses to a worker thread. */
export interface Job {
  readonly problem: Problem;
  readonly study: string;
  readonly set: Readonly<Record<string, number>>;
}
export interface ChunkResult {
  readonly rows: readonly Row[];
  readonly report?: Report;
  readonly reason?: Reason;
}

export function solveChunk({ problem, study, set }: Job, indices: readonly number[]): ChunkResult {
  const sweep = problem.studies.find((s): s is SweepStudy => s.kind === 'sweep' && s.name === study);
  if (!sweep) return { rows: [], reason: { code: 'study/which', message: `there is no sweep ${study}` } };
  const result = solve(narrowed(problem, sweep, indices), { studies: [study], set });
  const outcome = result.outcomes.find((o): o is SweepOutcome => o.study === study && o.kind === 'sweep');
  if (!outcome) return { rows: [], reason: { code: 'study/which', message: `${study} gave no result` } };
  const parameters = sweep.vary.map((v) => outcome.parameters[v.parameter]?.values);
  const measures = problem.measures.map((m) => outcome.measures[m.name]?.values);
  const done = outcome.status === 'ok' ? indices.length : Math.min(indices.length, ...measures.map((m) => m?.length ?? 0));
  return {
    rows: indices.slice(0, done).map((index, i) => ({
      index,
      parameters: parameters.map((p) => p?.[i] ?? NaN),
      measures: measures.map((m) => m?.[i] ?? NaN),
    })),
    report: outcome.report,
    ...(outcome.reason && { reason: outcome.reason }),
  };
}
