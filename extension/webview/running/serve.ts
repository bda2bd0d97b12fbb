/** Connects a session to the scope of a worker. */
import type { PreparedModel } from '../../../solver/solve.js';
import type { Problem } from '../../../solver/problem.js';
import { Session } from './session.js';
import type { FromWorker, ToWorker } from './workerMessages.js';

interface Scope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}

export function serve(prepare: (problem: Problem) => PreparedModel): void {
  const scope = globalThis as unknown as Scope;
  // A channel wakes up sooner than a timer, which browsers hold back by 4 ms when nested.
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  const session = new Session({
    prepare,
    send: (message, transfer) => scope.postMessage(message, transfer),
    later(callback) {
      waiting.push(callback);
      channel.port2.postMessage(null);
    },
    now: () => performance.now(),
  });
  scope.onmessage = (event) => session.receive(event.data);
  scope.postMessage({ type: 'ready' });
}
