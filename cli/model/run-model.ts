/** Runs a prepared model, giving the event loop a turn now and then so that Ctrl-C and the progress bar work. */
import type { RunResult } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import { prepare, type RunOptions } from '../../solver/solve.js';
import { progress } from '../report/progress.js';
import type { Terminal } from '../terminal.js';

const TURN_MS = 40;

export async function runModel(problem: Problem, terminal: Terminal, options: RunOptions = {}): Promise<RunResult> {
  const bar = progress(terminal);
  const running = prepare(problem).running({ ...options, cancelled: terminal.cancelled });
  let last = performance.now();
  for (;;) {
    const next = running.next();
    if (next.done) {
      bar.clear();
      return next.value;
    }
    bar.show(next.value);
    if (performance.now() - last > TURN_MS) {
      await new Promise((resume) => setImmediate(resume));
      last = performance.now();
    }
  }
}
