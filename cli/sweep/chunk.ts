/** Some cases of a sweep, solved one after the other: the work of one worker. */
import type { Reason, Report, Warning } from '../../solver/outcome.js';
import type { Problem, SweepStudy } from '../../solver/problem.js';
import { prepare } from '../../solver/solve.js';
import { narrowed } from './cases.js';
import type { Row } from './table.js';

/** Plain data: it crosses to a worker thread. */
export interface Job {
  readonly problem: Problem;
  readonly study: string;
  readonly set: Readonly<Record<string, number>>;
}
/** What is known when all cases are done, or one failed. */
export interface ChunkEnd {
  readonly report?: Report;
  readonly warnings?: readonly Warning[];
  readonly reason?: Reason;
}

/** Yields each case as it is solved, and undefined in between, so that the caller can look around. */
export function* solveChunk({ problem, study, set }: Job, indices: readonly number[]): Generator<Row | undefined, ChunkEnd> {
  const sweep = problem.studies.find((s): s is SweepStudy => s.kind === 'sweep' && s.name === study);
  if (!sweep) return { reason: { code: 'study/which', message: `there is no sweep ${study}` } };
  const running = prepare(narrowed(problem, sweep, indices)).running({ studies: [study], set });
  for (;;) {
    const next = running.next();
    if (next.done) {
      const outcome = next.value.outcomes.find((o) => o.study === study);
      return { ...(outcome && { report: outcome.report, warnings: outcome.warnings }), ...(outcome?.reason && { reason: outcome.reason }) };
    }
    const solved = next.value.case;
    yield solved && { ...solved, index: indices[solved.index]! };
  }
}
