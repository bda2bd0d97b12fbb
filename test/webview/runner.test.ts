import { expect, test, vi } from 'vitest';
import { Runner, type RunEvents, type WorkerLike } from '../../extension/webview/running/runner.js';
import { Session } from '../../extension/webview/running/session.js';
import type { FromWorker, ToWorker } from '../../extension/webview/running/workerMessages.js';
import type { Problem } from '../../solver/problem.js';
import { problem } from './sample/problem.js';
import { prepare } from './sample/solver.js';

/** A session behind the interface of a worker; `dead` swallows every message, as an endless loop does. */
function worker(dead = false): WorkerLike & { readonly got: ToWorker[]; terminated: boolean } {
  const session = new Session({
    prepare,
    send: (message: FromWorker) => void setTimeout(() => like.onmessage?.({ data: message })),
    later: (callback) => void setTimeout(callback),
    now: () => performance.now(),
  });
  const like = {
    got: [] as ToWorker[],
    terminated: false,
    onmessage: null as WorkerLike['onmessage'],
    onerror: null as WorkerLike['onerror'],
    postMessage(message: ToWorker): void {
      like.got.push(message);
      if (!dead) setTimeout(() => session.receive(message));
    },
    terminate(): void {
      like.terminated = true;
    },
  };
  return like;
}
function recording() {
  const done: { readonly set: Readonly<Record<string, number>>; readonly cancelled: boolean; readonly hash: string }[] = [];
  const broken: string[] = [];
  const events: RunEvents = {
    step: () => {},
    done: (_result, _milliseconds, cancelled, request) => void done.push({ set: request.set, cancelled, hash: request.problem.hash }),
    broken: (message) => void broken.push(message),
  };
  return { done, broken, events };
}
const titled = (title: string, hash = title): Problem => ({ ...problem, title, hash });

test('a newer model drops the older run at once', async () => {
  const { done, events } = recording();
  const runner = new Runner(() => worker(), events);
  runner.run({ problem: titled('slow'), set: {} });
  runner.run({ problem: titled('quick'), set: {} });
  await vi.waitFor(() => expect(done).toHaveLength(1), 3000);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(done.map((d) => d.hash)).toEqual(['quick']);
});

test('of the values of a moving slider the newest waits alone; a whole run makes room for it at once', async () => {
  const { done, events } = recording();
  const only = worker();
  const runner = new Runner(() => only, events);
  runner.run({ problem, set: {} });
  const drag = (hot: number): void => runner.run({ problem, set: { hot }, preview: 'plots' }, true);
  [301, 302, 303, 304].forEach(drag);
  await vi.waitFor(() => expect(done.at(-1)?.set).toEqual({ hot: 304 }), 3000);
  expect(done.map((d) => d.set['hot'])).toEqual([301, 304]);
  expect(only.got.flatMap((m) => (m.type === 'run' ? [m.preview] : []))).toEqual([undefined, 'plots', 'plots']);
});

test('a model is sent once and then known by its hash', async () => {
  const { done, events } = recording();
  const only = worker();
  const runner = new Runner(() => only, events);
  for (const hot of [300, 301, 302]) {
    runner.run({ problem, set: { hot } });
    await vi.waitFor(() => expect(done.at(-1)?.set).toEqual({ hot }), 3000);
  }
  const runs = only.got.filter((m) => m.type === 'run');
  expect(runs.map((m) => 'problem' in m)).toEqual([true, false, false]);
});

test('a fast drag ends with the last value, and values in between may be left out', async () => {
  const { done, events } = recording();
  const runner = new Runner(() => worker(), events);
  for (let hot = 300; hot <= 320; hot++) runner.run({ problem, set: { hot } }, true);
  await vi.waitFor(() => expect(done.at(-1)?.set).toEqual({ hot: 320 }), 3000);
  expect(done.length).toBeLessThan(20);
});

test('a cancelled run gives back what was computed', async () => {
  const { done, events } = recording();
  const runner = new Runner(() => worker(), events);
  runner.run({ problem: titled('slow'), set: {} });
  await new Promise((resolve) => setTimeout(resolve, 60));
  const asked = performance.now();
  runner.cancel();
  await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 3000, interval: 2 });
  expect(done[0]?.cancelled).toBe(true);
  expect(performance.now() - asked).toBeLessThan(250);
});

test('a worker that does not answer is replaced, and the newer run starts in a fresh one', async () => {
  const { done, broken, events } = recording();
  const workers = [worker(true), worker()];
  const runner = new Runner(() => workers.shift() ?? worker(), events);
  const [first] = workers;
  runner.run({ problem: titled('hangs'), set: {} });
  runner.run({ problem: titled('quick'), set: {} });
  await vi.waitFor(() => expect(done.map((d) => d.hash)).toEqual(['quick']), 3000);
  expect(first?.terminated).toBe(true);
  expect(broken).toEqual([]);
});

test('cancelling a worker that does not answer ends it and says so', async () => {
  const { done, broken, events } = recording();
  const dead = worker(true);
  const runner = new Runner(() => dead, events);
  runner.run({ problem: titled('hangs'), set: {} });
  runner.cancel();
  await vi.waitFor(() => expect(broken).toHaveLength(1), 3000);
  expect(dead.terminated).toBe(true);
  expect(done).toEqual([]);
});

test('a defect of the solver is reported and the next run works', async () => {
  const { done, broken, events } = recording();
  const runner = new Runner(() => worker(), events);
  runner.run({ problem: titled('throws'), set: {} });
  await vi.waitFor(() => expect(broken).toEqual(['index out of range in the tape']), 3000);
  runner.run({ problem, set: {} });
  await vi.waitFor(() => expect(done).toHaveLength(1), 3000);
});

test('a long curve is kept by the worker, which answers with its window, even after it was replaced', async () => {
  const { events } = recording();
  const workers = [worker(), worker()];
  const runner = new Runner(() => workers.shift() ?? worker(), events);
  const x = Float64Array.from({ length: 50_000 }, (_, i) => i);
  runner.keep('curve', x, x);
  const window = await runner.window('curve', 100, 200, 400);
  expect(window.x[0]).toBe(99);
  expect(window.x.length).toBe(103);
});
