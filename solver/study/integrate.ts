/** A transient on one mesh: smooth stretches between corners, wanted times hit exactly, curves read off between steps. */
import type { Discretisation } from '../assembly/discretisation.js';
import { isConstant } from '../expression/expression.js';
import { Rosenbrock } from '../time/rosenbrock.js';
import { expectedRanges } from './expected-ranges.js';
import { stepFailureReason } from './reasons.js';
import type { Cancelled, Solution } from './solution.js';

export interface TimePlan {
  /** Sorted output times, from 0 to the end. */
  readonly times: readonly number[];
  /** Per output time: is it stated by the user, so that its state is judged and a step ends there unless there are many, or a point of a curve? */
  readonly exact: readonly boolean[];
  /** Sorted instants inside at which data is not smooth. */
  readonly corners: readonly number[];
}

/** More steps than this mean that something is wrong with the model, not with the patience. */
const mostSteps = 200_000;

/** More output times than this are read off between the ends of steps. */
const mostHit = 60;
/** Error per step then, over what it is where steps end at the output times: dense output is less accurate. */
const readShare = 0.2;

/** A range that nothing is known of yet is taken for this share of the field's size. */
const smallestShare = 1e-5;

/**
 * Steps of a run that is compared with another: shorter everywhere than those of the other, whose errors would otherwise be the same where
 * outputs or corners cut the steps.
 */
export interface CutSteps {
  /** Ends of the other's steps [s]. */
  readonly ends: readonly number[];
  /** Length of the other's steps over that of steps here, at least. */
  readonly shorter: number;
}

/** Yields the time reached after each step. The error per step allowed is `stepTolerance · range` of each unknown. */
export function* integrate(
  system: Discretisation,
  initial: Float64Array,
  plan: TimePlan,
  stepTolerance: number,
  ranges: Float64Array | undefined,
  /** Steps of another run that are to be cut into parts. */
  cut: CutSteps | undefined,
  cancelled: Cancelled,
): Generator<number, Solution> {
  const end = plan.times[plan.times.length - 1]!;
  const breaks = [...plan.corners.filter((t) => t < end), end];
  // Many output times would cut every step: they are read off in between, from somewhat shorter ones.
  const stated = plan.times.filter((_, k) => plan.exact[k]);
  const isDense = stated.length > mostHit;
  const hit = isDense ? breaks : [...new Set([...breaks, ...stated])].sort((a, b) => a - b);
  const tolerance = isDense ? readShare * stepTolerance : stepTolerance;
  const follower = ranges ? undefined : new RangeFollower(system, initial, breaks[0]!);
  const allowed = Float64Array.from(system.terms.system.unknowns, ({ accuracy = 1 }) => accuracy * tolerance);
  const scales = (ranges ?? follower!.ranges).map((range, i) => allowed[i]! * range);
  const stepper = new Rosenbrock(system, scales, Float64Array.from(initial));
  const states: Float64Array[] = [];
  const times: number[] = [];
  const reached: number[] = [];
  const planned = cut && new PlannedSteps(cut, hit);
  const result = (more: Partial<Solution> = {}): Solution => ({
    system,
    times,
    states,
    reached,
    steps: stepper.steps,
    rejected: stepper.rejected,
    factorisations: system.factorisations,
    ...more,
  });
  const keep = (t: number, u: Float64Array) => {
    times.push(t);
    states.push(Float64Array.from(u));
  };
  let next = 0;
  /** Index of the next instant that is hit. */
  let ahead = 0;
  let start = 0;
  for (const stop of breaks) {
    let failure = stepper.begin(start, stop);
    if (start === 0) keep(plan.times[next++]!, beginning(system, initial, stepper.u));
    if (cancelled()) return result({ cancelled: true });
    yield stepper.t;
    while (!failure && stepper.t < stop) {
      while (hit[ahead]! <= stepper.t) ahead++;
      const limit = hit[ahead]!;
      failure = stepper.step(planned ? Math.min(limit, planned.next(stepper.t)) : limit);
      if (failure) break;
      reached.push(stepper.t);
      follower?.follow(stepper.u, allowed, scales);
      while (next < plan.times.length && plan.times[next]! <= stepper.t) {
        const t = plan.times[next++]!;
        if (t === stepper.t) keep(t, stepper.u);
        else {
          const u = new Float64Array(system.size);
          stepper.interpolate(t, u);
          keep(t, u);
        }
      }
      if (cancelled()) return result({ cancelled: true });
      yield stepper.t;
      if (stepper.steps > mostSteps) failure = { kind: 'stalled', time: stepper.t, number: 0 };
    }
    if (failure) {
      if (times[times.length - 1] !== stepper.t) keep(stepper.t, stepper.u);
      return result({ reason: stepFailureReason(system, failure, stepper.u) });
    }
    start = stop;
  }
  return result();
}

/**
 * The state at t = 0: as given, so that a wall that jumps then leaves no ripple; what has no storage (quasi-steady heat) follows at once.
 */
function beginning(system: Discretisation, initial: Float64Array, consistent: Float64Array): Float64Array {
  const { regions, unknowns } = system.terms.system;
  const stored = unknowns.map((_, i) => regions.some((region) => region.present[i] && !isConstant(region.storage[i]!, 0)));
  return initial.map((value, k) => (stored[system.layout.unknownOf[k]!] ? value : consistent[k]!));
}

/** Ranges of the unknowns: as expected at first, and over the states seen so far. */
class RangeFollower {
  readonly ranges: Float64Array;
  private readonly expected: Float64Array;
  private readonly low: Float64Array;
  private readonly high: Float64Array;

  constructor(
    private readonly system: Discretisation,
    initial: Float64Array,
    /** Length of the first smooth stretch [s]. */
    stretch: number,
  ) {
    const count = system.terms.system.unknowns.length;
    this.low = new Float64Array(count).fill(Infinity);
    this.high = new Float64Array(count).fill(-Infinity);
    this.ranges = new Float64Array(count);
    const u = Float64Array.from(initial);
    system.hold(u, 0);
    this.expected = expectedRanges(system, u, 0, stretch);
    this.follow(u, new Float64Array(count).fill(1), this.ranges);
  }

  follow(u: Float64Array, allowed: Float64Array, scales: Float64Array): void {
    const { low, high } = this;
    const { unknownOf } = this.system.layout;
    for (let i = 0; i < u.length; i++) {
      const unknown = unknownOf[i]!;
      if (u[i]! < low[unknown]!) low[unknown] = u[i]!;
      if (u[i]! > high[unknown]!) high[unknown] = u[i]!;
    }
    for (let i = 0; i < scales.length; i++) {
      const size = Math.max(Math.abs(low[i]!), Math.abs(high[i]!));
      scales[i] = allowed[i]! * (Math.max(high[i]! - low[i]!, this.expected[i]!, smallestShare * size) || 1);
    }
  }
}

/** Ends of steps that follow those of another run and are shorter by the same factor everywhere between two instants that both hit. */
class PlannedSteps {
  private readonly ends: number[] = [];
  private index = 0;

  constructor({ ends, shorter }: CutSteps, hit: readonly number[]) {
    const fixed = new Set(hit);
    // Instants as a function of the number of steps of the other run.
    const at = (step: number): number => {
      const whole = Math.floor(step);
      const from = whole > 0 ? ends[whole - 1]! : 0;
      return whole < ends.length ? from + (step - whole) * (ends[whole]! - from) : from;
    };
    let first = 0;
    ends.forEach((end, k) => {
      if (!fixed.has(end) && k < ends.length - 1) return;
      const count = k + 1 - first;
      const parts = Math.ceil(count * shorter - 1e-9);
      for (let part = 1; part < parts; part++) this.ends.push(at(first + (part * count) / parts));
      this.ends.push(end);
      first = k + 1;
    });
  }

  /** Where the next step after t is to end at the latest, for growing t. */
  next(t: number): number {
    while (this.index < this.ends.length && this.ends[this.index]! <= t) this.index++;
    return this.ends[this.index] ?? Infinity;
  }
}
