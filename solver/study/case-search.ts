/**
 * Which cases of a sweep are worth solving, and what they tell of the others: a sparse polynomial per measure, grown where the next term
 * is expected to be largest.
 */
import type { SweepCase } from '../outcome.js';
import type { SweepStudy } from '../problem.js';
import { highestPower, LejaGrid, SparseInterpolant, type Steps } from './sparse-interpolant.js';
import type { CaseState, SolvedCase } from './sweep-case.js';

/**
 * Estimates are multiplied by what checks ask for: by this before any check, by no less than the second after them, and are no estimates
 * where it had to be more than the third.
 */
const [unchecked, smallestScale, largestScale] = [1, 0.3, 50];
/** What cases that were checked are off by, others may exceed so many times. */
const beyondChecks = 3;
/** A polynomial magnifies errors of the cases that it goes through. */
const magnification = 4;
/** Errors of solved cases hide what interpolation could gain below so many times their size. */
const aboveNoise = 3;
/** Each parameter is followed to this power before estimates are asked: an even function looks constant at its ends. */
const firstPower = 4;
/** Where terms vanish, those that nobody expected may not: no case has less than this part of the largest error. */
const least = 0.3;

/** Cases that are solved to see whether they were foretold: so many, and so many more that a longer part of no list is left unseen. */
const [fewestChecks, longestGap] = [5, 0.1];
const mostChecks = 100;
const golden = (Math.sqrt(5) - 1) / 2;

/** A term that could be added next. */
interface Candidate {
  readonly steps: Steps;
  /** Its size in each measure, expected from those before it. */
  readonly expected: Float64Array;
}

export class CaseSearch {
  /** Numbers of the cases that are in. */
  readonly solved = new Set<number>();
  private readonly grid: LejaGrid;
  private readonly measures: SparseInterpolant;
  /** The unknowns of both runs one after the other, while all are on the same meshes. */
  private readonly unknowns: SparseInterpolant;
  private systems: readonly CaseState[] | undefined;
  /** Size of each term that is in, by measure. */
  private readonly sizes = new Map<number, Float64Array>();
  private readonly candidates = new Map<number, Candidate>();
  private readonly lengths: readonly number[];
  /** How many values each parameter has, and how far apart cases are that differ by one of them. */
  private readonly counts: readonly number[];
  private readonly strides: readonly number[];
  private readonly low: Float64Array;
  private readonly high: Float64Array;
  private readonly errors: Float64Array;
  private readonly checked = new Map<number, SweepCase>();
  /** Per measure: times the estimate of what is left out gives the error bar. */
  private readonly scales: Float64Array;
  private first = Infinity;

  /** @param taken which of the model's `all` measures a sweep takes. */
  constructor(
    study: SweepStudy,
    private readonly tolerance: number,
    private readonly taken: readonly number[],
    private readonly all: number,
  ) {
    const lists = study.vary.map(({ values }) => values);
    this.grid = new LejaGrid(lists);
    this.counts = lists.map(({ length }) => length);
    this.lengths = this.grid.orders.map((order) => order.length);
    this.strides = lists.map((_, k) => lists.slice(k + 1).reduce((product, list) => product * list.length, 1));
    [this.measures, this.unknowns] = [new SparseInterpolant(this.grid), new SparseInterpolant(this.grid)];
    const count = taken.length;
    [this.low, this.high] = [new Float64Array(count).fill(Infinity), new Float64Array(count).fill(-Infinity)];
    this.errors = new Float64Array(count);
    this.scales = new Float64Array(count).fill(unchecked);
    const origin = lists.map(() => 0);
    this.candidates.set(this.numberOf(origin), { steps: origin, expected: new Float64Array(count).fill(Infinity) });
  }

  /** The term to be added next; that the others are small enough; or that powers are used up. */
  next(): Steps | 'enough' | 'endless' {
    let worst: Candidate | undefined;
    let largest = -1;
    for (const candidate of this.candidates.values()) {
      const weight = isNear(candidate.steps) ? Infinity : this.weigh(candidate.expected);
      if (weight > largest) [worst, largest] = [candidate, weight];
    }
    if (largest < Infinity && this.excess() <= 1) return 'enough';
    return worst?.steps.every((n) => n <= highestPower) ? worst.steps : 'endless';
  }

  indexOf(steps: Steps): number {
    return this.numberOf(this.grid.positionOf(steps));
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
    const size = this.measures.add(steps, Float64Array.from(measures)).map(Math.abs);
    this.sizes.set(this.numberOf(steps), size);
    this.candidates.delete(this.numberOf(steps));
    for (const candidate of this.candidates.values()) this.foresee(candidate, steps, size);
    this.lengths.forEach((length, k) => {
      const next = moved(steps, k, 1);
      const isOpen = next[k]! < length && next.every((n, j) => n === 0 || this.sizes.has(this.numberOf(moved(next, j, -1))));
      if (!isOpen) return;
      const candidate = { steps: next, expected: new Float64Array(this.taken.length) };
      for (const term of this.measures.terms) this.foresee(candidate, term.steps, this.sizes.get(this.numberOf(term.steps))!);
      this.candidates.set(this.numberOf(next), candidate);
    });
    this.solved.add(values.index);
    return true;
  }

  /** Raises what is expected of a term by what another says. */
  private foresee(candidate: Candidate, term: Steps, size: Float64Array): void {
    if (candidate.steps.some((_, k) => foretells(term, candidate.steps, k)))
      size.forEach((value, m) => (candidate.expected[m] = Math.max(candidate.expected[m]!, value)));
  }

  /**
   * Cases to be solved only to see whether they are foretold: spread over the list, and such that along no parameter a stretch longer than a
   * part of the list is left in which nobody has looked.
   */
  checks(): readonly number[] {
    const seen = this.lengths.map(() => new Set<number>());
    const look = (index: number) => this.positionOf(index).forEach((at, k) => seen[k]!.add(at));
    for (const cases of [this.solved, this.checked.keys()]) for (const index of cases) look(index);
    const chosen: number[] = [];
    // A sequence that fills every list evenly, for parameters of which all values were seen.
    for (let n = 1; n < mostChecks; n++) {
      const gaps = seen.map((positions, k) => largestGap(positions, this.counts[k]!));
      if (chosen.length + this.checked.size >= fewestChecks && gaps.every(({ length }, k) => length <= longestGap * this.counts[k]!)) break;
      const position = gaps.map(({ length, middle }, k) =>
        length > 0 ? middle : Math.floor(((n * golden ** (k + 1)) % 1) * this.counts[k]!),
      );
      const index = this.numberOf(position);
      if (this.solved.has(index) || this.checked.has(index) || chosen.includes(index)) continue;
      look(index);
      chosen.push(index);
    }
    return chosen;
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
    if (isComplete && sameMeshes !== false) this.unknowns.add(steps, joined(states.map(({ u }) => u)));
  }

  /** Extrapolated states on the meshes of the last case; that case itself where meshes changed. */
  guess(index: number): readonly CaseState[] | undefined {
    const { systems } = this;
    if (!systems || this.unknowns.terms.length < this.measures.terms.length)
      return systems?.map(({ system, u }) => ({ system, u: u.slice() }));
    const position = this.positionOf(index);
    const all = this.unknowns.at(
      position,
      systems.reduce((sum, { u }) => sum + u.length, 0),
    );
    let from = 0;
    return systems.map(({ system, u }) => ({ system, u: all.slice(from, (from += u.length)) }));
  }

  /** Estimated error of interpolation over what is allowed, in the worst measure. */
  private excess(): number {
    return this.weigh(this.leftOut());
  }
  /**
   * Estimate of what is left out in each measure. Terms are largest at different places and have different signs: their squares are added.
   * @param position in the lists; anywhere without it
   */
  private leftOut(position?: Steps): Float64Array {
    const sum = new Float64Array(this.taken.length);
    for (const { steps, expected } of this.candidates.values()) {
      const term = position ? Math.max(least, Math.abs(this.grid.term(steps, position))) : 1;
      for (let m = 0; m < sum.length; m++) sum[m] = sum[m]! + (term * expected[m]!) ** 2;
    }
    return sum.map(Math.sqrt);
  }
  private weigh(sizes: Float64Array): number {
    let worst = 0;
    for (let m = 0; m < sizes.length; m++) {
      const allowed = Math.max((this.tolerance / this.scales[m]!) * (this.high[m]! - this.low[m]!), aboveNoise * this.errors[m]!);
      if (sizes[m] !== 0) worst = Math.max(worst, sizes[m]! / allowed);
    }
    return worst;
  }
  /** How far the estimate has come down, 0 … 1. */
  progress(): number {
    const excess = this.excess();
    if (!(excess < Infinity) || this.measures.terms.length < 2) return 0;
    if (this.first === Infinity) this.first = excess;
    return Math.min(1, Math.max(0, 1 - Math.log(Math.max(1, excess)) / Math.log(Math.max(2, this.first))));
  }

  interpolated(index: number): Pick<SweepCase, 'measures' | 'errors'> {
    const position = this.positionOf(index);
    const measures = this.measures.at(position, this.taken.length);
    const leftOut = this.leftOut(position);
    const row = (value: (m: number) => number): number[] => {
      const all = new Array<number>(this.all).fill(NaN);
      this.taken.forEach((own, m) => (all[own] = value(m)));
      return all;
    };
    return { measures: row((m) => measures[m]!), errors: row((m) => this.scales[m]! * leftOut[m]! + magnification * this.errors[m]!) };
  }

  /** A case that was solved to be compared with what the others tell of it. */
  check(found: SweepCase): void {
    this.checked.set(found.index, found);
  }

  /**
   * What the checks say of the estimate: that it holds; that it holds when it is multiplied by more, so that more cases have to be solved;
   * or that it is none.
   */
  judge(): 'right' | 'low' | 'useless' {
    const wanted = new Float64Array(this.taken.length).fill(smallestScale);
    for (const [index, found] of this.checked) {
      const position = this.positionOf(index);
      const [told, leftOut] = [this.measures.at(position, this.taken.length), this.leftOut(position)];
      const [measures, errors] = this.own(found);
      measures.forEach((value, m) => {
        const off = Math.abs(value - told[m]!) - magnification * this.errors[m]! - errors[m]!;
        if (!(off <= 0)) wanted[m] = Math.max(wanted[m]!, (beyondChecks * off) / leftOut[m]!);
      });
    }
    if (!wanted.every((scale) => scale <= largestScale)) return 'useless';
    const isRight = wanted.every((scale, m) => scale <= Math.max(unchecked, this.scales[m]!));
    this.scales.set(wanted);
    return isRight ? 'right' : 'low';
  }

  /** Number of a case from its position in the lists. */
  private numberOf(position: Steps): number {
    let number = 0;
    for (let k = 0; k < position.length; k++) number += position[k]! * this.strides[k]!;
    return number;
  }
  private positionOf(index: number): Steps {
    let rest = index;
    return this.strides.map((stride) => {
      const at = Math.floor(rest / stride);
      rest -= at * stride;
      return at;
    });
  }
}

/**
 * Whether the size of a term is what to expect of the next along one parameter: it or, as even functions add nothing at odd powers, the
 * one after it. A term that is further out along the others counts as well: a corner may show more than the middle, and it is reached
 * over the candidate alone.
 */
function foretells(term: Steps, candidate: Steps, along: number): boolean {
  const ahead = candidate[along]! - term[along]!;
  return (ahead === 1 || (ahead === 2 && term[along]! > 0)) && candidate.every((n, k) => k === along || term[k]! >= n);
}

/** The longest stretch of unseen positions. */
function largestGap(seen: ReadonlySet<number>, count: number): { readonly length: number; readonly middle: number } {
  let [longest, middle] = [0, 0];
  let from = -1;
  for (let at = 0; at <= count; at++) {
    if (at < count && !seen.has(at)) continue;
    const length = at - from - 1;
    if (length > longest) [longest, middle] = [length, Math.floor((from + at) / 2)];
    from = at;
  }
  return { length: longest, middle };
}

const moved = (steps: Steps, k: number, by: number): Steps => steps.map((n, j) => (j === k ? n + by : n));

/** What is looked at before any estimate: the corners of the box of parameters, and each parameter to its first powers. */
function isNear(steps: Steps): boolean {
  const largest = Math.max(...steps);
  return largest <= 1 || (largest < firstPower && steps.reduce((sum, n) => sum + n, 0) === largest);
}

function joined(parts: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
