/** What the page and its solver worker say to each other. Runs are numbered; answers to a number that is no longer current are dropped. */
import type { RunResult, Step } from '../../../solver/outcome.js';
import type { Sensitivities } from '../../../solver/sensitivity/index.js';
import type { Problem } from '../../../solver/problem.js';
import type { Window } from './decimate.js';

export interface RunRequest {
  readonly run: number;
  readonly problem: Problem;
  readonly set: Readonly<Record<string, number>>;
  readonly studies?: readonly string[];
  /**
   * A frame of a moving slider: no stated uncertainties, no closed forms, and, with `plots`, only what measures and plots need. Left out
   * for a whole run.
   */
  readonly preview?: 'fields' | 'plots';
}

export type ToWorker =
  /** Starts a run; one in flight is dropped at once. `problem` is left out when the worker has it already (same hash). */
  | (Omit<RunRequest, 'problem'> & { readonly type: 'run'; readonly hash: string; readonly problem?: Problem })
  /** Ends the run and gives back what was computed. */
  | { readonly type: 'cancel'; readonly run: number }
  | { readonly type: 'ping'; readonly ticket: number }
  /** Asks how a study of a known model depends on its coefficients. It waits for nothing and ends at once when a run starts. */
  | {
      readonly type: 'sensitivities';
      readonly ticket: number;
      readonly hash: string;
      readonly study: string;
      readonly set: Readonly<Record<string, number>>;
    }
  /** Keeps a long curve, to answer `window` with as many points as the screen has. */
  | { readonly type: 'keep'; readonly curve: string; readonly x: Float64Array; readonly y: Float64Array }
  | { readonly type: 'drop'; readonly curve: string }
  | {
      readonly type: 'window';
      readonly curve: string;
      readonly ticket: number;
      readonly from: number;
      readonly to: number;
      readonly buckets: number;
    };

export type FromWorker =
  | { readonly type: 'ready' }
  | { readonly type: 'pong'; readonly ticket: number }
  | { readonly type: 'step'; readonly run: number; readonly step: Step }
  | { readonly type: 'done'; readonly run: number; readonly result: RunResult; readonly milliseconds: number; readonly cancelled: boolean }
  /** A defect of the solver, not of the model: the message goes to the log and to the person. */
  | { readonly type: 'crashed'; readonly run: number; readonly message: string }
  /** Null when a run came in between, or when the study has none. */
  | { readonly type: 'sensitivities'; readonly ticket: number; readonly found: Sensitivities | null }
  | { readonly type: 'window'; readonly curve: string; readonly ticket: number; readonly window: Window };
