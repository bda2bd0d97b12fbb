/** What a fit compares: the measure at every value of the data, and all measures at the end of the study, as functions of the parameters. */
import { measureValue } from '../observe/functionals.js';
import { Observer } from '../observe/observer.js';
import type { Reason } from '../outcome.js';
import type { Measure } from '../problem.js';
import type { Model } from '../study/model.js';
import { reason, text } from '../study/reasons.js';
import type { Solution } from '../study/solution.js';
import type { Observations } from './observations.js';
import type { Simulation, Values } from './simulation.js';

export interface Prediction {
  /** At each value of the data, then each of `measures` at the end. */
  readonly values: Float64Array;
}
/** Parameters this close keep the time steps of the last run: the cost is then smooth where the minimum is approached. */
const near = 0.05;

export class Predictor {
  private adaptedAt: Float64Array | undefined;
  /** Solves so far. */
  solves = 0;

  constructor(
    private readonly model: Model,
    private readonly simulation: Simulation,
    readonly names: readonly string[],
    readonly observations: Observations,
    readonly measures: readonly Measure[],
    private readonly label: string,
  ) {}

  /** Chooses new time steps when the parameters are far from those that they were chosen for. */
  *at(p: Float64Array): Generator<void, Prediction | Reason> {
    const known = this.adaptedAt;
    if (known?.every((value, k) => Math.abs(p[k]! - value) <= near * Math.abs(value))) return yield* this.nearby(p);
    const solution = yield* this.simulation.adapt(this.named(p));
    if (!('states' in solution)) return solution;
    this.adaptedAt = Float64Array.from(p);
    return this.read(solution);
  }
  /** With the time steps of the last `at`. */
  *nearby(p: Float64Array): Generator<void, Prediction | Reason> {
    const solution = yield* this.simulation.follow(this.named(p));
    return 'states' in solution ? this.read(solution) : solution;
  }

  private named(p: Float64Array): Values {
    return Object.fromEntries(this.names.map((name, k) => [name, p[k]!]));
  }

  private read(solution: Solution): Prediction | Reason {
    this.solves++;
    const { observations, measures } = this;
    const { each } = observations;
    const last = solution.states.length - 1;
    const indices = new Map(solution.times.map((t, k) => [t, k] as const));
    const values = new Float64Array(each.length + measures.length);
    const observer = new Observer(this.model.readings, solution.system);
    let looked = -1;
    const look = (k: number): void => {
      if (k !== looked) observer.look(solution.states[k]!, solution.times[k]!);
      looked = k;
    };
    for (const [i, { time, formula }] of each.entries()) {
      look(time === null ? last : (indices.get(time) ?? last));
      const value = measureValue(observer, formula);
      if (!Number.isFinite(value))
        return reason(
          'run/data',
          `${this.label} has no value at ${observations.abscissa} = ${text(observations.at[i]!)}, where there are data`,
          'look whether that place lies inside the geometry, and whether a logarithm or a root is taken of a negative value there',
        );
      values[i] = value;
    }
    look(last);
    measures.forEach(({ formula }, m) => (values[each.length + m] = measureValue(observer, formula)));
    return { values };
  }
}
