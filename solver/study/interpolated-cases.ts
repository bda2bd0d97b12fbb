/**
 * Many cases of a sweep from few: some are solved, chosen one by one, the others lie on the polynomial through them. It must meet a share
 * of the tolerance by its own estimate, and foretell cases that it has not seen; else the sweep goes on case by case.
 */
import type { SweepCase } from '../outcome.js';
import type { SweepStudy } from '../problem.js';
import { usualTolerance } from './field-study.js';
import { LejaGrid, SparseInterpolant, type Steps } from './sparse-interpolant.js';
import type { CaseEnd, CaseSolver, CaseState, SolvedCase, SweepRequest } from './sweep-case.js';

/** With fewer cases there is little to gain. */
const fewestCases = 30;
/** So many cases, or this share of all, are solved before interpolation is given up. */
const mostSolved = 300;
const largestShare = 0.5;
/** Part of the tolerance, relative to the range of each measure, that interpolation may take. */
const shareOfTolerance = 0.3;
/** Estimates and the errors of the solved cases are multiplied by these: a polynomial magnifies errors of what it goes through. */
const [safety, magnification] = [2, 4];
/** Errors of solved cases hide what interpolation could gain below so many times their size. */
const aboveNoise = 3;
/** Each parameter is followed to this power before the estimate is asked: an even function looks constant at its ends. */
const firstPower = 4;
/** What a power added tells of the one after the next. */
const shareOfLast = 0.1;
/** Cases that are solved only to see whether they were foretold. */
const checks = 5;

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

/** 'open' when cases are left to be solved; their states are in `states` then. */
export function* interpolatedCases(
  { model, study, of }: SweepRequest,
  solver: CaseSolver,
  states: Map<number, readonly CaseState[]>,
): Cases<CaseEnd | 'done' | 'open'> {
  const search = new Search(
    study,
    study.tolerance ?? of.tolerance ?? usualTolerance,
    model.problem.measures.flatMap(({ name }, m) => (model.measures.some((own) => own.name === name) ? [m] : [])),
    model.problem.measures.length,
  );
  const most = Math.min(mostSolved, largestShare * solver.rows.length) - checks;
  const began = { fraction: 0 };
  function* solved(steps: Steps): Cases<SolvedCase | CaseEnd> {
    const index = search.indexOf(search.grid.positionOf(steps));
    const solving = solver.solve(index, of.kind === 'steady' ? search.guess(steps) : undefined);
    for (let next = solving.next(); ; next = solving.next()) {
      if (!next.done) {
        yield { ...began };
        continue;
      }
      if (typeof next.value === 'string' || !('values' in next.value)) return next.value;
      if (of.kind === 'steady') states.set(index, next.value.states);
      began.fraction = Math.max(began.fraction, search.progress());
      yield { ...began, case: next.value.values };
      return next.value;
    }
  }
  for (let wanted = search.next(); wanted !== 'enough'; wanted = search.next()) {
    if (wanted === 'endless' || search.solved.size >= most) return 'open';
    for (const steps of wanted) {
      const found = yield* solved(steps);
      if (typeof found === 'string' || 'unsolvable' in found) return found;
      // A case without a solution is told of in its turn.
      if ('failure' in found || !search.add(steps, found)) return 'open';
    }
  }
  const rest = solver.rows.flatMap((_, index) => (search.solved.has(index) ? [] : [index]));
  for (let n = 0; n < checks; n++) {
    const index = rest[Math.floor(((n + 0.5) / checks) * rest.length)]!;
    const solving = solver.solve(index, of.kind === 'steady' ? search.guessAt(index) : undefined);
    let next = solving.next();
    for (; !next.done; next = solving.next()) yield { ...began };
    const found = next.value;
    if (typeof found === 'string' || 'unsolvable' in found) return found;
    if ('failure' in found) return 'open';
    if (of.kind === 'steady') states.set(index, found.states);
    yield { ...began, case: found.values };
    if (!search.foretold(found.values)) return 'open';
    search.solved.add(index);
  }
  for (const index of rest)
    if (!search.solved.has(index))
      yield { fraction: 1, case: { index, parameters: solver.rows[index]!, ...search.interpolated(index), interpolated: true } };
  return 'done';
}

interface Term {
  readonly steps: Steps;
  /** What it adds to each measure, at most; and what it tells of those further out. */
  readonly own: Float64Array;
  readonly surplus: Float64Array;
}

/** Which cases are solved next, and what they tell of the others. */
class Search {
  readonly grid: LejaGrid;
  /** Numbers of the cases that are in. */
  readonly solved = new Set<number>();
  private readonly measures: SparseInterpolant;
  /** The unknowns of both runs one after the other, while all are on the same meshes. */
  private readonly unknowns: SparseInterpolant;
  private systems: readonly CaseState[] | undefined;
  private readonly terms = new Map<string, Term>();
  /** Those from which nobody went further. */
  private readonly margin = new Map<string, Term>();
  private readonly settled = new Set<string>();
  private readonly lengths: readonly number[];
  private readonly strides: readonly number[];
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly errors: Float64Array;
  private readonly count: number;
  private leftOut: Float64Array | undefined;
  private first = Infinity;

  constructor(
    study: SweepStudy,
    private readonly tolerance: number,
    /** Which of the model's measures a sweep takes. */
    private readonly taken: readonly number[],
    private readonly all: number,
  ) {
    this.count = taken.length;
    const lists = study.vary.map(({ values }) => values);
    this.grid = new LejaGrid(lists);
    this.lengths = this.grid.orders.map((order) => order.length);
    this.strides = lists.map((_, k) => lists.slice(k + 1).reduce((product, list) => product * list.length, 1));
    [this.measures, this.unknowns] = [new SparseInterpolant(this.grid), new SparseInterpolant(this.grid)];
    [this.low, this.high] = [new Float64Array(this.count).fill(Infinity), new Float64Array(this.count).fill(-Infinity)];
    this.errors = new Float64Array(this.count);
  }

  indexOf(position: Steps): number {
    return position.reduce((sum, at, k) => sum + at * this.strides[k]!, 0);
  }
  private positionOf(index: number): Steps {
    let rest = index;
    return this.strides.map((stride) => {
      const at = Math.floor(rest / stride);
      rest -= at * stride;
      return at;
    });
  }

  /** Cases to be solved; that there are enough; or that powers are used up. */
  next(): readonly Steps[] | 'enough' | 'endless' {
    if (this.measures.terms.length === 0) return [this.lengths.map(() => 0)];
    const open = [...this.margin.values()];
    const begun = open.find(({ steps }) => isNear(steps));
    if (!begun && this.excess() <= 1) return 'enough';
    const worst = begun ?? open.reduce((a, b) => (this.weigh(b.surplus) > this.weigh(a.surplus) ? b : a));
    this.margin.delete(keyOf(worst.steps));
    this.settled.add(keyOf(worst.steps));
    const next = this.lengths.flatMap((length, k) => {
      const steps = further(worst.steps, k);
      const isOpen = steps[k]! < length && steps.every((n, j) => n === 0 || this.settled.has(keyOf(oneLess(steps, j))));
      return isOpen ? [steps] : [];
    });
    return next.length === 0 && this.margin.size === 0 ? 'endless' : next;
  }

  /** False when a value is no number. */
  add(steps: Steps, { values, states }: SolvedCase): boolean {
    const [measures, errors] = this.own(values);
    if (![...measures, ...errors].every(Number.isFinite)) return false;
    measures.forEach((value, m) => {
      this.low[m] = Math.min(this.low[m]!, value);
      this.high[m] = Math.max(this.high[m]!, value);
      this.errors[m] = Math.max(this.errors[m]!, errors[m]!);
    });
    this.addStates(steps, states);
    const surplus = this.measures.add(steps, Float64Array.from(measures)).map(Math.abs);
    const term = { steps, own: surplus, surplus: this.withThoseBefore(steps, surplus) };
    this.leftOut = undefined;
    this.terms.set(keyOf(steps), term);
    this.margin.set(keyOf(steps), term);
    this.solved.add(values.index);
    return true;
  }

  /** Even functions add nothing at odd powers: what was added one step before counts as well. */
  private withThoseBefore(steps: Steps, surplus: Float64Array): Float64Array {
    const before = steps.flatMap((n, k) => (n > 0 ? [this.terms.get(keyOf(oneLess(steps, k)))!.own] : []));
    return surplus.map((value, m) => Math.max(value, ...before.map((other) => shareOfLast * other[m]!)));
  }

  private own({ measures, errors }: SweepCase): readonly [measures: readonly number[], errors: readonly number[]] {
    return [this.taken.map((m) => measures[m]!), this.taken.map((m) => errors[m]!)];
  }

  private addStates(steps: Steps, states: readonly CaseState[]): void {
    const sameMeshes = this.systems?.every(
      ({ system, u }, which) => states[which]!.system === system && states[which]!.u.length === u.length,
    );
    const isComplete = this.unknowns.terms.length === this.measures.terms.length;
    this.systems = states;
    if (isComplete && sameMeshes !== false) this.unknowns.add(steps, Float64Array.from(states.flatMap(({ u }) => [...u])));
  }

  guess(steps: Steps): readonly CaseState[] | undefined {
    return this.guessed(this.grid.positionOf(steps));
  }
  guessAt(index: number): readonly CaseState[] | undefined {
    return this.guessed(this.positionOf(index));
  }
  /** Extrapolated states on the meshes of the last case; that case itself where meshes changed. */
  private guessed(position: Steps): readonly CaseState[] | undefined {
    const { systems } = this;
    if (!systems || this.unknowns.terms.length < this.measures.terms.length)
      return systems?.map(({ system, u }) => ({ system, u: u.slice() }));
    const all = this.unknowns.at(
      position,
      systems.reduce((sum, { u }) => sum + u.length, 0),
    );
    let from = 0;
    return systems.map(({ system, u }) => ({ system, u: all.slice(from, (from += u.length)) }));
  }

  /** Estimated error of interpolation over what is allowed, the worst measure. */
  private excess(): number {
    return this.weigh(this.left());
  }
  /**
   * Estimate of what is left out, anywhere: what the outermost terms add, those of which a neighbour further out is missing. They are
   * largest at different places and have different signs: their squares are added.
   */
  private left(): Float64Array {
    return (this.leftOut ??= this.outermost());
  }
  private outermost(): Float64Array {
    const sum = new Float64Array(this.count);
    for (const { steps, surplus } of this.terms.values()) {
      const isOuter = steps.some((n, k) => n + 1 < this.lengths[k]! && !this.terms.has(keyOf(further(steps, k))));
      if (isOuter) for (let m = 0; m < this.count; m++) sum[m] = Math.hypot(sum[m]!, surplus[m]!);
    }
    return sum;
  }
  private weigh(surplus: Float64Array): number {
    return surplus.reduce((worst, value, m) => {
      const allowed = Math.max(shareOfTolerance * this.tolerance * (this.high[m]! - this.low[m]!), aboveNoise * this.errors[m]!);
      return value === 0 ? worst : Math.max(worst, Math.abs(value) / allowed);
    }, 0);
  }
  /** How far the estimate has come down, 0 … 1. */
  progress(): number {
    const excess = this.excess();
    if (!(excess < Infinity) || this.measures.terms.length < 2) return 0;
    if (this.first === Infinity) this.first = excess;
    return Math.min(1, Math.max(0, 1 - Math.log(Math.max(1, excess)) / Math.log(Math.max(2, this.first))));
  }

  private told(index: number): { readonly measures: Float64Array; readonly errors: Float64Array } {
    const left = this.left();
    return {
      measures: this.measures.at(this.positionOf(index), this.count),
      errors: left.map((value, m) => safety * value + magnification * this.errors[m]!),
    };
  }

  interpolated(index: number): Pick<SweepCase, 'measures' | 'errors'> {
    const { measures, errors } = this.told(index);
    const all = (values: Float64Array): number[] => {
      const row = new Array<number>(this.all).fill(NaN);
      this.taken.forEach((m, i) => (row[m] = values[i]!));
      return row;
    };
    return { measures: all(measures), errors: all(errors) };
  }

  foretold(found: SweepCase): boolean {
    const told = this.told(found.index);
    const [measures, errors] = this.own(found);
    return measures.every((value, m) => Math.abs(value - told.measures[m]!) <= told.errors[m]! + errors[m]!);
  }
}

const oneLess = (steps: Steps, k: number): Steps => steps.map((n, j) => n - (j === k ? 1 : 0));
const further = (steps: Steps, k: number): Steps => steps.map((n, j) => n + (j === k ? 1 : 0));
const keyOf = (steps: Steps): string => steps.join();
/** Before estimates are asked: all pairs of parameters, and each to the first powers. */
const isNear = (steps: Steps): boolean => {
  const sum = steps.reduce((a, b) => a + b, 0);
  return sum <= 1 || (sum < firstPower && Math.max(...steps) === sum);
};
