/**
 * Many cases of a sweep from few: some are solved, chosen one by one, the others lie on the polynomial through them. It must meet a share
 * of the tolerance by its own estimate, and foretell cases that it has not seen; else the sweep goes on case by case.
 */
import type { SweepCase } from '../outcome.js';
import { CaseSearch } from './case-search.js';
import { usualTolerance } from './field-study.js';
import type { CaseEnd, CaseSolver, CaseState, SolvedCase, SweepRequest } from './sweep-case.js';

/** With fewer cases there is little to gain. */
const fewestCases = 30;
/** So many cases, or this share of all, are solved before interpolation is given up. */
const mostSolved = 1000;
const largestShare = 0.5;
/** So often checks may ask for more cases. */
const mostRounds = 3;

/** Whether the cases of a sweep are points of a grid of distinct values, many enough, and nothing forbids to interpolate between them. */
export function mayInterpolate({ study, spread }: SweepRequest, total: number): boolean {
  const lists = study.vary.map(({ values }) => values);
  return (
    study.interpolate !== false &&
    !study.paired &&
    !spread &&
    total >= fewestCases &&
    lists.every((list) => new Set(list).size === list.length)
  );
}

type Cases<End> = Generator<{ fraction: number; case?: SweepCase }, End>;

/** 'open' when cases are left to be solved; the states of those that were are in `states` then. */
export function* interpolatedCases(
  { model, study, of }: SweepRequest,
  solver: CaseSolver,
  states: Map<number, readonly CaseState[]>,
): Cases<CaseEnd | 'done' | 'open'> {
  const { measures } = model.problem;
  const taken = measures.flatMap(({ name }, m) => (model.measures.some((own) => own.name === name) ? [m] : []));
  const search = new CaseSearch(study, study.tolerance ?? of.tolerance ?? usualTolerance, taken, measures.length);
  let fraction = 0;
  function* solved(index: number): Cases<SolvedCase | CaseEnd> {
    const solving = solver.solve(index, of.kind === 'steady' ? search.guess(index) : undefined);
    let next = solving.next();
    for (; !next.done; next = solving.next()) yield { fraction };
    const found = next.value;
    if (typeof found === 'string' || !('values' in found)) return found;
    if (of.kind === 'steady') states.set(index, found.states);
    yield { fraction, case: found.values };
    return found;
  }

  const most = Math.min(mostSolved, largestShare * solver.rows.length);
  const known = new Map<number, SolvedCase>();
  for (let verdict = 'low', round = 0; verdict !== 'right'; round++) {
    for (let wanted = search.next(); wanted !== 'enough'; wanted = search.next()) {
      if (wanted === 'endless' || search.solved.size >= most) return 'open';
      const index = search.indexOf(wanted);
      const found = known.get(index) ?? (yield* solved(index));
      if (typeof found === 'string' || 'unsolvable' in found) return found;
      // A case without a solution is told of in its turn.
      if ('failure' in found || !search.add(wanted, found)) return 'open';
      fraction = Math.max(fraction, search.progress());
    }
    const checks = search.checks();
    // Little would be gained, and errors of what is solved are smaller.
    if (search.solved.size + known.size + checks.length > most) return 'open';
    for (const index of checks) {
      const found = yield* solved(index);
      if (typeof found === 'string' || 'unsolvable' in found) return found;
      if ('failure' in found) return 'open';
      known.set(index, found);
      search.check(found.values);
    }
    verdict = search.judge();
    if (verdict === 'useless' || round === mostRounds) return 'open';
  }
  for (let index = 0; index < solver.rows.length; index++)
    if (!search.solved.has(index) && !known.has(index))
      yield { fraction: 1, case: { index, parameters: solver.rows[index]!, ...search.interpolated(index), interpolated: true } };
  return 'done';
}
