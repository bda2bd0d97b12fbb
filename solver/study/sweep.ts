/** A study repeated over values of parameters. */
import type { Reason, SweepCase, SweepOutcome } from '../outcome.js';
import { report } from '../observe/report.js';
import type { SweepStudy } from '../problem.js';
import { interpolatedCases, mayInterpolate } from './interpolated-cases.js';
import { lookupIn } from './model.js';
import { Neighbours } from './neighbours.js';
import { CaseSolver, type CaseEnd, type CaseState, type SweepRequest } from './sweep-case.js';

/** Values of the varied parameters, case by case: every combination (the first parameter varies slowest), or the lists side by side. */
export function cases(study: SweepStudy): readonly (readonly number[])[] {
  const lists = study.vary.map((v) => v.values);
  if (study.paired) return Array.from({ length: Math.min(...lists.map((l) => l.length)) }, (_, k) => lists.map((l) => l[k]!));
  return lists.reduce<number[][]>((sofar, list) => sofar.flatMap((row) => list.map((value) => [...row, value])), [[]]);
}

/** Yields the fraction of the cases that is done, and each case as it is: those that are interpolated come last. */
export function* runSweep(request: SweepRequest): Generator<{ fraction: number; case?: SweepCase }, SweepOutcome | Reason> {
  const { model, study, of } = request;
  const began = request.clock();
  const rows = cases(study);
  const solver = new CaseSolver(request, rows);
  const known: (SweepCase | undefined)[] = [];
  const states = new Map<number, readonly CaseState[]>();
  let end: CaseEnd | 'done' | 'open' = 'open';
  if (mayInterpolate(request, rows.length)) end = yield* noted(interpolatedCases(request, solver, states), known);
  if (end === 'open') end = yield* noted(inTurn(request, solver, known, states), known);
  if (typeof end === 'object' && 'unsolvable' in end) return end.unsolvable;
  const failure = typeof end === 'object' ? end.failure : undefined;
  const { judged } = solver;
  // Its system may have served other cases since.
  judged?.settled.solution.system.rebind(lookupIn(judged.request.parameters));
  if (!judged)
    return failure ?? { code: 'run/study', message: `${study.name} was ended before its first case was solved`, range: study.origin };
  const done = known.filter((c) => c !== undefined);
  const measured = model.measures.map(({ name }) => model.problem.measures.findIndex((m) => m.name === name));
  const parameterUnits = new Map(model.problem.parameters.map((p) => [p.name, p.unit]));
  const { steps, rejected, factorisations, warnings } = solver;
  return {
    kind: 'sweep',
    study: study.name,
    of: of.name,
    status: failure ? 'failed' : end === 'cancelled' ? 'cancelled' : 'ok',
    reason: failure,
    warnings,
    parameters: Object.fromEntries(
      study.vary.map((v, k) => [
        v.parameter,
        { unit: parameterUnits.get(v.parameter) ?? '', values: Float64Array.from(done, ({ parameters }) => parameters[k]!) },
      ]),
    ),
    measures: Object.fromEntries(
      model.measures.map(({ name, unit }, m) => [
        name,
        {
          unit,
          values: Float64Array.from(done, ({ measures }) => measures[measured[m]!]!),
          errors: Float64Array.from(done, ({ errors }) => errors[measured[m]!]!),
          ...(request.spread && { propagated: Float64Array.from(done, ({ propagated }) => propagated?.[measured[m]!] ?? NaN) }),
        },
      ]),
    ),
    ...(done.some(({ interpolated }) => interpolated) && { interpolated: done.map(({ interpolated }) => interpolated === true) }),
    report: {
      ...report(judged.settled, solver.observerOf(judged.settled.solution.system), request.clock() - began),
      ...{ steps, rejected, factorisations },
    },
  };
}

type Cases<End> = Generator<{ fraction: number; case?: SweepCase }, End>;

/** Keeps what passes by. */
function* noted<End>(running: Cases<End>, known: (SweepCase | undefined)[]): Cases<End> {
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return next.value;
    if (next.value.case) known[next.value.case.index] = next.value.case;
    yield next.value;
  }
}

/** Every case that is not known yet, in order, each beginning where its neighbours point. */
function* inTurn(
  { study, of }: SweepRequest,
  solver: CaseSolver,
  known: readonly (SweepCase | undefined)[],
  states: Map<number, readonly CaseState[]>,
): Cases<CaseEnd | 'done'> {
  const neighbours = new Neighbours(study, states);
  const total = solver.rows.length;
  for (let index = 0; index < total; index++) {
    if (!known[index]) {
      const solving = solver.solve(index, of.kind === 'steady' ? neighbours.guess(index) : undefined);
      let next = solving.next();
      for (; !next.done; next = solving.next()) yield { fraction: (index + next.value) / total };
      if (typeof next.value === 'string' || !('values' in next.value)) return next.value;
      if (of.kind === 'steady') states.set(index, next.value.states);
      yield { fraction: (index + 1) / total, case: next.value.values };
    }
    neighbours.passed(index);
  }
  return 'done';
}
