/** What a person can do in the view; the controller does it. */
import type { SourceRange } from '../../../solver/problem.js';
import type { RunMode } from '../messages.js';

export interface Actions {
  run(): void;
  cancel(): void;
  setMode(mode: RunMode): void;
  choose(study: string): void;
  pin(): void;
  /** Offers the formats of one figure, or of the whole run. */
  export(figure: string | null, anchor: HTMLElement): void;
  slide(parameter: string, value: number): void;
  /** Writes slider values, or the result of the fit, into the file. */
  apply(): void;
  reset(): void;
  scrub(time: number): void;
  play(): void;
  step(by: number): void;
  jump(last: boolean): void;
  reveal(range: SourceRange): void;
  fix(range: SourceRange, code: string): void;
  openExample(): void;
  addStudy(): void;
  /** Computes the sensitivities of the chosen study. */
  analyse(): void;
  copy(text: string): void;
  help(): void;
}
