/** A transient again with the time steps of another run: without step control the states are smooth functions of the parameters. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { TimePlan } from '../study/integrate.js';
import { stepFailureReason } from '../study/reasons.js';
import type { Cancelled, Solution } from '../study/solution.js';
import { Rosenbrock } from '../time/rosenbrock.js';

/** Ends of the steps in every smooth stretch between corners, as shares of the stretch. */
export type StepShares = readonly (readonly number[])[];

const edges = (plan: TimePlan): number[] => {
  const end = plan.times[plan.times.length - 1]!;
  return [0, ...plan.corners.filter((t) => t > 0 && t < end), end];
};

export function stepShares(plan: TimePlan, reached: readonly number[]): StepShares {
  const ends = edges(plan);
  return ends.slice(1).map((to, k) => {
    const from = ends[k]!;
    const inside = reached.filter((t) => t > from && t < to);
    return [...inside.map((t) => (t - from) / (to - from)), 1];
  });
}

/** Unknowns without storage are made consistent to this share of their size before the first step. */
const consistency = 1e-9;

/** Yields the time reached after each step. */
export function* replay(
  system: Discretisation,
  initial: Float64Array,
  plan: TimePlan,
  shares: StepShares,
  cancelled: Cancelled,
): Generator<number, Solution> {
  const sizes = new Float64Array(system.terms.system.unknowns.length);
  initial.forEach((value, i) => {
    const unknown = system.layout.unknownOf[i]!;
    sizes[unknown] = Math.max(sizes[unknown]!, Math.abs(value));
  });
  const scales = new Float64Array(sizes.length);
  const stepper = new Rosenbrock(system, scales, Float64Array.from(initial));
  const times: number[] = [];
  const states: Float64Array[] = [];
  const result = (more: Partial<Solution> = {}): Solution => {
    const { steps, rejected } = stepper;
    return { system, times, states, steps, rejected, factorisations: system.factorisations, ...more };
  };
  const keep = (t: number): void => {
    const u = new Float64Array(system.size);
    if (t === stepper.t) u.set(stepper.u);
    else stepper.interpolate(t, u);
    times.push(t);
    states.push(u);
  };
  const ends = edges(plan);
  let next = 0;
  for (let k = 0; k + 1 < ends.length; k++) {
    const [from, to] = [ends[k]!, ends[k + 1]!];
    sizes.forEach((size, i) => (scales[i] = consistency * (size || 1)));
    stepper.h = Infinity;
    let failure = stepper.begin(from, to);
    // Any error is accepted: the steps were chosen by the run that is repeated.
    scales.fill(Infinity);
    if (k === 0) keep(plan.times[next++]!);
    const fractions = shares[k] ?? [1];
    for (const [s, fraction] of fractions.entries()) {
      const limit = s === fractions.length - 1 ? to : from + fraction * (to - from);
      while (!failure && stepper.t < limit) {
        failure = stepper.step(limit);
        while (!failure && next < plan.times.length && plan.times[next]! <= stepper.t) keep(plan.times[next++]!);
      }
      if (failure) return result({ reason: stepFailureReason(system, failure, stepper.u) });
      if (cancelled()) return result({ cancelled: true });
      yield stepper.t;
    }
  }
  return result();
}
