/** The steady state of a system: Newton, helped by time stepping to large times where Newton alone does not find it. */
import type { Discretisation } from '../assembly/discretisation.js';
import { Rosenbrock, type StepFailure } from '../time/rosenbrock.js';
import { conservation, type Conservation } from './conserved.js';
import { dot, newtonSteps, type NewtonResult } from './newton.js';

export type Equilibrium =
  | { readonly kind: 'found'; readonly u: Float64Array; readonly iterations: number; readonly steps: number; readonly rejected: number }
  | { readonly kind: 'unbalanced'; readonly unknown: number; readonly net: number }
  /** `time`: how far the trajectory was followed [s]. */
  | { readonly kind: 'none'; readonly failure?: StepFailure; readonly time: number; readonly u: Float64Array }
  | { readonly kind: 'cancelled'; readonly u: Float64Array };

/** Accuracy of the pseudo-time steps: they only have to lead near the steady state. */
const looseness = 1e-3;
/** Pseudo-time steps between two attempts of Newton. */
const stepsBetween = 15;
const mostRounds = 12;

/**
 * `start` is the initial state, whose conserved totals are kept; `guess` is where Newton begins (a neighbour in a sweep) and is changed.
 * Yields between steps and iterations so that a run can be cancelled.
 */
export function* equilibrate(
  system: Discretisation,
  start: Float64Array,
  guess: Float64Array | undefined,
  cancelled: () => boolean,
  /** Per unknown: an error of the iteration that is small enough, when known. */
  enough?: Float64Array,
): Generator<void, Equilibrium> {
  const u = Float64Array.from(start);
  const amounts = new Float64Array(system.size);
  system.amounts(u, 0, amounts);
  system.hold(u, 0);
  const kept: Conservation = conservation(system, u);
  if (kept.unbalanced) return { kind: 'unbalanced', ...kept.unbalanced };
  const wanted = kept.totals.map((total) => dot(total.weights, amounts));
  const begun = sizesOf(system, u);
  for (const from of guess ? [guess, u] : [u]) {
    const attempt = from === guess ? guess : Float64Array.from(from);
    system.hold(attempt, 0);
    const steps = newtonSteps(system, attempt, 0, kept.totals, wanted, undefined, from === guess ? enough : undefined, begun);
    const result = yield* unlessCancelled(steps, cancelled);
    if (!result) return { kind: 'cancelled', u };
    if (result.converged) return { kind: 'found', u: attempt, iterations: result.iterations, steps: 0, rejected: 0 };
  }
  yield;
  // Pseudo-transient continuation: the trajectory of the model itself leads to the stable steady state.
  const stepper = new Rosenbrock(
    system,
    begun.map((size) => looseness * (size || 1)),
    u,
  );
  let failure = stepper.begin(0, Infinity);
  let iterations = 0;
  for (let round = 0; round < mostRounds && !failure; round++) {
    for (let s = 0; s < stepsBetween && !failure; s++) {
      failure = stepper.step(Infinity);
      if (cancelled()) return { kind: 'cancelled', u };
      yield;
    }
    const attempt = Float64Array.from(stepper.u);
    const result = yield* unlessCancelled(newtonSteps(system, attempt, 0, kept.totals, wanted, undefined, undefined, begun), cancelled);
    if (!result) return { kind: 'cancelled', u: stepper.u };
    iterations += result.iterations;
    if (result.converged) return { kind: 'found', u: attempt, iterations, steps: stepper.steps, rejected: stepper.rejected };
  }
  return { kind: 'none', failure, time: stepper.t, u: stepper.u };
}

/** Per unknown: largest magnitude. */
export function sizesOf(system: Discretisation, u: Float64Array): Float64Array {
  const sizes = new Float64Array(system.terms.system.unknowns.length);
  u.forEach((value, i) => {
    const unknown = system.layout.unknownOf[i]!;
    sizes[unknown] = Math.max(sizes[unknown]!, Math.abs(value));
  });
  return sizes;
}

/** An iteration, or undefined where it was stopped: what it leaves then is no state of the model. */
function* unlessCancelled(steps: Generator<void, NewtonResult>, cancelled: () => boolean): Generator<void, NewtonResult | undefined> {
  for (let next = steps.next(); ; next = steps.next()) {
    if (next.done) return next.value;
    if (cancelled()) return undefined;
    yield;
  }
}
