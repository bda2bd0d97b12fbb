/**
 * A study as a function of parameters on one mesh, with the studies that it starts from.
 * `adapt` chooses its time steps; `follow` repeats those of the last `adapt`, which makes the states smooth functions of the parameters.
 */
import { Discretisation } from '../assembly/discretisation.js';
import type { Mesh } from '../mesh/mesh.js';
import type { Reason } from '../outcome.js';
import type { SteadyStudy, TransientStudy } from '../problem.js';
import { balance } from '../study/field-study.js';
import { integrate, type TimePlan } from '../study/integrate.js';
import { lookupIn, type Model } from '../study/model.js';
import { reason } from '../study/reasons.js';
import type { Cancelled, Solution } from '../study/solution.js';
import { timePlan } from '../study/time-plan.js';
import { transfer } from '../study/transfer.js';
import { replay, stepShares, type StepShares } from './replay.js';

export type Values = Readonly<Record<string, number>>;

export interface SimulationOptions {
  readonly model: Model;
  readonly study: SteadyStudy | TransientStudy;
  readonly mesh: Mesh;
  /** Error per step relative to the range of each field. */
  readonly stepTolerance: number;
  /** Times at which states are wanted [s]. */
  readonly times: readonly number[];
  /** All parameters of this study from those that vary. */
  readonly parameters: (varied: Values) => Readonly<Record<string, number>>;
  /** The study that this one starts from. */
  readonly before?: Simulation;
  readonly cancelled: Cancelled;
}

/** More times than this are read off between steps, which is cheaper than a step for each. */
const mostExactTimes = 100;

export class Simulation {
  private shares: StepShares | undefined;
  private last: Solution | undefined;

  constructor(readonly options: SimulationOptions) {}

  adapt(varied: Values): Generator<void, Solution | Reason> {
    return this.run(varied, false);
  }
  follow(varied: Values): Generator<void, Solution | Reason> {
    return this.run(varied, true);
  }

  private *run(varied: Values, following: boolean): Generator<void, Solution | Reason> {
    const { model, study, mesh, before } = this.options;
    let start: Solution | undefined;
    if (before) {
      const earlier = yield* following ? before.follow(varied) : before.adapt(varied);
      if (!('states' in earlier)) return earlier;
      start = earlier;
    }
    const lookup = lookupIn(this.options.parameters(varied));
    const system = new Discretisation(model.termsOf(study), mesh, lookup);
    const initial = start ? transfer(start.system, start.states[start.states.length - 1]!, system) : system.initial();
    const solution = yield* study.kind === 'transient'
      ? this.inTime(study, system, initial, following)
      : this.atRest(study, system, initial, varied);
    if (!('states' in solution)) return solution;
    if (!solution.reason && !solution.cancelled && !following) this.last = solution;
    return solution.reason ?? solution;
  }

  private *inTime(
    study: TransientStudy,
    system: Discretisation,
    initial: Float64Array,
    following: boolean,
  ): Generator<void, Solution | Reason> {
    const { model, times, stepTolerance, cancelled } = this.options;
    const own = timePlan(model.problem, model.formulation, system.terms, study, system.parameters);
    if (!own) return reason('run/study', `${study.name} needs an end time above zero`, undefined, study.origin);
    const plan = planOf(own, times);
    if (following && this.shares) return yield* quietly(replay(system, initial, plan, this.shares, cancelled));
    const reached: number[] = [];
    const running = integrate(system, initial, plan, stepTolerance, undefined, undefined, cancelled);
    for (let next = running.next(); ; next = running.next()) {
      if (next.done) {
        if (!next.value.reason && !next.value.cancelled) this.shares = stepShares(plan, reached);
        return next.value;
      }
      reached.push(next.value);
      yield;
    }
  }

  private atRest(study: SteadyStudy, system: Discretisation, initial: Float64Array, varied: Values): Generator<void, Solution> {
    const { model, cancelled } = this.options;
    const guesses = this.last && [{ system: this.last.system, u: this.last.states[0]! }];
    return quietly(balance(system, initial, { model, study, parameters: this.options.parameters(varied), guesses, cancelled }));
  }
}

/** Only the times of the data and the end: what plots want does not matter here. */
function planOf(own: TimePlan, wanted: readonly number[]): TimePlan {
  const end = own.times[own.times.length - 1]!;
  const times = [...new Set([0, ...wanted.filter((t) => t <= end), end])].sort((a, b) => a - b);
  const exact = times.length <= mostExactTimes;
  return { times, exact: times.map((t) => exact || t === 0 || t === end), corners: own.corners };
}

function* quietly(running: Generator<unknown, Solution>): Generator<void, Solution> {
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return next.value;
    yield;
  }
}
