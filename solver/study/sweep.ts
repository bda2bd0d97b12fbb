/** A study repeated over values of parameters, each solve beginning where its neighbours point. */
import type { Reason, SweepOutcome, Warning } from '../outcome.js';
import { MeasureCollector } from '../observe/field-outcome.js';
import { Observer } from '../observe/observer.js';
import { report } from '../observe/report.js';
import type { SteadyStudy, SweepStudy, TransientStudy } from '../problem.js';
import { runField, type FieldRequest, type FieldResult } from './field-study.js';
import type { Model } from './model.js';
import type { Cancelled, Solution } from './solution.js';
import { transfer } from './transfer.js';
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
  readonly start?: Solution;
  readonly cancelled: Cancelled;
  readonly clock: () => number;
}

/** Yields the fraction of the cases that is done. */
export function* runSweep(request: SweepRequest): Generator<{ fraction: number }, SweepOutcome | Reason> {
  const { model, study, of, cancelled } = request;
  const began = request.clock();
  const rows = cases(study);
  const collectors: { values: number[]; errors: number[] }[] = model.measures.map(() => ({ values: [], errors: [] }));
  const warnings: Warning[] = [];
  let [last, beforeLast]: (FieldResult | undefined)[] = [undefined, undefined];
  let [worst, failure]: [FieldResult | undefined, Reason | undefined] = [undefined, undefined];
  let totals = { steps: 0, rejected: 0, factorisations: 0 };
  let done = 0;
  for (const row of rows) {
    const set = { ...model.parameters(request.set, of), ...model.parameters(request.set, study), ...fromStudy(model, of, request.set) };
    study.vary.forEach((v, k) => (set[v.parameter] = row[k]!));
    const field: FieldRequest = {
      model,
      study: study.tolerance === undefined ? of : { ...of, tolerance: study.tolerance },
      parameters: set,
      start: request.start,
      guesses: of.kind === 'steady' && last ? guesses(last, beforeLast) : undefined,
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
    for (const w of result.warnings) if (!warnings.some((known) => known.code === w.code)) warnings.push(w);
    if (result.reason) {
      failure = { ...result.reason, message: `${describe(study, row)}: ${result.reason.message}` };
      break;
    }
    const [fine, rough] = [new Observer(model.readings, solution.system), new Observer(model.readings, coarse.system)];
    const final = solution.states.length - 1;
    fine.look(solution.states[final]!, solution.times[final]!);
    rough.look(coarse.states[coarse.states.length - 1]!, coarse.times[coarse.times.length - 1]!);
    const measures = new MeasureCollector(model, fine, rough);
    measures.collect(true);
    Object.values(measures.values()).forEach(({ values, errors }, m) => {
      collectors[m]!.values.push(values[0]!);
      collectors[m]!.errors.push(errors[0]!);
    });
    totals = {
      steps: totals.steps + solution.steps,
      rejected: totals.rejected + solution.rejected,
      factorisations: totals.factorisations + solution.factorisations + coarse.factorisations,
    };
    if (!worst || result.settled.relative > worst.settled.relative) worst = result;
    [beforeLast, last] = [last, result];
    done++;
    yield { fraction: done / rows.length };
  }
  const judged = worst ?? last;
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
        { unit, values: Float64Array.from(collectors[m]!.values), errors: Float64Array.from(collectors[m]!.errors) },
      ]),
    ),
    report: { ...report(judged.settled, observerOf(judged), request.clock() - began), ...totals },
  };
}

/** Values that the repeated study sets itself; the sweep's own come after them. */
const fromStudy = (model: Model, of: SteadyStudy | TransientStudy, set: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(Object.entries(model.parameters(set, of)).filter(([name]) => of.set.some((s) => s.parameter === name)));

const observerOf = (result: FieldResult): Observer => new Observer(result.request.model.readings, result.settled.solution.system);

/** Linear extrapolation of the two neighbours solved last, on each mesh of the pair. */
function guesses(last: FieldResult, beforeLast: FieldResult | undefined): FieldRequest['guesses'] {
  return (['coarse', 'solution'] as const).map((which) => {
    const { system, states } = last.settled[which];
    const u = Float64Array.from(states[states.length - 1]!);
    const other = beforeLast?.settled[which];
    if (other && other.system.mesh.order === system.mesh.order) {
      const before = transfer(other.system, other.states[other.states.length - 1]!, system);
      for (let i = 0; i < u.length; i++) u[i] = 2 * u[i]! - before[i]!;
    }
    return { system, u };
  });
}

const describe = (study: SweepStudy, row: readonly number[]): string =>
  study.vary.map((v, k) => `${v.parameter} = ${numeral(row[k]!)}`).join(', ');
