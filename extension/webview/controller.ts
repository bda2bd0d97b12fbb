/** Ties the store to the worker and the editor: what a person or the editor does becomes a change of state, a run, or a message. */
import type { RunResult, Step } from '../../solver/outcome.js';
import type { Problem, SourceRange } from '../../solver/problem.js';
import type { ExportChoice } from './export/index.js';
import type { Host } from './host.js';
import type { HostMessage, RunMode } from './messages.js';
import { Playback } from './playback.js';
import { isPlotted } from './plots/fields.js';
import type { Runner } from './running/runner.js';
import type { RunRequest } from './running/workerMessages.js';
import { fittedCorrelations, fittedValues } from './report/fit-values.js';
import { runSummary, statusOf } from './report/summary.js';
import { kept, sameMemory, type KeptState } from './state/persist.js';
import { isCurrent, outcomeOf, type PlotOptions, type ViewState } from './state/state.js';
import type { Store } from './state/store.js';
import { finished, started, stopping, togglePin, withErrors, withModel, withOptions, withProgress, withSlider } from './state/update.js';
import type { Actions } from './views/actions.js';
import { stopsOf } from './views/timeBar.js';
import { say } from './words/say.js';

/** A slider that has not moved for this long rests [ms]: the whole run follows the previews. */
const settlePause = 150;
/** A run shorter than this changes the curves without a word: no dimming, no flicker [ms]. */
const noticeable = 120;
/** Sensitivities are computed when nothing has happened for this long after a run [ms] … */
const analysisPause = 400;
/** … and the run itself was no longer than this [ms]; of longer ones only when asked for. */
const longestUnasked = 1500;

export interface Surroundings {
  readonly store: Store<ViewState>;
  readonly host: Host;
  readonly runner: Runner;
  readonly announce: (text: string) => void;
  readonly showHelp: () => void;
  /** Offers the formats and gives back the chosen one. */
  readonly chooseExport: (figure: string | null, anchor: HTMLElement, chosen: (choice: ExportChoice) => void) => void;
  readonly exportAnchor: () => HTMLElement;
}

export class Controller implements Actions {
  private readonly playback: Playback;
  private slowTimer: ReturnType<typeof setTimeout> | null = null;
  private analysisTimer: ReturnType<typeof setTimeout> | null = null;
  private settleTimer: ReturnType<typeof setTimeout> | null = null;
  /** What was asked for during a preview and waits for the whole run. */
  private afterwards: (() => void)[] = [];
  private lastStatus = '';
  private remembered: KeptState | null = null;
  /** The newest news of the run in flight. */
  private latest: Step | null = null;
  private waiting: KeptState | null = null;
  private restoring: KeptState['pinned'] = [];
  private pinRequest: Omit<RunRequest, 'run'> | null = null;

  constructor(private readonly around: Surroundings) {
    this.playback = new Playback(around.store, () => stopsOf(this.state));
    around.store.listen(() => this.tell());
  }
  private get state(): ViewState {
    return this.around.store.state;
  }
  private change(change: (state: ViewState) => ViewState): void {
    this.around.store.set(change);
  }

  /** Choices of the page before a reload; they are taken up when the same file arrives. */
  restore(before: KeptState | null): void {
    this.waiting = before;
  }

  receive(message: HostMessage): void {
    switch (message.type) {
      case 'model':
        return this.model(message);
      case 'broken':
        this.around.runner.cancel();
        this.change((state) => withErrors(state, message));
        return;
      case 'empty':
        this.around.runner.cancel();
        this.change((state) => ({
          ...state,
          document: null,
          problem: null,
          errors: [],
          shown: null,
          pinned: [],
          progress: null,
          study: null,
        }));
        return;
      case 'settings':
        this.change((state) => ({ ...state, mode: message.mode }));
        return;
      case 'cursor':
        this.change((state) => ({ ...state, cursor: message.range }));
        return;
      case 'notice':
        this.change((state) => ({ ...state, notice: message }));
        this.around.announce(message.message);
        return;
      case 'command':
        return this.command(message);
    }
  }

  private command(message: Extract<HostMessage, { type: 'command' }>): void {
    const { study } = message;
    if (study !== undefined && this.state.problem?.studies.some((s) => s.name === study)) this.change((state) => ({ ...state, study }));
    if (message.command === 'run') this.run();
    else if (message.command === 'cancel') this.cancel();
    else if (message.command === 'pin') this.pin();
    else this.export(null, this.around.exportAnchor());
  }

  private model(message: Extract<HostMessage, { type: 'model' }>): void {
    const before = this.state;
    this.change((state) => withModel(state, message));
    const { waiting } = this;
    if (waiting && waiting.uri === message.uri) {
      this.waiting = null;
      const known = message.problem.studies.some((s) => s.name === waiting.study);
      this.restoring = waiting.pinned.filter((pin) => pin.hash === message.problem.hash);
      this.change((state) => ({
        ...state,
        study: known ? waiting.study : state.study,
        set: Object.fromEntries(Object.entries(waiting.set).filter(([name]) => message.problem.parameters.some((p) => p.name === name))),
        time: waiting.time,
        options: waiting.options,
      }));
    }
    const { shown } = this.state;
    const same = shown?.problem.hash === message.problem.hash && before.errors.length === 0;
    if (!message.run || message.problem.studies.length === 0) return;
    if (same && before.fault === null) {
      // Comments and blanks do not run again; places in the source may have moved.
      this.change((state) => (state.shown ? { ...state, shown: { ...state.shown, problem: message.problem } } : state));
      return;
    }
    this.start(studiesToRun(message.problem, this.state.study));
  }

  private start(studies: readonly string[] | undefined, dragging = false): void {
    const { problem, set, study } = this.state;
    if (!problem || problem.studies.length === 0 || this.state.errors.length > 0) return;
    this.change((state) =>
      dragging && state.progress && !state.progress.cancelled ? state : started(state, study ?? '', performance.now()),
    );
    if (this.slowTimer === null)
      this.slowTimer = setTimeout(() => {
        this.slowTimer = null;
        const { latest } = this;
        this.change((state) => (state.progress ? { ...(latest ? withProgress(state, latest) : state), slow: true } : state));
      }, noticeable);
    if (this.analysisTimer !== null) clearTimeout(this.analysisTimer);
    this.analysisTimer = null;
    this.latest = null;
    if (this.settleTimer !== null) clearTimeout(this.settleTimer);
    const preview = dragging ? previewOf(this.state, studies) : undefined;
    this.settleTimer = preview ? setTimeout(() => this.settle(), settlePause) : null;
    this.around.runner.run({ problem, set, ...(studies ? { studies } : {}), ...(preview ? { preview } : {}) }, dragging);
  }

  private settle(): void {
    this.start(studiesToRun(this.state.problem, this.state.study));
  }
  /** At once, or, during a preview, when the whole run is there. */
  private withWholeRun(act: () => void): void {
    if (!this.state.shown?.preview) return act();
    this.afterwards.push(act);
    this.settle();
  }

  // Events of the runner.
  progress(step: Step): void {
    this.latest = step;
    // Before a run is noticed nothing of it is shown.
    if (this.state.slow) this.change((state) => withProgress(state, step));
  }
  done(result: RunResult, milliseconds: number, cancelled: boolean, request: Omit<RunRequest, 'run'>): void {
    if (this.slowTimer !== null) clearTimeout(this.slowTimer);
    this.slowTimer = null;
    const before = this.state;
    const next = finished(before, request.problem, request.set, result, milliseconds, cancelled, request.preview !== undefined);
    if (request === this.pinRequest) {
      this.pinRequest = null;
      const { shown } = next;
      this.change((state) => ({ ...state, progress: null, slow: false, pinned: shown ? [...state.pinned, shown] : state.pinned }));
    } else {
      // The slider has moved on and its newest value is next: between two frames nothing is dimmed and no word changes.
      const moving = request.preview !== undefined && !cancelled && this.settleTimer !== null && !isCurrent(next);
      this.change(() => (moving ? { ...next, progress: before.progress } : next));
      if (request.preview) return;
      this.around.host.send({ type: 'result', ...runSummary(next) });
      if (before.slow || before.shown === null) this.around.announce(statusOf(next).text);
      if (milliseconds <= longestUnasked) this.analyseSoon();
    }
    this.restorePins();
  }
  broken(message: string): void {
    if (this.slowTimer !== null) clearTimeout(this.slowTimer);
    this.slowTimer = null;
    this.change((state) => ({ ...state, progress: null, slow: false, fault: message }));
    this.around.host.send({ type: 'problem', message });
  }

  private restorePins(): void {
    const [next, ...others] = this.restoring;
    const { problem } = this.state;
    this.restoring = others;
    if (!next || !problem || next.hash !== problem.hash) return;
    this.pinRequest = { problem, set: next.set };
    this.around.runner.run(this.pinRequest);
  }

  // Actions.
  run(): void {
    this.start(undefined);
  }
  cancel(): void {
    this.playback.stop();
    if (!this.state.progress) return;
    if (this.settleTimer !== null) clearTimeout(this.settleTimer);
    this.settleTimer = null;
    this.around.runner.cancel();
    this.change(stopping);
  }
  setMode(mode: RunMode): void {
    this.change((state) => ({ ...state, mode }));
    this.around.host.send({ type: 'setMode', mode });
    if (mode !== 'manual' && this.state.problem?.hash !== this.state.shown?.problem.hash)
      this.start(studiesToRun(this.state.problem, this.state.study));
  }
  choose(study: string): void {
    if (study === '' || study === this.state.study) return;
    this.playback.stop();
    this.change((state) => ({ ...state, study, time: null }));
    if (this.state.shown?.preview) this.settle();
    else if (!outcomeOf(this.state) && this.state.shown) this.start([study]);
    else if ((this.state.shown?.milliseconds ?? Infinity) <= longestUnasked) this.analyseSoon();
  }
  pin(): void {
    this.withWholeRun(() => {
      this.change(togglePin);
      this.around.announce(this.state.pinned.length > 0 ? say.runPinned : say.noRunPinned);
    });
  }
  export(figure: string | null, anchor: HTMLElement): void {
    this.withWholeRun(() => this.exportNow(figure, anchor));
  }
  private exportNow(figure: string | null, anchor: HTMLElement): void {
    if (!this.state.shown) return;
    this.around.chooseExport(figure, anchor, (choice) => {
      void (async () => choice.content())().then(
        (content) => this.around.host.send({ type: 'save', format: choice.format, suggestedName: choice.name, content }),
        (error: unknown) => {
          const message = say.exportFailed(error instanceof Error ? error.message : String(error));
          this.change((state) => ({ ...state, notice: { severity: 'error', message } }));
          this.around.host.send({ type: 'problem', message });
        },
      );
    });
  }
  slide(parameter: string, value: number): void {
    this.change((state) => withSlider(state, parameter, value));
    const { study } = this.state;
    if (study !== null) this.start(drawnWith(this.state.problem, study), true);
  }
  apply(): void {
    const outcome = outcomeOf(this.state);
    const values = Object.entries(this.state.set).map(([name, value]) => ({ name, value }));
    if (values.length > 0) this.around.host.send({ type: 'apply', values });
    else if (outcome?.kind === 'fit')
      this.around.host.send({
        type: 'apply',
        values: fittedValues(outcome),
        fit: { study: outcome.study, correlations: fittedCorrelations(outcome) },
      });
  }
  reset(): void {
    this.change((state) => ({ ...state, set: {} }));
    this.start(studiesToRun(this.state.problem, this.state.study));
  }
  scrub(time: number): void {
    this.playback.stop();
    this.change((state) => ({ ...state, time }));
  }
  play(): void {
    this.playback.toggle();
  }
  /** To the next output time that the plots name. */
  step(by: number): void {
    const stops = stopsOf(this.state);
    const end = stops[stops.length - 1];
    if (end === undefined) return;
    const now = this.state.time ?? end;
    const near = 1e-9 * end;
    const next = by > 0 ? stops.find((t) => t > now + near) : [...stops].reverse().find((t) => t < now - near);
    if (next !== undefined) this.scrub(next);
  }
  jump(last: boolean): void {
    const stops = stopsOf(this.state);
    const target = stops[last ? stops.length - 1 : 0];
    if (target !== undefined) this.scrub(target);
  }
  reveal(range: SourceRange): void {
    this.around.host.send({ type: 'reveal', range });
  }
  fix(range: SourceRange, code: string): void {
    this.around.host.send({ type: 'fix', range, code });
  }
  openExample(): void {
    this.around.host.send({ type: 'openExample' });
  }
  addStudy(): void {
    this.around.host.send({ type: 'addStudy' });
  }
  private analyseSoon(): void {
    if (this.analysisTimer !== null) clearTimeout(this.analysisTimer);
    this.analysisTimer = setTimeout(() => this.analyse(), analysisPause);
  }
  analyse(): void {
    this.analysisTimer = null;
    const { shown, study } = this.state;
    const outcome = outcomeOf(this.state);
    if (!shown || study === null || !isCurrent(this.state) || outcome?.status !== 'ok') return;
    if (outcome.kind !== 'steady' && outcome.kind !== 'transient') return;
    this.change((state) => ({ ...state, analysing: true }));
    void this.around.runner.sensitivities(shown.problem.hash, study, shown.set).then((found) => {
      const isStillShown = this.state.shown === shown && this.state.study === study;
      this.change((state) => ({ ...state, analysing: false, ...(found && isStillShown ? { sensitivities: { run: shown, found } } : {}) }));
    });
  }
  copy(text: string): void {
    void navigator.clipboard.writeText(text).then(
      () => this.around.announce(say.copied(text)),
      () => this.around.announce(say.noClipboard),
    );
  }
  help(): void {
    this.around.showHelp();
  }
  options(figure: string, change: PlotOptions): void {
    this.change((state) => withOptions(state, figure, change));
  }

  /** The editor's status bar and the memory of this page follow the state. */
  private tell(): void {
    if (this.afterwards.length > 0 && !this.state.progress) {
      const acts = this.afterwards;
      this.afterwards = [];
      // The other parts of the page are told first; nothing is done when the whole run did not come.
      if (this.state.shown?.preview === false) setTimeout(() => acts.forEach((act) => act()));
    }
    const status = statusOf(this.state);
    const key = JSON.stringify({ ...status, fraction: status.fraction === undefined ? undefined : Math.round(20 * status.fraction) });
    if (key !== this.lastStatus) {
      this.lastStatus = key;
      this.around.host.send({ type: 'status', ...status });
    }
    if (this.state.playing) return;
    const memory = kept(this.state) ?? this.waiting;
    if (sameMemory(memory, this.remembered)) return;
    this.remembered = memory;
    this.around.host.keep(memory);
  }
}

/** Quick studies always, sweeps and fits when they are looked at. */
export function studiesToRun(problem: Problem | null, chosen: string | null): readonly string[] | undefined {
  if (!problem) return undefined;
  const expected = new Set(problem.expectations.map((e) => e.study));
  const names = problem.studies
    .filter((s) => s.kind === 'steady' || s.kind === 'transient' || s.name === chosen || expected.has(s.name))
    .map((s) => s.name);
  return names.length === problem.studies.length ? undefined : names;
}

/** What a moving slider asks for; undefined when a study is on display that has no preview. */
function previewOf({ problem, shown, study, options }: ViewState, studies: readonly string[] = []): 'fields' | 'plots' | undefined {
  const kinds = studies.map((name) => problem?.studies.find((s) => s.name === name)?.kind);
  if (!shown || study === null || !kinds.every((kind) => kind === 'steady' || kind === 'transient')) return undefined;
  const readsFields = !isPlotted(shown, study) || Object.values(options).some(({ open }) => open);
  return readsFields ? 'fields' : 'plots';
}

/** The study and those that share a plot with it: what a moving slider must keep up to date. */
function drawnWith(problem: Problem | null, study: string): readonly string[] {
  const shared = (problem?.plots ?? []).filter((plot) => plot.of.includes(study)).flatMap((plot) => plot.of);
  return [...new Set([study, ...shared])];
}
