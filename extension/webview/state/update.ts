/** How events change the state. Pure: what else must happen (a run, a message) is the controller's business. */
import type { Problem } from '../../../solver/problem.js';
import type { RunResult, Step } from '../../../solver/outcome.js';
import type { HostMessage } from '../messages.js';
import type { FinishedRun, PlotOptions, ViewState } from './state.js';

export function withModel(state: ViewState, message: Extract<HostMessage, { type: 'model' }>): ViewState {
  const { problem } = message;
  const other = state.document?.uri !== message.uri;
  return {
    ...state,
    document: { fileName: message.fileName, uri: message.uri, source: message.source ?? null },
    problem,
    errors: [],
    warnings: message.warnings,
    fault: null,
    study: chooseStudy(problem, state.study),
    set: other ? {} : keepValid(state, problem),
    ...(other ? { shown: null, pinned: [], time: null, options: {} } : {}),
  };
}

/** Keeps the study when the model still has it; else the first with a plot of its own, else the first. */
export function chooseStudy(problem: Problem, current: string | null): string | null {
  const names = problem.studies.map((study) => study.name);
  if (current !== null && names.includes(current)) return current;
  const plotted = problem.plots.flatMap((plot) => plot.of).find((name) => names.includes(name));
  return plotted ?? problem.studies.find((study) => study.kind === 'transient')?.name ?? names[0] ?? null;
}

/** Slider values survive an edit unless the edit is about that parameter. */
function keepValid(state: ViewState, problem: Problem): Readonly<Record<string, number>> {
  const before = new Map(state.problem?.parameters.map((p) => [p.name, p]));
  return Object.fromEntries(
    Object.entries(state.set).filter(([name, value]) => {
      const now = problem.parameters.find((p) => p.name === name);
      const then = before.get(name);
      return now !== undefined && then?.value === now.value && value >= (now.low ?? -Infinity) && value <= (now.high ?? Infinity);
    }),
  );
}

export function withErrors(state: ViewState, message: Extract<HostMessage, { type: 'broken' }>): ViewState {
  const other = state.document?.uri !== message.uri;
  return {
    ...state,
    document: { fileName: message.fileName, uri: message.uri, source: message.source ?? null },
    errors: message.errors,
    progress: null,
    slow: false,
    ...(other ? { problem: null, shown: null, pinned: [], time: null, set: {}, options: {} } : {}),
  };
}

export const withSlider = (state: ViewState, name: string, value: number): ViewState => {
  const file = state.problem?.parameters.find((p) => p.name === name)?.value;
  const { [name]: _, ...others } = state.set;
  return { ...state, set: value === file ? others : { ...others, [name]: value } };
};

export const withProgress = (state: ViewState, step: Step): ViewState =>
  state.progress
    ? { ...state, progress: { ...state.progress, study: step.study, fraction: step.fraction, time: step.time ?? null } }
    : state;

/** The word comes at once, the curves as soon as the solver has put together what it has. */
export const stopping = (state: ViewState): ViewState =>
  state.progress ? { ...state, progress: { ...state.progress, cancelled: true } } : state;

export const started = (state: ViewState, study: string, now: number): ViewState => ({
  ...state,
  fault: null,
  progress: { study, fraction: 0, time: 0, started: now },
  slow: false,
});

/** Outcomes of studies that this run left out are kept from the run before, when it was of the same model and values. */
export function finished(
  state: ViewState,
  problem: Problem,
  set: Readonly<Record<string, number>>,
  result: RunResult,
  milliseconds: number,
  cancelled: boolean,
  preview = false,
): ViewState {
  const before = state.shown;
  const same = before?.problem.hash === problem.hash && JSON.stringify(before.set) === JSON.stringify(set);
  const kept = same ? before.outcomes.filter((old) => !result.outcomes.some((o) => o.study === old.study)) : [];
  const shown: FinishedRun = {
    problem,
    set,
    parameters: { ...Object.fromEntries(problem.parameters.map((p) => [p.name, p.value])), ...set },
    outcomes: [...result.outcomes, ...kept],
    result,
    milliseconds,
    cancelled,
    preview,
  };
  return { ...state, shown, progress: null, slow: false, fault: null };
}

export const withOptions = (state: ViewState, plot: string, change: PlotOptions): ViewState => ({
  ...state,
  options: { ...state.options, [plot]: { ...state.options[plot], ...change } },
});

const mostPinned = 3;
/** Pins the shown run, or lets all pinned runs go when it is pinned already. */
export function togglePin(state: ViewState): ViewState {
  if (!state.shown) return state;
  if (state.pinned.includes(state.shown)) return { ...state, pinned: [] };
  return { ...state, pinned: [state.shown, ...state.pinned].slice(0, mostPinned) };
}
