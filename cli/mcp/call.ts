/** One call of a command in a thread of its own, which can be ended: by its caller, after a time, or when it takes too much memory. */
import { Worker, isMainThread, parentPort, workerData } from 'node:worker_threads';
import { collect, type Answer } from '../collect.js';
import { exit, type ExitCode } from '../exit.js';
import type { Sandbox } from '../model/sandbox.js';

export interface Limits {
  /** [s] */
  readonly time: number;
  /** [MB], of the whole call */
  readonly memory: number;
}
interface CallData {
  readonly serves: 'call';
  readonly argv: readonly string[];
  readonly sandbox: Sandbox;
}

/** How often the memory is looked at [ms]. */
const LOOK_MS = 50;
const MB = 1024 * 1024;

/** True when this thread is such a call; it answers its parent and ends. */
export function servesACall(): boolean {
  const data = workerData as Partial<CallData> | null;
  if (isMainThread || !parentPort || data?.serves !== 'call') return false;
  const { argv, sandbox } = data as CallData;
  void collect(argv, { sandbox }).then((answer) => parentPort!.postMessage(answer));
  return true;
}

/** Never rejects: whatever ends the call is an answer in words. */
export function call(argv: readonly string[], sandbox: Sandbox, limits: Limits, signal: AbortSignal): Promise<Answer> {
  const data: CallData = { serves: 'call', argv, sandbox };
  return new Promise((resolve) => {
    const worker = new Worker(new URL(import.meta.url), {
      workerData: data,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
      // What is written there by mistake must not get between the messages.
      stdout: true,
      stderr: true,
    });
    const before = process.memoryUsage.rss();
    const end = (answer: Answer) => {
      clearTimeout(late);
      clearInterval(watch);
      signal.removeEventListener('abort', abort);
      void worker.terminate().then(() => resolve(answer));
    };
    const give = (code: ExitCode, err: string) => end({ code, out: '', err });
    const tooMuch = () =>
      give(exit.runFailed, `stopped: the call took more than ${limits.memory} MB of memory. Ask for fewer cells, output times or cases.`);
    const late = setTimeout(
      () =>
        give(exit.runFailed, `stopped: the call took longer than ${limits.time} s. Ask for a single study, fewer cases or a shorter time.`),
      1000 * limits.time,
    );
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.memory * MB) tooMuch();
    }, LOOK_MS);
    const abort = () => give(exit.cancelled, 'cancelled');
    if (signal.aborted) return abort();
    signal.addEventListener('abort', abort);
    worker.once('message', end);
    worker.once('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        ? tooMuch()
        : give(exit.runFailed, `a defect in soret itself, please report it: ${error.message}`),
    );
  });
}
