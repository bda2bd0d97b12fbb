/** The one entry point of the solver. */
import type { RunResult, Step } from './outcome.js';
import type { Problem } from './problem.js';

export interface RunOptions {
  /** Studies to run; all when absent. Studies that they start from are run too. */
  readonly studies?: readonly string[];
  /** Values of parameters [SI] that replace those of the model. */
  readonly set?: Readonly<Record<string, number>>;
  /** Number of points of the profiles that are given back; 201 when absent. */
  readonly samples?: number;
  /** Asked between steps; true ends the run with what was computed. */
  readonly cancelled?: () => boolean;
  readonly onStep?: (step: Step) => void;
}

/** A model that has been formulated and compiled once and is run many times (sliders, sweeps, fits). */
export interface PreparedModel {
  /** Runs and yields between time steps, so that a worker can answer messages meanwhile. */
  running(options?: RunOptions): Generator<Step, RunResult>;
  run(options?: RunOptions): RunResult;
}
export declare function prepare(problem: Problem): PreparedModel;
/** Formulates, compiles, runs. Never throws: failures are outcomes with a reason. */
export declare function solve(problem: Problem, options?: RunOptions): RunResult;
