/** The solver worker of the results view. It lives as long as the page and is kept warm between runs. */
import { prepare } from '../../solver/solve.js';
import { Session } from './running/session.js';
import type { FromWorker, ToWorker } from './running/workerMessages.js';

interface Scope {
  postMessage(message: FromWorker, transfer?: Transferable[]): void;
  onmessage: ((event: MessageEvent<ToWorker>) => void) | null;
}
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
