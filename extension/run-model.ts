/** Runs a model inside the extension host, for tests and language-model tools; the results view has its own worker. */
import type { RunResult, Step } from '../solver/outcome.js';
import type { Problem } from '../solver/problem.js';
import { prepare } from '../solver/solve.js';

/** Work this long, then let the extension host do other things [ms]. */
const slice = 12;

interface Options {
  readonly studies?: readonly string[];
  readonly set?: Readonly<Record<string, number>>;
  readonly cancelled?: () => boolean;
  readonly onStep?: (step: Step) => void;
}

/** Never rejects because of the model: a run that fails is an outcome with a reason. */
export async function runModel(problem: Problem, options: Options = {}): Promise<RunResult> {
  const running = prepare(problem).running(options);
  for (;;) {
    const end = performance.now() + slice;
    while (performance.now() < end) {
      const next = running.next();
      if (next.done) return next.value;
      options.onStep?.(next.value);
    }
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
