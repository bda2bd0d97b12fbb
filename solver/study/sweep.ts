/** A study repeated over values of parameters, each solve beginning where its neighbours point. */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Reason, SweepCase, SweepOutcome, Warning } from '../outcome.js';
import { MeasureCollector } from '../observe/measure-collector.js';
import { Observer } from '../observe/observer.js';
import { report } from '../observe/report.js';
import { shaken } from '../observe/rounding.js';
import type { SteadyStudy, SweepStudy, TransientStudy } from '../problem.js';
import { extent } from './compare.js';
import { runField, type FieldRequest, type FieldResult } from './field-study.js';
import { Meshes } from './meshes.js';
import { lookupIn, type Model } from './model.js';
import { Neighbours } from './neighbours.js';
import type { Settled } from './contract.js';
import type { Cancelled } from './solution.js';
import type { Spread } from '../uncertainty/propagate.js';
import { numeral } from '../quantities/numeral.js';

/** Values of the varied parameters, case by case: every combination (the first parameter varies slowest), or the lists side by side. */
export function cases(study: SweepStudy): readonly (readonly number[])[] {
  const lists = study.vary.map((v) => v.values);
  if (study.paired) return Array.from({ length: Math.min(...lists.map((l) => l.length)) }, (_, k) => lists.map((l) => l[k]!));
  return lists.reduce<number[][]>((sofar, list) => sofar.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}

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

/** Yields the fraction of the cases that is done, and each case as it is. */
export function* runSweep(request: SweepRequest): Generator<{ fraction: number; case?: SweepCase }, SweepOutcome | Reason> {
  const { model, study, of, cancelled } = request;
  const began = request.clock();
  const rows = cases(study);
  const collectors: { values: number[]; errors: number[]; propagated: number[] }[] = model.measures.map(() => ({
    values: [],
    errors: [],
    propagated: [],
  }));
  const warnings: Warning[] = [];
  /** Once for all cases. */
  const warn = (w: Warning): void => void (warnings.some((known) => known.code === w.code) || warnings.push(w));
  const meshes = new Meshes();
  const neighbours = new Neighbours(study);
  const observers = new WeakMap<Discretisation, Observer>();
  const observerOf = (system: Discretisation): Observer => {
    const observer = observers.get(system) ?? new Observer(model.readings, system);
    observers.set(system, observer);
    return observer;
  };
  let [last, worst, failure]: [FieldResult | undefined, FieldResult | undefined, Reason | undefined] = [undefined, undefined, undefined];
  let totals = { steps: 0, rejected: 0, factorisations: 0 };
  let done = 0;
  for (const row of rows) {
    const set = { ...model.parameters(request.set, of), ...model.parameters(request.set, study), ...fromStudy(model, of, request.set) };
    study.vary.forEach((v, k) => (set[v.parameter] = row[k]!));
    const field: FieldRequest = {
      model,
      study: study.tolerance === undefined ? of : { ...of, tolerance: study.tolerance },
      parameters: set,
      start: request.startedFrom?.solution,
      startedFrom: request.startedFrom,
      ...(of.kind === 'steady' && last ? { guesses: neighbours.guess(done), ranges: extent(last.settled.solution).ranges } : {}),
      meshes,
      cancelled,
    };
    const running = runField(field);
    let next = running.next();
    while (!next.done) {
      yield { fraction: (done + next.value.fraction) / rows.length };
      next = running.next();
    }
    const result = next.value;
    if (!('settled' in result)) return result;
    const { solution, coarse } = result.settled;
    if (solution.cancelled || coarse.cancelled) break;
    result.warnings.forEach(warn);
    if (result.reason) {
      failure = { ...result.reason, message: `${describe(study, row)}: ${result.reason.message}` };
      break;
    }
    const [fine, rough] = [observerOf(solution.system), observerOf(coarse.system)];
    const final = solution.states.length - 1;
    fine.look(solution.states[final]!, solution.times[final]!);
    rough.look(coarse.states[coarse.states.length - 1]!, coarse.times[coarse.times.length - 1]!);
    const measures = new MeasureCollector(model, fine, rough, result.settled.share);
    measures.collect(true);
    const moved = result.settled.moved;
    if (moved) {
      fine.look(moved.states[final]!, solution.times[final]!);
      measures.move();
    }
    fine.look(shaken(solution.system, solution.states[final]!), solution.times[final]!);
    measures.shake();
    const measured = measures.values([solution.times[final]!]);
    Object.values(measured).forEach(({ values, errors }, m) => {
      collectors[m]!.values.push(values[0]!);
      collectors[m]!.errors.push(errors[0]!);
    });
    let propagated: Spread['standard'] | undefined;
    if (request.spread) {
      const spreading = request.spread(result, Object.fromEntries(study.vary.map((v, k) => [v.parameter, row[k]!])));
      let spread = spreading.next();
      for (; !spread.done; spread = spreading.next()) yield { fraction: done / rows.length };
      if (cancelled()) break;
      const { standard, warning } = spread.value;
      if (warning) warn({ ...warning, message: `${describe(study, row)}: ${warning.message}` });
      model.measures.forEach(({ name }, m) => collectors[m]!.propagated.push(standard[name] ?? NaN));
      propagated = standard;
    }
    totals = {
      steps: totals.steps + solution.steps,
      rejected: totals.rejected + solution.rejected,
      factorisations: totals.factorisations + solution.factorisations + coarse.factorisations,
    };
    if (!worst || result.settled.relative > worst.settled.relative) worst = result;
    last = result;
    neighbours.keep(
      done,
      [coarse, solution].map(({ system, states }) => ({ system, u: states[states.length - 1]! })),
    );
    meshes.release();
    const solved: SweepCase = {
      index: done,
      parameters: row,
      measures: model.problem.measures.map(({ name }) => measured[name]?.values[0] ?? NaN),
      errors: model.problem.measures.map(({ name }) => measured[name]?.errors[0] ?? NaN),
      ...(propagated && { propagated: model.problem.measures.map(({ name }) => propagated[name] ?? NaN) }),
    };
    done++;
    yield { fraction: done / rows.length, case: solved };
  }
  const judged = worst ?? last;
  // Its system may have served other cases since.
  judged?.settled.solution.system.rebind(lookupIn(judged.request.parameters));
  const parameterUnits = new Map(model.problem.parameters.map((p) => [p.name, p.unit]));
  if (!judged)
    return failure ?? { code: 'run/study', message: `${study.name} was ended before its first case was solved`, range: study.origin };
  return {
    kind: 'sweep',
    study: study.name,
    of: of.name,
    status: failure ? 'failed' : done < rows.length ? 'cancelled' : 'ok',
    reason: failure,
    warnings,
    parameters: Object.fromEntries(
      study.vary.map((v, k) => [
        v.parameter,
        { unit: parameterUnits.get(v.parameter) ?? '', values: Float64Array.from(rows.slice(0, done), (row) => row[k]!) },
      ]),
    ),
    measures: Object.fromEntries(
      model.measures.map(({ name, unit }, m) => [
        name,
        {
          unit,
          values: Float64Array.from(collectors[m]!.values.slice(0, done)),
          errors: Float64Array.from(collectors[m]!.errors.slice(0, done)),
          ...(request.spread && { propagated: Float64Array.from(collectors[m]!.propagated.slice(0, done)) }),
        },
      ]),
    ),
    report: { ...report(judged.settled, observerOf(judged.settled.solution.system), request.clock() - began), ...totals },
  };
}

/** Values that the repeated study sets itself; the sweep's own come after them. */
const fromStudy = (model: Model, of: SteadyStudy | TransientStudy, set: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(model.parameters(set, of)).filter(([name]) => of.set.some((s) => s.parameter === name)));

const describe = (study: SweepStudy, row: readonly number[]): string =>
  study.vary.map((v, k) => `${v.parameter} = ${numeral(row[k]!)}`).join(', ');
