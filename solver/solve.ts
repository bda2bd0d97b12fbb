/** The one entry point of the solver. */
import { judge, unjudged } from './observe/expectations.js';
import { fieldOutcome, stateIndex, type Detail } from './observe/field-outcome.js';
import { Observer } from './observe/observer.js';
import type { ExpectationOutcome, FieldOutcome, Outcome, Reason, Report, RunResult, Step } from './outcome.js';
import { chainOf, type FieldStudy } from './fit/chain.js';
import { readsPlace } from './fit/conditions.js';
import { runFit, type Fitted } from './fit/fit.js';
import { formulate } from './physics/formulate.js';
import type { Expectation, Problem, Study, SweepStudy } from './problem.js';
import { runField, usualTolerance, type FieldResult } from './study/field-study.js';
import { SensitivityAnalysis, type Sensitivities } from './sensitivity/index.js';
import { Meshes } from './study/meshes.js';
import { Model } from './study/model.js';
import { reason } from './study/reasons.js';
import { runSweep } from './study/sweep.js';
import type { SweepRequest } from './study/sweep-case.js';
import { propagate, spreadOf, type Method } from './uncertainty/propagate.js';
import { parametrised, sourcesOf, sourcesOfSweep, type Source } from './uncertainty/sources.js';
import type { SolvedStudy } from './uncertainty/varied-study.js';

export interface RunOptions {
  /** Studies to run; all when absent. Studies that they start from are run too. */
  readonly studies?: readonly string[];
  /** Values of parameters [SI] that replace those of the model. */
  readonly set?: Readonly<Record<string, number>>;
  /** How numbers stated with `±` are carried to the results, whatever the studies say. */
  readonly uncertainties?: Method | 'off';
  /** What a steady or transient study gives back besides measures, plots and the report; all when absent. */
  readonly detail?: Detail;
  /** Number of points of the profiles that are given back; 201 when absent. */
  readonly samples?: number;
  /** Asked between steps; true ends the run with what was computed. */
  readonly cancelled?: () => boolean;
  readonly onStep?: (step: Step) => void;
}

/** A model that has been formulated and compiled once and is run many times (sliders, sweeps, fits). */
export interface PreparedModel {
  /** Runs and yields between time steps, so that a worker can answer messages meanwhile. */
  running(options?: RunOptions): Generator<Step, RunResult>;
  run(options?: RunOptions): RunResult;
  /** How much measures and curves of a steady or transient study depend on every coefficient of the model. */
  sensitivities(study: string, options?: RunOptions): Generator<Step, Sensitivities | Reason>;
}

const usualSamples = 201;
const usualDraws = 500;

/** Undefined when nothing is wanted. */
function methodOf(study: FieldStudy, { uncertainties }: RunOptions): Method | undefined {
  if (uncertainties !== undefined) return uncertainties === 'off' ? undefined : uncertainties;
  if (study.propagation === 'off') return undefined;
  return study.propagation === 'monte_carlo' ? { kind: 'monte_carlo', samples: study.samples ?? usualDraws } : { kind: 'linear' };
}
/** Present in every host (browser, worker, Node); times only what the report says about the run itself. */
const clock = (): number => (globalThis as { readonly performance?: { now(): number } }).performance?.now() ?? Date.now();

export function prepare(problem: Problem): PreparedModel {
  const formulated = formulate(problem);
  const running =
    'reasons' in formulated
      ? (options: RunOptions = {}) => refused(problem, formulated.reasons, options)
      : new Runner(new Model(problem, formulated.formulation)).running;
  const analysis = new SensitivityAnalysis(problem);
  return {
    running,
    sensitivities: function* (study, { set = {}, samples = usualSamples, cancelled = () => false } = {}) {
      const steps = analysis.run(study, { set, samples, cancelled });
      for (let next = steps.next(); ; next = steps.next()) {
        if (next.done) return next.value;
        yield { study, fraction: next.value };
      }
    },
    run: (options) => {
      const steps = running(options);
      for (let next = steps.next(); ; next = steps.next()) {
        if (next.done) return next.value;
        options?.onStep?.(next.value);
      }
    },
  };
}

/** Formulates, compiles, runs. Never throws: failures are outcomes with a reason. */
export const solve = (problem: Problem, options?: RunOptions): RunResult => prepare(problem).run(options);

/** Every study fails for the first reason why there are no equations. */
function* refused(problem: Problem, reasons: readonly Reason[], options: RunOptions): Generator<Step, RunResult> {
  const wanted = problem.studies.filter((s) => !options.studies || options.studies.includes(s.name));
  const outcomes = wanted.map((study) => failedOutcome(study, reasons[0]!, reasons.slice(1)));
  const expectations = problem.expectations
    .filter((e) => wanted.some((s) => s.name === e.study))
    .map((e) => unjudged(e, reasons[0]!.message));
  return { hash: problem.hash, outcomes, expectations };
}

/** What a run was asked for, and the systems that it may use. */
interface RunOn extends RunOptions {
  readonly meshes: Meshes;
}

class Runner {
  /** What the model states with `±`. */
  private readonly sources: readonly Source[];
  private parametrisedModel: Model | undefined;
  /** Systems of the runs before, while no run has them: two runs at once each have their own. */
  private meshes: Meshes | undefined;

  constructor(private readonly model: Model) {
    this.sources = sourcesOf(model.problem);
  }

  /** The model with a parameter for each source; undefined when it has no equations in this form. */
  private get parametrised(): Model | undefined {
    if (this.parametrisedModel) return this.parametrisedModel;
    const problem = parametrised(this.model.problem);
    if (problem === this.model.problem) return (this.parametrisedModel = this.model);
    const formulated = formulate(problem);
    return 'reasons' in formulated ? undefined : (this.parametrisedModel = new Model(problem, formulated.formulation));
  }

  running = function* (this: Runner, options: RunOptions = {}): Generator<Step, RunResult> {
    const meshes = this.meshes ?? new Meshes();
    this.meshes = undefined;
    try {
      return yield* this.runningOn(meshes, options);
    } finally {
      meshes.release();
      this.meshes = meshes;
    }
  }.bind(this);

  private *runningOn(meshes: Meshes, options: RunOptions): Generator<Step, RunResult> {
    const { problem } = this.model;
    const fields = new Map<string, FieldResult | Reason>();
    const outcomes: Outcome[] = [];
    const expectations: ExpectationOutcome[] = [];
    const wanted = problem.studies.filter((s) => !options.studies || options.studies.includes(s.name));
    for (const study of wanted) {
      const outcome = yield* this.study(study, { ...options, meshes }, fields);
      outcomes.push(outcome);
      for (const e of problem.expectations) if (e.study === study.name) expectations.push(this.judge(e, outcome, fields.get(study.name)));
      if (outcome.status === 'cancelled') break;
    }
    return { hash: problem.hash, outcomes, expectations };
  }

  private *study(study: Study, options: RunOn, fields: Map<string, FieldResult | Reason>): Generator<Step, Outcome> {
    const { model } = this;
    const began = clock();
    const cancelled = options.cancelled ?? (() => false);
    const set = options.set ?? {};
    if (study.kind === 'steady' || study.kind === 'transient') {
      const result = yield* this.field(study, options, fields, []);
      if (!('settled' in result)) return failedOutcome(study, result);
      const outcome = fieldOutcome(result, options.samples ?? usualSamples, clock() - began, options.detail);
      return outcome.status === 'ok' ? yield* this.uncertain(outcome, study, options, fields) : outcome;
    }
    const of = model.problem.studies.find((s) => s.name === study.study);
    if (of?.kind !== 'steady' && of?.kind !== 'transient')
      return failedOutcome(
        study,
        reason('run/study', `${study.name} repeats ${study.study}, which is not a steady or transient study`, undefined, study.origin),
      );
    if (study.kind === 'fit') {
      const carried = methodOf(of, options) ? this.sources : [];
      const fitting = runFit({
        model: (carried.length > 0 && this.parametrised) || model,
        study,
        of,
        set,
        sources: carried,
        cancelled,
        clock,
      });
      for (let next = fitting.next(); ; next = fitting.next()) {
        if (next.done) return this.fitted(study, next.value, fields);
        yield { study: study.name, fraction: next.value.fraction };
      }
    }
    const start = yield* this.startOf(of, options, fields, []);
    if (start && !('settled' in start)) return failedOutcome(study, start);
    const sweeping = runSweep({
      model,
      study,
      of,
      set,
      startedFrom: start?.settled,
      spread: this.spread(study, of, options, fields),
      cancelled,
      clock,
    });
    for (let next = sweeping.next(); ; next = sweeping.next()) {
      if (next.done) return 'kind' in next.value ? next.value : failedOutcome(study, next.value);
      yield { study: study.name, ...next.value };
    }
  }

  /** The outcome with what stated uncertainties do to it. */
  private *uncertain(
    outcome: FieldOutcome,
    study: FieldStudy,
    options: RunOptions,
    fields: Map<string, FieldResult | Reason>,
  ): Generator<Step, FieldOutcome> {
    const method = methodOf(study, options);
    if (!method || this.sources.length === 0) return outcome;
    const [model, studies] = [this.parametrised, chainOf(this.model, study)];
    if (!model || 'code' in studies) return outcome;
    const propagating = propagate(outcome, {
      model,
      chain: solvedStudies(model, studies, fields, options.set ?? {}),
      sources: this.sources,
      method,
      samples: options.samples ?? usualSamples,
      cancelled: options.cancelled ?? (() => false),
    });
    for (let next = propagating.next(); ; next = propagating.next()) {
      if (next.done) return next.value;
      yield { study: study.name, fraction: next.value, uncertainties: true };
    }
  }

  /** How uncertain each case of a sweep is; what the sweep varies counts as known. */
  private spread(
    sweep: SweepStudy,
    of: FieldStudy,
    options: RunOptions,
    fields: Map<string, FieldResult | Reason>,
  ): SweepRequest['spread'] {
    const method = methodOf(of, options);
    const sources = sourcesOfSweep(this.model.problem, sweep);
    const model = method && sources.length > 0 ? this.parametrised : undefined;
    const studies = chainOf(this.model, of);
    if (!model || !method || 'code' in studies) return undefined;
    const set = options.set ?? {};
    // What it starts from is solved once for all cases, with none of their values.
    const before = solvedStudies(model, studies.slice(0, -1), fields, set);
    const study = model.problem.studies.find((s) => s.name === of.name) as FieldStudy;
    const own = this.model.parameters(set, sweep);
    const stated = Object.fromEntries(
      sweep.set.filter((s) => !of.set.some((o) => o.parameter === s.parameter)).map(({ parameter }) => [parameter, own[parameter]!]),
    );
    const cancelled = options.cancelled ?? (() => false);
    return (result, row) =>
      spreadOf({
        model,
        chain: [...before, { study, result, set: { ...set, ...stated, ...row } }],
        sources,
        method,
        samples: 2,
        cancelled,
      });
  }

  /** Runs a study once per run; `path` names those that wait for it. */
  private *field(
    study: Extract<Study, { kind: 'steady' | 'transient' }>,
    options: RunOn,
    fields: Map<string, FieldResult | Reason>,
    path: readonly string[],
  ): Generator<Step, FieldResult | Reason> {
    const known = fields.get(study.name);
    if (known) return known;
    const start = yield* this.startOf(study, options, fields, path);
    if (start && !('settled' in start)) return start;
    const running = runField({
      model: this.model,
      study,
      parameters: this.model.parameters(options.set ?? {}, study),
      start: start?.settled.solution,
      startedFrom: start?.settled,
      meshes: options.meshes,
      cancelled: options.cancelled ?? (() => false),
    });
    for (let next = running.next(); ; next = running.next()) {
      if (next.done) {
        fields.set(study.name, next.value);
        return next.value;
      }
      yield { study: study.name, ...next.value };
    }
  }

  private *startOf(
    study: Extract<Study, { kind: 'steady' | 'transient' }>,
    options: RunOn,
    fields: Map<string, FieldResult | Reason>,
    path: readonly string[],
  ): Generator<Step, FieldResult | Reason | undefined> {
    if (study.start === undefined) return undefined;
    const before = this.model.problem.studies.find((s) => s.name === study.start);
    if (before?.kind !== 'steady' && before?.kind !== 'transient')
      return reason(
        'run/study',
        `${study.name} starts from ${study.start}, which is not a steady or transient study`,
        undefined,
        study.origin,
      );
    if (path.includes(before.name))
      return reason(
        'run/study',
        `${[...path, study.name, before.name].join(' → ')}: these studies start from each other`,
        undefined,
        study.origin,
      );
    const result = yield* this.field(before, options, fields, [...path, study.name]);
    return 'settled' in result && result.reason ? result.reason : result;
  }

  /** What is expected of a fit is judged on the study at the fitted values. */
  private fitted(study: Study, result: Fitted | Reason | 'cancelled', fields: Map<string, FieldResult | Reason>): Outcome {
    if (result === 'cancelled') return { ...failedOutcome(study, undefined), status: 'cancelled' };
    if ('code' in result) return failedOutcome(study, result);
    fields.set(study.name, result.result);
    return result.outcome;
  }

  private judge(expectation: Expectation, outcome: Outcome, result: FieldResult | Reason | undefined): ExpectationOutcome {
    if (outcome.kind === 'sweep')
      return unjudged(
        expectation,
        `a sweep has a value for each case; expect it of ${outcome.of}, or set the parameter in a study of its own`,
      );
    if (!result || !('settled' in result)) return unjudged(expectation, outcome.reason?.message ?? `${expectation.study} has no fields`);
    if (readsPlace(expectation.formula))
      return unjudged(
        expectation,
        'it depends on a place that only the data of a fit give; expect it at one place, as in value(T, x = 1 mm)',
      );
    const { solution } = result.settled;
    const { model } = this;
    const time = expectation.at && model.number(expectation.at, solution.system.parameters);
    const index = stateIndex(solution, time);
    const state = solution.states[index];
    if (!state || outcome.status !== 'ok') return unjudged(expectation, outcome.reason?.message ?? 'the run did not get that far');
    const observer = new Observer(model.readings, solution.system);
    observer.look(state, solution.times[index]!);
    return judge(expectation, observer);
  }
}

/** Studies of a chain as they were solved, each as `model` states it. */
const solvedStudies = (
  model: Model,
  chain: readonly FieldStudy[],
  fields: ReadonlyMap<string, FieldResult | Reason>,
  set: Readonly<Record<string, number>>,
): readonly SolvedStudy[] =>
  chain.flatMap(({ name }) => {
    const result = fields.get(name);
    const study = model.problem.studies.find((s) => s.name === name) as FieldStudy;
    return result && 'settled' in result ? [{ study, result, set }] : [];
  });

const nothing: Report = {
  scheme: 'spectral elements',
  cells: 0,
  order: 0,
  unknowns: 0,
  steps: 0,
  rejected: 0,
  factorisations: 0,
  wallMilliseconds: 0,
  massDrift: NaN,
  energyResidual: NaN,
  entropyProductionMinimum: NaN,
  errorEstimate: NaN,
  tolerance: usualTolerance,
  figures: [],
};

/** The outcome of a study of which nothing was computed. */
function failedOutcome(study: Study, why: Reason | undefined, more: readonly Reason[] = []): Outcome {
  const base = {
    study: study.name,
    status: 'failed' as const,
    reason: why,
    warnings: more.map((r) => ({ ...r, severity: 'warning' as const })),
    measures: {},
    report: { ...nothing, tolerance: study.tolerance ?? usualTolerance },
  };
  switch (study.kind) {
    case 'steady':
    case 'transient':
      return {
        ...base,
        kind: study.kind,
        times: [],
        coordinate: { axis: 'x', values: new Float64Array(0) },
        fields: {},
        series: {},
      } satisfies FieldOutcome;
    case 'sweep':
      return { ...base, kind: 'sweep', of: study.study, parameters: {} };
    case 'fit': {
      const empty = new Float64Array(0);
      return {
        ...base,
        kind: 'fit',
        of: study.study,
        parameters: {},
        correlation: [],
        residualRms: NaN,
        conditionNumber: NaN,
        curve: { abscissa: '', at: empty, data: empty, sigma: empty, fitted: empty, band: empty },
      };
    }
  }
}
