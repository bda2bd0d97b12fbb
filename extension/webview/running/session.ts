/** The worker's side: steps a run in short slices and listens in between, so that a cancel or a newer model is heard at once. */
import type { Reason, RunResult, Step } from '../../../solver/outcome.js';
import type { Sensitivities } from '../../../solver/sensitivity/index.js';
import type { PreparedModel, RunOptions } from '../../../solver/solve.js';
import type { Problem } from '../../../solver/problem.js';
import { decimate } from './decimate.js';
import { transferables } from './transfer.js';
import type { FromWorker, ToWorker } from './workerMessages.js';

/** Longest time that the worker does not listen [ms]. */
const slice = 8;
/** Time between two progress messages [ms]: one frame. */
const progressEvery = 16;

export interface SessionHost {
  readonly prepare: (problem: Problem) => PreparedModel;
  readonly send: (message: FromWorker, transfer?: ArrayBuffer[]) => void;
  /** Calls back after pending messages have been delivered. */
  readonly later: (callback: () => void) => void;
  readonly now: () => number;
}

interface Running {
  readonly run: number;
  readonly steps: Generator<Step, RunResult>;
  readonly started: number;
  cancelled: boolean;
  reported: number;
}

/** What is computed while no run is. */
interface Aside {
  readonly ticket: number;
  readonly steps: Generator<Step, Sensitivities | Reason>;
}

/** How many compiled models stay at hand: the shown one and one to compare with. */
const kept = 2;

export class Session {
  private readonly models = new Map<string, PreparedModel>();
  private readonly curves = new Map<string, { readonly x: Float64Array; readonly y: Float64Array }>();
  private running: Running | null = null;
  private aside: Aside | null = null;

  constructor(private readonly host: SessionHost) {}

  receive(message: ToWorker): void {
    switch (message.type) {
      case 'run':
        return this.start(message);
      case 'cancel':
        if (this.running?.run === message.run) this.running.cancelled = true;
        return;
      case 'ping':
        return this.host.send({ type: 'pong', ticket: message.ticket });
      case 'sensitivities':
        return this.startAside(message);
      case 'keep':
        this.curves.set(message.curve, message);
        return;
      case 'drop':
        this.curves.delete(message.curve);
        return;
      case 'window': {
        const curve = this.curves.get(message.curve);
        if (!curve) return;
        const window = decimate(curve.x, curve.y, message.from, message.to, message.buckets);
        return this.host.send({ type: 'window', curve: message.curve, ticket: message.ticket, window });
      }
    }
  }

  private start(message: Extract<ToWorker, { type: 'run' }>): void {
    this.endAside(null);
    this.running?.steps.return?.(undefined as never);
    this.running = null;
    try {
      const model = this.model(message.hash, message.problem);
      if (!model) return this.host.send({ type: 'crashed', run: message.run, message: `The worker does not know model ${message.hash}.` });
      const running: Running = {
        run: message.run,
        started: this.host.now(),
        cancelled: false,
        reported: -Infinity,
        steps: undefined as never,
      };
      const options: RunOptions = {
        set: message.set,
        ...(message.studies ? { studies: message.studies } : {}),
        ...(message.preview ? { detail: message.preview, uncertainties: 'off' } : {}),
        cancelled: () => running.cancelled,
      };
      this.running = Object.assign(running, { steps: model.running(options) });
      this.advance(running);
    } catch (error) {
      this.crash(message.run, error);
    }
  }

  private startAside({ ticket, hash, study, set }: Extract<ToWorker, { type: 'sensitivities' }>): void {
    this.endAside(null);
    const model = this.running ? undefined : this.models.get(hash);
    if (!model) return this.host.send({ type: 'sensitivities', ticket, found: null });
    this.aside = { ticket, steps: model.sensitivities(study, { set }) };
    this.host.later(() => this.advanceAside(ticket));
  }

  private advanceAside(ticket: number): void {
    const { aside } = this;
    if (aside?.ticket !== ticket) return;
    try {
      const until = this.host.now() + slice;
      do {
        const next = aside.steps.next();
        if (next.done) return this.endAside('code' in next.value ? null : next.value);
      } while (this.host.now() < until);
    } catch {
      // What only adds to a result must not take it away.
      return this.endAside(null);
    }
    this.host.later(() => this.advanceAside(ticket));
  }

  private endAside(found: Sensitivities | null): void {
    if (this.aside) this.host.send({ type: 'sensitivities', ticket: this.aside.ticket, found });
    this.aside = null;
  }

  private model(hash: string, problem: Problem | undefined): PreparedModel | undefined {
    const known = this.models.get(hash);
    const model = known ?? (problem && this.host.prepare(problem));
    if (!model) return undefined;
    this.models.delete(hash);
    this.models.set(hash, model);
    for (const oldest of this.models.keys()) if (this.models.size > kept) this.models.delete(oldest);
    return model;
  }

  private advance(running: Running): void {
    if (this.running !== running) return;
    try {
      const until = this.host.now() + slice;
      do {
        const next = running.steps.next();
        if (next.done) return this.finish(running, next.value);
        const now = this.host.now();
        if (now - running.reported >= progressEvery) {
          running.reported = now;
          this.host.send({ type: 'step', run: running.run, step: next.value });
        }
      } while (this.host.now() < until);
    } catch (error) {
      return this.crash(running.run, error);
    }
    this.host.later(() => this.advance(running));
  }

  private finish(running: Running, result: RunResult): void {
    this.running = null;
    const milliseconds = this.host.now() - running.started;
    this.host.send({ type: 'done', run: running.run, result, milliseconds, cancelled: running.cancelled }, transferables(result));
  }

  private crash(run: number, error: unknown): void {
    this.running = null;
    this.host.send({ type: 'crashed', run, message: error instanceof Error ? error.message : String(error) });
  }
}
