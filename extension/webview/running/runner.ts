/** The page's side of the worker: numbers runs, keeps the newest, and replaces a worker that does not answer. */
import type { RunResult, Step } from '../../../solver/outcome.js';
import type { Sensitivities } from '../../../solver/sensitivity/index.js';
import type { FromWorker, RunRequest, ToWorker } from './workerMessages.js';
import type { Window } from './decimate.js';
import { say } from '../words/say.js';

/** A worker that has not answered for this long is ended [ms]. */
const patience = 1000;
/** While dragging, a run in flight is allowed this long before it is dropped for a newer value [ms]: curves keep moving on slow models. */
const dragPatience = 250;

export interface WorkerLike {
  postMessage(message: ToWorker, transfer?: Transferable[]): void;
  terminate(): void;
  onmessage: ((event: { data: FromWorker }) => void) | null;
  onerror: ((event: { message?: string }) => void) | null;
}

export interface RunEvents {
  step(step: Step): void;
  done(result: RunResult, milliseconds: number, cancelled: boolean, request: Omit<RunRequest, 'run'>): void;
  /** The worker had to be replaced, or the solver has a defect. */
  broken(message: string): void;
}

interface Flight {
  readonly run: number;
  readonly request: Omit<RunRequest, 'run'>;
  readonly started: number;
  cancelled: boolean;
}

export class Runner {
  private worker: WorkerLike | null = null;
  private knownHashes = new Set<string>();
  private flight: Flight | null = null;
  private waiting: Omit<RunRequest, 'run'> | null = null;
  private counter = 0;
  private watchdog: ReturnType<typeof setTimeout> | null = null;
  private readonly windows = new Map<number, (window: Window) => void>();
  private readonly asides = new Map<number, (found: Sensitivities | null) => void>();
  private readonly keptCurves = new Map<string, { readonly x: Float64Array; readonly y: Float64Array }>();

  constructor(
    private readonly create: () => WorkerLike,
    private readonly events: RunEvents,
    private readonly now: () => number = () => performance.now(),
  ) {}

  get busy(): boolean {
    return this.flight !== null;
  }

  /** Starts the worker before it is needed. */
  warm(): void {
    this.worker ??= this.connect();
  }

  /** Runs a model; an older run is dropped at once, or, while `dragging`, as soon as it has had its chance. */
  run(request: Omit<RunRequest, 'run'>, dragging = false): void {
    if (
      dragging &&
      this.flight &&
      this.flight.request.problem.hash === request.problem.hash &&
      // A whole run makes room at once: its values are not those of the slider any more.
      (this.flight.request.preview === undefined) === (request.preview === undefined) &&
      this.now() - this.flight.started < dragPatience
    ) {
      this.waiting = request;
      return;
    }
    this.waiting = null;
    const superseding = this.flight !== null;
    this.warm();
    const run = ++this.counter;
    const { hash } = request.problem;
    this.flight = { run, request, started: this.now(), cancelled: false };
    this.post({
      type: 'run',
      run,
      hash,
      set: request.set,
      ...(request.studies ? { studies: request.studies } : {}),
      ...(request.preview ? { preview: request.preview } : {}),
      ...(this.knownHashes.has(hash) ? {} : { problem: request.problem }),
    });
    this.remember(hash);
    if (superseding) this.watch();
  }

  cancel(): void {
    this.waiting = null;
    if (!this.flight) return;
    this.flight.cancelled = true;
    this.post({ type: 'cancel', run: this.flight.run });
    this.watch();
  }

  /** Keeps a long curve in the worker. */
  keep(curve: string, x: Float64Array, y: Float64Array): void {
    this.keptCurves.set(curve, { x, y });
    this.warm();
    this.post({ type: 'keep', curve, x, y });
  }
  drop(curve: string): void {
    if (this.keptCurves.delete(curve)) this.post({ type: 'drop', curve });
  }
  window(curve: string, from: number, to: number, buckets: number): Promise<Window> {
    const ticket = ++this.counter;
    return new Promise((resolve) => {
      this.windows.set(ticket, resolve);
      this.post({ type: 'window', curve, ticket, from, to, buckets });
    });
  }

  /** How a study of a model that was run depends on its coefficients; null when a run came in between or nothing is known. */
  sensitivities(hash: string, study: string, set: Readonly<Record<string, number>>): Promise<Sensitivities | null> {
    if (this.flight || !this.worker || !this.knownHashes.has(hash)) return Promise.resolve(null);
    const ticket = ++this.counter;
    return new Promise((resolve) => {
      this.asides.set(ticket, resolve);
      this.post({ type: 'sensitivities', ticket, hash, study, set });
    });
  }

  /** The worker's cache holds the two newest models; a hash beyond them must be sent again. */
  private remember(hash: string): void {
    this.knownHashes.delete(hash);
    this.knownHashes.add(hash);
    for (const oldest of this.knownHashes) if (this.knownHashes.size > 2) this.knownHashes.delete(oldest);
  }

  private post(message: ToWorker): void {
    this.worker?.postMessage(message);
  }

  private connect(): WorkerLike {
    const worker = this.create();
    worker.onmessage = (event) => this.receive(event.data);
    worker.onerror = (event) => {
      this.abandon();
      this.events.broken(event.message || say.solverNotStarted);
    };
    for (const [curve, { x, y }] of this.keptCurves) worker.postMessage({ type: 'keep', curve, x, y });
    return worker;
  }

  private receive(message: FromWorker): void {
    if (this.watchdog !== null) clearTimeout(this.watchdog);
    this.watchdog = null;
    if (message.type === 'window') {
      this.windows.get(message.ticket)?.(message.window);
      this.windows.delete(message.ticket);
      return;
    }
    if (message.type === 'sensitivities') {
      this.asides.get(message.ticket)?.(message.found);
      this.asides.delete(message.ticket);
      return;
    }
    if (message.type === 'ready' || message.type === 'pong' || message.run !== this.flight?.run) return;
    if (message.type === 'step') {
      this.events.step(message.step);
      if (this.waiting && this.now() - this.flight.started >= dragPatience) this.run(this.waiting);
      return;
    }
    const { request } = this.flight;
    this.flight = null;
    const next = this.waiting;
    this.waiting = null;
    if (message.type === 'done') this.events.done(message.result, message.milliseconds, message.cancelled, request);
    else {
      // A model that the solver stumbled over is sent and prepared afresh next time.
      this.knownHashes.delete(request.problem.hash);
      this.events.broken(message.message);
    }
    if (next) this.run(next);
  }

  private watch(): void {
    if (this.watchdog !== null) clearTimeout(this.watchdog);
    this.post({ type: 'ping', ticket: ++this.counter });
    this.watchdog = setTimeout(() => this.replaceSilent(), patience);
  }

  /** A silent worker is ended. A newer run that waits for it starts in a fresh one; a cancelled run is over. */
  private replaceSilent(): void {
    const flight = this.flight;
    this.abandon();
    if (flight && !flight.cancelled) return this.run(flight.request);
    this.events.broken(say.solverSilent);
    this.warm();
  }

  private abandon(): void {
    if (this.watchdog !== null) clearTimeout(this.watchdog);
    this.watchdog = null;
    this.worker?.terminate();
    this.worker = null;
    this.knownHashes.clear();
    this.flight = null;
    for (const resolve of this.asides.values()) resolve(null);
    this.asides.clear();
  }
}
