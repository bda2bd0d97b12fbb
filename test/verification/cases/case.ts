/** One number that a model must reproduce through the command line. */
export interface Wanted {
  readonly measure: string;
  /** The study; the only one when absent. */
  readonly study?: string;
  /** Output time [s]; absent in a steady study. */
  readonly at?: number;
  readonly wanted: number;
  /** Allowed deviation relative to `scale`. */
  readonly within: number;
  /** What the deviation is relative to: |wanted| when absent, the range of the field where the number is a point of it. */
  readonly scale?: number;
}
export interface VerificationCase {
  /** File in `models/`, without its ending. */
  readonly model: string;
  /** Where the numbers come from. */
  readonly source: string;
  readonly wanted: readonly Wanted[];
}

/** Relative accuracy promised: steady states, transients at the default tolerance, plain formulae. */
export const steady = 1e-6;
export const transient = 1e-4;
export const formula = 1e-10;
