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
  /** Per output time: must a step end there (stated by the user), or is it read off the step that covers it (points of a curve)? */
  readonly exact: readonly boolean[];
  /** Sorted instants inside at which data is not smooth. */
  readonly corners: readonly number[];
}

/** More steps than this mean that something is wrong with the model, not with the patience. */
const mostSteps = 200_000;

/** A range that nothing is known of yet is taken for this share of the field's size. */
const smallestShare = 1e-5;

/** Steps are that much shorter than those of the run that they are compared with, whose errors would otherwise be the same where outputs or corners cut the steps. */
const shorter = 0.75;

/** Yields the time reached after each step. The error per step allowed is `tolerance · range` of each unknown. */
export function* integrate(
  system: Discretisation,
  initial: Float64Array,
  plan: TimePlan,
  tolerance: number,
  ranges: Float64Array | undefined,
  /** The run that this one is compared with. */
  other: Solution | undefined,
  cancelled: Cancelled,
): Generator<number, Solution> {
  const end = plan.times[plan.times.length - 1]!;
  const breaks = [...plan.corners.filter((t) => t < end), end];
  const follower = ranges ? undefined : new RangeFollower(system, initial, breaks[0]!);
  const scales = (ranges ?? follower!.ranges).map((range) => tolerance * range);
  const stepper = new Rosenbrock(system, scales, Float64Array.from(initial));
  const states: Float64Array[] = [];
  const times: number[] = [];
  const reached: number[] = [];
  const longest = new StepLimit(other?.reached ?? []);
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
  let start = 0;
  for (const stop of breaks) {
    let failure = stepper.begin(start, stop);
    if (start === 0) keep(plan.times[next++]!, beginning(system, initial, stepper.u));
    while (!failure && stepper.t < stop) {
      let limit = stop;
      for (let k = next; k < plan.times.length && plan.times[k]! < limit; k++)
        if (plan.exact[k]) {
          limit = plan.times[k]!;
          break;
        }
      stepper.h = Math.min(stepper.h, longest.at(stepper.t));
      failure = stepper.step(limit);
      if (failure) break;
      reached.push(stepper.t);
      follower?.follow(stepper.u, tolerance, scales);
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
      return result({ reason: stepFailureReason(system, failure) });
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
    this.follow(u, 1, this.ranges);
  }

  follow(u: Float64Array, tolerance: number, scales: Float64Array): void {
    const { low, high } = this;
    const { unknownOf } = this.system.layout;
    for (let i = 0; i < u.length; i++) {
      const unknown = unknownOf[i]!;
      if (u[i]! < low[unknown]!) low[unknown] = u[i]!;
      if (u[i]! > high[unknown]!) high[unknown] = u[i]!;
    }
    for (let i = 0; i < scales.length; i++) {
      const size = Math.max(Math.abs(low[i]!), Math.abs(high[i]!));
      scales[i] = tolerance * (Math.max(high[i]! - low[i]!, this.expected[i]!, smallestShare * size) || 1);
    }
  }
}

/** A share of the step that another run made at the same time. */
class StepLimit {
  private next = 0;

  constructor(private readonly ends: readonly number[]) {}

  /** For growing t. */
  at(t: number): number {
    while (this.next < this.ends.length && this.ends[this.next]! <= t) this.next++;
    const end = this.ends[this.next];
    return end === undefined ? Infinity : shorter * (end - (this.ends[this.next - 1] ?? 0));
  }
}
