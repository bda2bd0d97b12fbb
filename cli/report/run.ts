/** A model with what running it gave: what every report is made of. */
import type { Outcome, RunResult } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import type { Diagnostic } from '../diagnostics/index.js';
import { exit, type ExitCode } from '../exit.js';

export interface Run {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
  /** Absent when the model has errors. */
  readonly problem?: Problem;
  readonly result?: RunResult;
  /** Parameters that were set for this run [SI]. */
  readonly set?: Readonly<Record<string, number>>;
}

/** What a steady study had when it gave up is no result; a transient is right until it stopped. */
export const hasResult = (outcome: Outcome): boolean =>
  outcome.kind !== 'steady' || outcome.status === 'ok' || (outcome.status === 'cancelled' && Number.isFinite(outcome.report.errorEstimate));

/** A failed run outweighs a failed expectation; both outweigh success. */
export function exitOf(run: Run): ExitCode {
  if (!run.problem || !run.result) return exit.modelWrong;
  const { outcomes, expectations } = run.result;
  if (outcomes.some((o) => o.status === 'cancelled')) return exit.cancelled;
  if (outcomes.some((o) => o.status === 'failed')) return exit.runFailed;
  return expectations.every((e) => e.ok) ? exit.ok : exit.modelWrong;
}
