/** Everything that the view shows, as one value. Only `update.ts` makes new ones. */
import type { SourceRange, Problem } from '../../../solver/problem.js';
import type { Sensitivities } from '../../../solver/sensitivity/index.js';
import type { RunResult } from '../../../solver/outcome.js';
import type { ProblemSummary } from '../../../server/protocol.js';
import type { RunMode } from '../messages.js';
import type { Run } from '../plots/plot.js';

export interface FinishedRun extends Run {
  readonly result: RunResult;
  readonly milliseconds: number;
  readonly cancelled: boolean;
  /** A frame of a moving slider: what plots and measures need; the whole run follows when the slider rests. */
  readonly preview: boolean;
}

export interface Progress {
  readonly study: string;
  readonly fraction: number;
  /** Time reached [s] in a transient. */
  readonly time: number | null;
  /** Wall clock at the start [ms]. */
  readonly started: number;
  /** It was told to stop; what it has is on its way. */
  readonly cancelled?: boolean;
}

/** How a person has set up one plot; survives updates and reloads. SI values. */
export interface PlotOptions {
  readonly zoom?: { readonly x?: readonly [number, number]; readonly y?: readonly [number, number] };
  readonly logX?: boolean;
  readonly logY?: boolean;
  readonly unitX?: string;
  readonly unitY?: string;
  readonly hidden?: readonly string[];
  readonly a?: number;
  readonly b?: number;
  readonly table?: boolean;
  /** A secondary figure that was asked for. */
  readonly open?: boolean;
}

export interface ViewState {
  readonly document: { readonly fileName: string; readonly uri: string; readonly source: string | null } | null;
  /** The newest model; the shown run may be of an older one. */
  readonly problem: Problem | null;
  readonly errors: readonly ProblemSummary[];
  readonly warnings: readonly ProblemSummary[];
  readonly mode: RunMode;
  /** Chosen study. */
  readonly study: string | null;
  /** Slider values that differ from the file [SI]. */
  readonly set: Readonly<Record<string, number>>;
  readonly progress: Progress | null;
  /** The running time has exceeded the moment in which a change of curves would flicker. */
  readonly slow: boolean;
  readonly shown: FinishedRun | null;
  readonly pinned: readonly FinishedRun[];
  /** Why the last run gave nothing, when that is not the model's fault. */
  readonly fault: string | null;
  readonly notice: { readonly severity: 'info' | 'error'; readonly message: string } | null;
  /** Scrubbed time [s]; null is the end. */
  readonly time: number | null;
  readonly playing: boolean;
  /** The newest ones that are known, and the run that they belong to. */
  readonly sensitivities: { readonly run: FinishedRun; readonly found: Sensitivities } | null;
  readonly analysing: boolean;
  /** Statement at the editor's cursor. */
  readonly cursor: SourceRange | null;
  readonly options: Readonly<Record<string, PlotOptions>>;
}

export const initialState: ViewState = {
  document: null,
  problem: null,
  errors: [],
  warnings: [],
  mode: 'onType',
  study: null,
  set: {},
  progress: null,
  slow: false,
  shown: null,
  pinned: [],
  fault: null,
  notice: null,
  time: null,
  playing: false,
  sensitivities: null,
  analysing: false,
  cursor: null,
  options: {},
};

export type Phase = 'empty' | 'idle' | 'running' | 'done' | 'broken' | 'failed' | 'cancelled' | 'changed';

/** What the toolbar says in one word. */
export function phaseOf(state: ViewState): Phase {
  if (state.errors.length > 0) return 'broken';
  if (state.progress) return state.progress.cancelled ? 'cancelled' : 'running';
  if (!state.problem || state.problem.studies.length === 0) return 'empty';
  if (state.fault) return 'failed';
  const { shown } = state;
  if (!shown) return 'idle';
  if (!isCurrent(state)) return 'changed';
  if (shown.cancelled) return 'cancelled';
  // The whole run is still to come.
  if (shown.preview) return 'running';
  return outcomeOf(state)?.status === 'failed' ? 'failed' : 'done';
}

export const outcomeOf = (state: ViewState): RunResult['outcomes'][number] | undefined =>
  state.shown?.outcomes.find((outcome) => outcome.study === state.study);

const sameValues = (a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): boolean => {
  const names = Object.keys(a);
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name]);
};

/** The curves belong to the model and the slider values of this moment. */
export const isCurrent = (state: ViewState): boolean =>
  state.shown !== null &&
  state.problem !== null &&
  state.shown.problem.hash === state.problem.hash &&
  sameValues(state.shown.set, state.set);

/** Curves are dimmed: an error, another model, or a run that takes long enough to be noticed. */
export const isStale = (state: ViewState): boolean =>
  state.shown !== null &&
  (state.errors.length > 0 || state.fault !== null || (!isCurrent(state) && (state.progress === null || state.slow)));
