/** What a study computed: states of the unknowns on one mesh at output times. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Reason } from '../outcome.js';

export interface Solution {
  readonly system: Discretisation;
  /** Output times [s] that were reached; null for a steady state. */
  readonly times: readonly (number | null)[];
  readonly states: readonly Float64Array[];
  /** Ends of the time steps [s]; absent in a steady state. */
  readonly reached?: readonly number[];
  /** Of a steady state, per unknown: size of what it starts from. */
  readonly begun?: Float64Array;
  readonly steps: number;
  readonly rejected: number;
  readonly factorisations: number;
  /** Why it ends early; what was computed until then is kept. */
  readonly reason?: Reason;
  readonly cancelled?: boolean;
}

/** Asked between steps. */
export type Cancelled = () => boolean;
