/** What every plot is made from, and the shape of one entry of the plot table. */
import type { FieldOutcome, FitOutcome, Outcome, SweepOutcome } from '../../../solver/outcome.js';
import type { Problem } from '../../../solver/problem.js';
import type { Figure } from '../figures/figure.js';
import type { Source } from '../figures/statement.js';

/** One finished (or partly finished) run with what it was run for. */
export interface Run {
  readonly problem: Problem;
  /** Parameters that differ from the file [SI]. */
  readonly set: Readonly<Record<string, number>>;
  readonly outcomes: readonly Outcome[];
  /** All parameter values of this run [SI]. */
  readonly parameters: Readonly<Record<string, number>>;
}

export interface PlotContext {
  readonly run: Run;
  readonly study: string;
  readonly pinned: readonly Run[];
  readonly source: Source | null;
  /** Scrubbed time [s]; null for the end. */
  readonly time: number | null;
}

export interface PlotKind {
  readonly name: string;
  /** The figures that this kind makes of the chosen study, none when it does not apply. */
  figures(context: PlotContext): readonly Figure[];
}

export function fieldOutcome(run: Run, study: string): FieldOutcome | null {
  const outcome = run.outcomes.find((o) => o.study === study);
  return outcome && (outcome.kind === 'steady' || outcome.kind === 'transient') ? outcome : null;
}
export function sweepOutcome(run: Run, study: string): SweepOutcome | null {
  const outcome = run.outcomes.find((o) => o.study === study);
  return outcome?.kind === 'sweep' ? outcome : null;
}
export function fitOutcome(run: Run, study: string): FitOutcome | null {
  const outcome = run.outcomes.find((o) => o.study === study);
  return outcome?.kind === 'fit' ? outcome : null;
}
/** A plot without `of` is drawn of every study that can draw it. */
export const drawsStudy = (of: readonly string[], study: string): boolean => of.length === 0 || of.includes(study);
