/** What the last run of each model gave, as the client reports it: shown by code lenses and inlay hints. */
import type { ParameterValue } from './apply-parameters.js';
import type { WrittenFit } from './write-fit.js';

export interface LastMeasure {
  readonly name: string;
  readonly study: string;
  readonly text: string;
}
export interface LastExpectation {
  readonly line: number;
  readonly ok: boolean;
  readonly message: string;
}
export interface LastFit {
  readonly study: string;
  /** What would be written: `Q = 23.2(4) kJ/mol`. */
  readonly text: string;
  /** SI. */
  readonly values: readonly ParameterValue[];
  readonly correlations: WrittenFit['correlations'];
}
export interface LastRun {
  readonly hash: string;
  readonly measures: readonly LastMeasure[];
  readonly expectations: readonly LastExpectation[];
  /** Fitted values that a lens offers to write into the file. */
  readonly fits?: readonly LastFit[];
}

export class LastResults {
  private readonly byDocument = new Map<string, LastRun>();

  set(uri: string, run: LastRun): void {
    this.byDocument.set(uri, run);
  }
  get(uri: string): LastRun | undefined {
    return this.byDocument.get(uri);
  }
  forget(uri: string): void {
    this.byDocument.delete(uri);
  }
}
