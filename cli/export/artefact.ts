/** What `soret export --to NAME` makes of a finished run. */
import type { RunResult } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import type { Run } from '../report/run.js';

export interface FinishedRun extends Run {
  readonly problem: Problem;
  readonly result: RunResult;
}
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}
export interface Artefact {
  readonly doc: string;
  /** False when the model itself is exported and need not be run. */
  readonly needsRun?: false;
  /** `stem` names the files, `folder` is where they go, absent when one is printed. The most useful one comes first. */
  files(run: FinishedRun, stem: string, folder: string | undefined): readonly ExportedFile[];
}
