/** One case of a sweep after the other, on systems that serve many of them. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Reason, SweepCase, Warning } from '../outcome.js';
import { MeasureCollector } from '../observe/measure-collector.js';
import { Observer } from '../observe/observer.js';
import { shaken } from '../observe/rounding.js';
import type { SteadyStudy, SweepStudy, TransientStudy } from '../problem.js';
import { numeral } from '../quantities/numeral.js';
import type { Spread } from '../uncertainty/propagate.js';
import { extent } from './compare.js';
import type { Settled } from './contract.js';
import { runField, type FieldResult } from './field-study.js';
import { Meshes } from './meshes.js';
import type { Model } from './model.js';
import type { Cancelled } from './solution.js';

export interface SweepRequest {
  readonly model: Model;
  readonly study: SweepStudy;
  readonly of: SteadyStudy | TransientStudy;
  readonly set: Readonly<Record<string, number>>;
  /** The state that every case starts from, with its error. */
  readonly startedFrom?: Settled;
  /** Standard uncertainty of each measure in a solved case, from what the model states with `±`. */
  readonly spread?: (result: FieldResult, row: Readonly<Record<string, number>>) => Generator<void, Spread>;
  readonly cancelled: Cancelled;
  readonly clock: () => number;
}

/** A state of the unknowns on the mesh of its system. */
export interface CaseState {
  readonly system: Discretisation;
  readonly u: Float64Array;
}
export interface SolvedCase {
  readonly values: SweepCase;
  /** [coarser, finer] run at the end. */
  readonly states: readonly CaseState[];
}
/** Why no case came out: nothing to be kept, or a reason for this case alone. */
export type CaseEnd = 'cancelled' | { readonly failure: Reason } | { readonly unsolvable: Reason };

export class CaseSolver {
  readonly warnings: Warning[] = [];
  steps = 0;
  rejected = 0;
  factorisations = 0;
  private readonly meshes = new Meshes();
  private readonly observers = new WeakMap<Discretisation, Observer>();
  private readonly common: Readonly<Record<string, number>>;
  private last: FieldResult | undefined;
  private worst: FieldResult | undefined;

  constructor(
    private readonly request: SweepRequest,
    readonly rows: readonly (readonly number[])[],
  ) {
    const { model, study, of, set } = request;
    this.common = { ...model.parameters(set, of), ...model.parameters(set, study), ...fromStudy(model, of, set) };
  }

  /** The case with the largest error so far. */
  get judged(): FieldResult | undefined {
    return this.worst;
  }

  observerOf(system: Discretisation): Observer {
    const observer = this.observers.get(system) ?? new Observer(this.request.model.readings, system);
    this.observers.set(system, observer);
    return observer;
  }

  /** Yields the fraction of the case that is done. Newton begins at `guesses` [coarser, finer]. */
  *solve(index: number, guesses?: readonly CaseState[]): Generator<number, SolvedCase | CaseEnd> {
    const { model, study, of, startedFrom, cancelled } = this.request;
    const row = this.rows[index]!;
    const parameters = { ...this.common };
    study.vary.forEach((v, k) => (parameters[v.parameter] = row[k]!));
    const running = runField({
      model,
      study: study.tolerance === undefined ? of : { ...of, tolerance: study.tolerance },
      parameters,
      start: startedFrom?.solution,
      startedFrom,
      ...(of.kind === 'steady' && this.last && { guesses, ranges: extent(this.last.settled.solution).ranges }),
      meshes: this.meshes,
      cancelled,
    });
    let next = running.next();
    for (; !next.done; next = running.next()) yield next.value.fraction;
    const result = next.value;
    if (!('settled' in result)) return { unsolvable: result };
    const { solution, coarse } = result.settled;
    if (solution.cancelled || coarse.cancelled) return 'cancelled';
    result.warnings.forEach((w) => this.warn(w));
    if (result.reason) return { failure: { ...result.reason, message: `${this.describe(row)}: ${result.reason.message}` } };
    const measured = this.measure(result);
    const propagated = yield* this.propagate(result, row);
    if (propagated === 'cancelled') return 'cancelled';
    this.steps += solution.steps;
    this.rejected += solution.rejected;
    this.factorisations += solution.factorisations + coarse.factorisations;
    if (!this.worst || result.settled.relative > this.worst.settled.relative) this.worst = result;
    this.last = result;
    this.meshes.release();
    const each = (numbers: (name: string) => number | undefined) => model.problem.measures.map(({ name }) => numbers(name) ?? NaN);
    return {
      values: {
        index,
        parameters: row,
        measures: each((name) => measured[name]?.values[0]),
        errors: each((name) => measured[name]?.errors[0]),
        ...(propagated && { propagated: each((name) => propagated[name]) }),
      },
      states: [coarse, solution].map(({ system, states }) => ({ system, u: states[states.length - 1]! })),
    };
  }

  private measure({ settled }: FieldResult): ReturnType<MeasureCollector['values']> {
    const { solution, coarse, share, moved } = settled;
    const [fine, rough] = [this.observerOf(solution.system), this.observerOf(coarse.system)];
    const final = solution.states.length - 1;
    fine.look(solution.states[final]!, solution.times[final]!);
    rough.look(coarse.states[coarse.states.length - 1]!, coarse.times[coarse.times.length - 1]!);
    const measures = new MeasureCollector(this.request.model, fine, rough, share);
    measures.collect(true);
    if (moved) {
      fine.look(moved.states[final]!, solution.times[final]!);
      measures.move();
    }
    fine.look(shaken(solution.system, solution.states[final]!), solution.times[final]!);
    measures.shake();
    return measures.values([solution.times[final]!]);
  }

  private *propagate(result: FieldResult, row: readonly number[]): Generator<number, Spread['standard'] | undefined | 'cancelled'> {
    const { spread, study, cancelled } = this.request;
    if (!spread) return undefined;
    const spreading = spread(result, Object.fromEntries(study.vary.map((v, k) => [v.parameter, row[k]!])));
    let next = spreading.next();
    for (; !next.done; next = spreading.next()) yield 0;
    if (cancelled()) return 'cancelled';
    const { standard, warning } = next.value;
    if (warning) this.warn({ ...warning, message: `${this.describe(row)}: ${warning.message}` });
    return standard;
  }

  /** Once for all cases. */
  private warn(warning: Warning): void {
    if (!this.warnings.some((known) => known.code === warning.code)) this.warnings.push(warning);
  }
  private describe(row: readonly number[]): string {
    return this.request.study.vary.map((v, k) => `${v.parameter} = ${numeral(row[k]!)}`).join(', ');
  }
}

/** Values that the repeated study sets itself; the sweep's own come after them. */
const fromStudy = (model: Model, of: SteadyStudy | TransientStudy, set: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(model.parameters(set, of)).filter(([name]) => of.set.some((s) => s.parameter === name)));
