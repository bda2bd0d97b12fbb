/** The solver's own figures: warm, cold, over tolerances, and what an interactive user feels. */
import { spawnSync } from 'node:child_process';
import type { Problem } from '../../solver/problem.js';
import { prepare, solve } from '../../solver/solve.js';
import { modelOf, type Benchmark } from './problems.js';
import { repeated, timing, type Timing } from './timing.js';

export interface SolverResult {
  readonly benchmark: Benchmark['name'];
  readonly warm: Timing;
  readonly cold: Timing;
  readonly error: number;
  /** What the run says of itself. */
  readonly claimed: number;
  readonly steps: number;
  readonly unknowns: number;
}

const reportOf = (problem: Problem, study: string) => {
  const result = solve(problem, { studies: [study] });
  return { result, report: result.outcomes.find((o) => o.study === study)!.report };
};

export async function runSolver(benchmark: Benchmark, quick: boolean): Promise<SolverResult> {
  const problem = await modelOf(benchmark.name);
  const { result, report } = reportOf(problem, benchmark.study);
  const warm = repeated(() => solve(problem, { studies: [benchmark.study] }), {
    budget: quick ? 300 : 3000,
    most: 300,
    warm: quick ? 3 : 20,
  });
  const cold = timing(Array.from({ length: quick ? 1 : 7 }, () => coldRun(benchmark.name)));
  return {
    benchmark: benchmark.name,
    warm,
    cold,
    error: benchmark.error(result),
    claimed: report.errorEstimate,
    steps: report.steps,
    unknowns: report.unknowns,
  };
}

/** First solve in a process of its own. */
function coldRun(name: string): number {
  const { stdout, stderr, status } = spawnSync(process.execPath, [process.argv[1]!, '--cold', name], { encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return Number(stdout);
}
export async function firstSolve(name: string, study: string): Promise<number> {
  const problem = await modelOf(name);
  const began = performance.now();
  solve(problem, { studies: [study] });
  return performance.now() - began;
}

export interface Point {
  readonly milliseconds: number;
  readonly error: number;
}
/** Time and true error as the asked tolerance tightens. */
export async function workPrecision(benchmark: Benchmark, tolerances: readonly number[]): Promise<readonly Point[]> {
  const problem = await modelOf(benchmark.name);
  return tolerances.map((tolerance) => {
    const asked: Problem = { ...problem, studies: problem.studies.map((s) => (s.name === benchmark.study ? { ...s, tolerance } : s)) };
    const { result } = reportOf(asked, benchmark.study);
    return {
      milliseconds: repeated(() => solve(asked, { studies: [benchmark.study] }), { budget: 800, warm: 5 }).least,
      error: benchmark.error(result),
    };
  });
}

export interface Interactive {
  readonly example: Timing;
  readonly slider: Timing;
  readonly frame: Timing;
}
/** The default example: a whole run, and another value of a slider (the compiled model) with whole results and as the view asks while it is dragged. */
export async function interactive(): Promise<Interactive> {
  const problem = await modelOf('examples/gin-and-tonic.soret');
  const model = prepare(problem);
  let value = 0;
  const set = () => ({ hot: 293.15 + 0.1 * (1 + (value++ % 400)) });
  return {
    example: repeated(() => solve(problem), { warm: 20 }),
    slider: repeated(() => model.run({ set: set() }), { warm: 20 }),
    frame: repeated(() => model.run({ set: set(), detail: 'plots', uncertainties: 'off' }), { warm: 20 }),
  };
}
