/** A steady or a transient study: from parameter values to states with estimated errors. */
import { Discretisation } from '../assembly/discretisation.js';
import type { Mesh } from '../mesh/mesh.js';
import type { Reason, Warning } from '../outcome.js';
import { roundingShare } from '../observe/rounding.js';
import type { SteadyStudy, TransientStudy } from '../problem.js';
import { difference, extent } from './compare.js';
import { largestStepTolerance, settle, type Attempt, type Settled } from './contract.js';
import { equilibrate, sizesOf } from './equilibrate.js';
import { excess } from './excess.js';
import { integrate, type TimePlan } from './integrate.js';
import type { Meshes } from './meshes.js';
import { nearlyEmpty, refineInLogarithms } from './logarithmic.js';
import { coarser, companion, firstMesh, started } from './mesh-choice.js';
import { lookupIn, type Model } from './model.js';
import { reason, runawayReason, stepFailureReason, warning } from './reasons.js';
import { burnt } from './runaway.js';
import type { Cancelled, Solution } from './solution.js';
import { movedStart, rangesOf, withMovedStart } from './start-error.js';
import { startLayers } from './start-layers.js';
import { timePlan } from './time-plan.js';
import { transfer } from './transfer.js';
import { numeral } from '../quantities/numeral.js';

/** Wanted accuracy relative to each field's range when the user states none. */
export const usualTolerance = 1e-6;

export interface FieldRequest {
  readonly model: Model;
  readonly study: SteadyStudy | TransientStudy;
  readonly parameters: Readonly<Record<string, number>>;
  /** Final state of another study to begin with. */
  readonly start?: Solution;
  /** The study that `start` comes from: its error is carried on. */
  readonly startedFrom?: Settled;
  /** States near those looked for: [coarser, finer], where Newton begins. Those of a system that is used again are written over. */
  readonly guesses?: readonly { readonly system: Discretisation; readonly u: Float64Array }[];
  /** Per unknown: ranges in the neighbour. */
  readonly ranges?: Float64Array;
  /** Where to take systems on meshes from, for runs that differ in parameter values only. */
  readonly meshes?: Meshes;
  /** Further times at which the solution is compared with data. */
  readonly observed?: readonly number[];
  readonly cancelled: Cancelled;
}

export interface FieldResult {
  readonly request: FieldRequest;
  readonly settled: Settled;
  readonly plan?: TimePlan;
  readonly reason?: Reason;
  readonly warnings: readonly Warning[];
}

/** Yields the fraction of the study that is done (0 … 1) and the time reached. */
export function* runField(request: FieldRequest): Generator<{ fraction: number; time?: number }, FieldResult | Reason> {
  const { model, study, parameters, cancelled } = request;
  const terms = model.termsOf(study);
  const lookup = lookupIn(parameters);
  const tolerance = study.tolerance ?? usualTolerance;
  let plan: TimePlan | undefined;
  if (study.kind === 'transient') {
    plan = timePlan(model.problem, model.formulation, terms, study, lookup, request.observed);
    if (!plan) return reason('run/study', `${study.name} needs an end time above zero`, undefined, study.origin);
  }
  const begin = (system: Discretisation): Float64Array =>
    request.start ? transfer(request.start.system, request.start.states[request.start.states.length - 1]!, system) : system.initial();
  const attempt: Attempt = function* (mesh, stepTolerance, ranges, cut) {
    const system = request.meshes?.take(terms, mesh, lookup) ?? new Discretisation(terms, mesh, lookup);
    // Setting up a large system takes as long as several steps.
    yield 0;
    const initial = begin(system);
    if (plan) return yield* integrate(system, initial, plan, stepTolerance, ranges, cut, cancelled);
    return yield* balance(system, initial, request);
  };
  const warnings: Warning[] = [];
  if (study.kind === 'steady' && !terms.autonomous)
    warnings.push(
      warning(
        'run/time-dependent',
        `${study.name} takes data that depends on time as it is at t = 0`,
        'set the parameters of the final state with `set`, or use a transient',
        study.origin,
      ),
    );
  const layers = plan && startLayers(terms, lookup, request.start !== undefined);
  const end = plan?.times[plan.times.length - 1];
  const progress = (t: number) => (end === undefined ? { fraction: 0 } : { fraction: Math.min(1, t / end), time: t });
  function* settled(scheme: Mesh['scheme']): Generator<{ fraction: number; time?: number }, Settled> {
    const plain = firstMesh(terms.system, model.wishes, scheme, !plan);
    const second = plan ? companion(terms.system, model.wishes, plain) : coarser(plain);
    const first = layers && scheme === 'spectral elements' ? started(plain, model.wishes, layers, tolerance) : plain;
    const settling = settle(attempt, first, second, model.wishes, tolerance, plan?.exact, layers);
    for (let next = settling.next(); ; next = settling.next()) {
      if (next.done) return next.value;
      yield progress(next.value);
    }
  }
  const asked = model.wishes.scheme;
  let best = yield* settled(asked === 'volumes' ? 'finite volumes' : 'spectral elements');
  if (asked === undefined && !best.solution.cancelled && !best.coarse.cancelled && needsVolumes(best)) {
    const robust = yield* settled('finite volumes');
    const emptied = failureOf(robust)?.code === 'run/exhausted';
    const isBetter = failureOf(best) || isNegative(best) || robust.relative < best.relative || best.relative > shiftedFronts;
    if (emptied || (!failureOf(robust) && isBetter)) best = robust;
  }
  const failed = failureOf(best);
  const start =
    !failed && !best.solution.cancelled && !best.coarse.cancelled && request.startedFrom && movedStart(request.startedFrom, best);
  if (start) {
    const { system, reached } = best.solution;
    const again = plan
      ? integrate(system, start, plan, largestStepTolerance, rangesOf(best.solution), reached && { ends: reached, shorter: 1 }, cancelled)
      : balance(system, start, { ...request, guesses: undefined });
    let next = again.next();
    for (; !next.done; next = again.next()) yield progress(next.value);
    best = withMovedStart(best, next.value, difference(next.value, best.solution, plan?.exact));
  }
  // Two studies that both meet their tolerance may add up to more than one of them: that is said by the number alone.
  const ofStart = best.ofStart ?? 0;
  const met = best.relative - ofStart <= tolerance && ofStart <= tolerance;
  if (!failed && !best.solution.cancelled && !best.coarse.cancelled && !met) warnings.push(missed(best, study));
  return { request, settled: best, plan, reason: failed, warnings };
}

const failureOf = (settled: Settled): Reason | undefined => settled.solution.reason ?? settled.coarse.reason;

/** Second order on as many cells as are tried does not get below this. */
const reachOfVolumes = 1e-4;

/** Errors this large tell of fronts thinner than any mesh, where both schemes err alike: then no profile is to ripple below zero. */
const shiftedFronts = 0.1;

/** The robust scheme is tried where polynomials fail, do not reach the tolerance, or dip below zero by more than their error. */
function needsVolumes(settled: Settled): boolean {
  const failed = failureOf(settled);
  if (failed?.code === 'run/no-steady-state') return isNegative(settled);
  if (failed) return failed.code === 'run/stalled' || failed.code === 'run/not-finite';
  return (!(settled.relative <= settled.tolerance) && settled.relative > reachOfVolumes) || isNegative(settled);
}

/** A composition below zero by more than its error. */
function isNegative({ solution, errors }: Settled): boolean {
  const { low } = extent(solution);
  return solution.system.terms.system.unknowns.some(({ nonNegative }, i) => nonNegative && low[i]! < -errors[i]!);
}

function missed(settled: Settled, study: SteadyStudy | TransientStudy): Warning {
  const { relative, tolerance, ofStart = 0 } = settled;
  const isOfStart = study.start !== undefined && ofStart > 0.5 * relative;
  return warning(
    'run/tolerance',
    `the estimated error of ${study.name} is ${numeral(relative)} of the fields' range, above the wanted ${numeral(tolerance)}` +
      (isOfStart ? `; most of it is in the state that it starts from` : ''),
    isOfStart
      ? `give ${study.start} a smaller \`tolerance\`, or accept a larger one here`
      : 'a field jumps or has a thin layer: give more `cells` there, or accept a larger `tolerance`',
    study.origin,
  );
}

/** The steady state, solved again in ln u where a composition is nearly gone. */
function accurateWhereEmpty(system: Discretisation, initial: Float64Array, u: Float64Array, { model }: FieldRequest): Float64Array {
  if (system.mesh.scheme === 'finite volumes' || !nearlyEmpty(system, u)) return u;
  return (model.logarithmic && refineInLogarithms(system, model.logarithmic, initial, u)) ?? u;
}

/** A composition of which less than this share of what there was is left everywhere is what rounding left of nothing. */
const trace = 1e-20;

function withoutTraces(system: Discretisation, u: Float64Array, begun: Float64Array): Float64Array {
  const now = sizesOf(system, u);
  const isTrace = system.terms.system.unknowns.map(({ nonNegative }, i) => nonNegative && now[i]! < trace * begun[i]!);
  return isTrace.includes(true) ? u.map((value, i) => (isTrace[system.layout.unknownOf[i]!] ? 0 : value)) : u;
}

/** Share of the wanted accuracy that an iteration may leave: far below the errors that bars tell of, which do not contain it. */
const iterationShare = 1e-7;

/** The steady state as a solution. */
export function* balance(system: Discretisation, initial: Float64Array, request: FieldRequest): Generator<number, Solution> {
  const guess = request.guesses?.find((g) => g.system.mesh.order === system.mesh.order) ?? request.guesses?.[0];
  const start = guess?.system === system ? guess.u : guess && transfer(guess.system, guess.u, system);
  const iterated = iterationShare * (request.study.tolerance ?? usualTolerance);
  const sizes = start && sizesOf(system, start);
  const enough = sizes && request.ranges?.map((range, i) => Math.max(iterated * range, roundingShare * sizes[i]!));
  const search = equilibrate(system, initial, start, request.cancelled, enough);
  let next = search.next();
  while (!next.done) {
    yield 0;
    next = search.next();
  }
  const found = next.value;
  const begun = sizesOf(system, initial);
  const solution = (u: Float64Array, more: Partial<Solution> = {}): Solution => ({
    system,
    times: [null],
    states: [u],
    begun,
    steps: 0,
    rejected: 0,
    factorisations: system.factorisations,
    ...more,
  });
  const { unknowns } = system.terms.system;
  switch (found.kind) {
    case 'found':
      return solution(withoutTraces(system, accurateWhereEmpty(system, initial, found.u, request), begun), {
        steps: found.iterations + found.steps,
        rejected: found.rejected,
        ...(request.cancelled() && { cancelled: true }),
      });
    case 'cancelled':
      return solution(found.u, { cancelled: true });
    case 'unbalanced': {
      const direction = found.net > 0 ? 'enters than leaves' : 'leaves than enters';
      return solution(initial, {
        reason: reason(
          'run/no-steady-state',
          `there is no steady state: ${excess(Math.abs(found.net), unknowns[found.unknown]!, system.terms.system)} ${direction}, and nothing can balance it`,
          'fix a value or a transfer coefficient at a wall, make sources and fluxes cancel, or use a transient',
          request.study.origin,
        ),
      });
    }
    case 'none': {
      const away = burnt(system, found.u);
      if (away) return solution(found.u, { reason: runawayReason(system, found.time, found.u, away) });
      return solution(found.u, {
        reason: found.failure
          ? stepFailureReason(system, found.failure, found.u)
          : reason(
              'run/no-steady-state',
              'no steady state was found: the fields still change after a very long time',
              'use a transient to see what they do',
              request.study.origin,
            ),
      });
    }
  }
}
