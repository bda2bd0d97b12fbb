/** What a fit compares: the measure at every value of the data, and all measures at the end of the study, as functions of the parameters. */
import { measureValue } from '../observe/functionals.js';
import { Observer } from '../observe/observer.js';
import type { Reason } from '../outcome.js';
import type { FitStudy, Measure } from '../problem.js';
import type { Model } from '../study/model.js';
import { reason } from '../study/reasons.js';
import type { Solution } from '../study/solution.js';
import type { Observations } from './observations.js';
import type { Simulation, Values } from './simulation.js';
import { numeral } from '../quantities/numeral.js';

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
    readonly model: Model,
    /** One per group of values. */
    private readonly simulations: readonly Simulation[],
    readonly names: readonly string[],
    readonly observations: Observations,
    readonly measures: readonly Measure[],
    private readonly fit: FitStudy,
  ) {}

  /** Chooses new time steps when the parameters are far from those that they were chosen for. */
  *at(p: Float64Array): Generator<void, Prediction | Reason> {
    const known = this.adaptedAt;
    if (known?.every((value, k) => Math.abs(p[k]! - value) <= near * Math.abs(value))) return yield* this.nearby(p);
    const predicted = yield* this.predict((simulation) => simulation.adapt(this.named(p)));
    if ('values' in predicted) this.adaptedAt = Float64Array.from(p);
    return predicted;
  }
  /** With the time steps of the last `at`; `other` gives values to parameters that are not fitted. */
  nearby(p: Float64Array, other: Values = {}): Generator<void, Prediction | Reason> {
    return this.predict((simulation) => simulation.follow({ ...other, ...this.named(p) }));
  }

  private named(p: Float64Array): Values {
    return Object.fromEntries(this.names.map((name, k) => [name, p[k]!]));
  }

  private *predict(solve: (simulation: Simulation) => Generator<void, Solution | Reason>): Generator<void, Prediction | Reason> {
    const values = new Float64Array(this.observations.each.length + this.measures.length);
    for (const [group, simulation] of this.simulations.entries()) {
      const solution = yield* solve(simulation);
      if (!('states' in solution)) return solution;
      this.solves++;
      const failure = this.read(solution, group, values);
      if (failure) return failure;
    }
    return { values };
  }

  /** Fills in what the solution of a group predicts; the measures at the end are those of the first group. */
  private read(solution: Solution, group: number, values: Float64Array): Reason | undefined {
    const { observations, measures } = this;
    const { each } = observations;
    const last = solution.states.length - 1;
    const indices = new Map(solution.times.map((t, k) => [t, k] as const));
    const observer = new Observer(this.model.readings, solution.system);
    let looked = -1;
    const look = (k: number): void => {
      if (k !== looked) observer.look(solution.states[k]!, solution.times[k]!);
      looked = k;
    };
    for (const [i, { time, formula, group: own }] of each.entries()) {
      if (own !== group) continue;
      look(time === null ? last : (indices.get(time) ?? last));
      const value = measureValue(observer, formula);
      if (!Number.isFinite(value)) return this.withoutValue(i, solution);
      values[i] = value;
    }
    if (group > 0) return undefined;
    look(last);
    measures.forEach(({ formula }, m) => (values[each.length + m] = measureValue(observer, formula)));
    return undefined;
  }

  private withoutValue(i: number, { system }: Solution): Reason {
    const { observations, fit } = this;
    const { abscissa, at } = observations;
    const { regions } = system.geometry;
    const [from, to] = [regions[0]!.from, regions[regions.length - 1]!.to];
    const place = at[i]!;
    const outside = (abscissa === 'x' || abscissa === 'r') && !(place >= from && place <= to);
    return outside
      ? reason(
          'run/data',
          `the data ${fit.observations} have a value at ${abscissa} = ${numeral(place)} m, but the domain reaches from ${numeral(from)} m to ${numeral(to)} m`,
          'look at the unit of that column and at the size of the geometry, or take the row out',
          fit.origin,
        )
      : reason(
          'run/data',
          `${fit.observe} has no value at ${abscissa} = ${numeral(place)}, where there are data`,
          'look whether that place lies inside the geometry, and whether a logarithm or a root is taken of a negative value there',
          fit.origin,
        );
  }
}
