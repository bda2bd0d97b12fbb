/**
 * One integration of M(u) u' = R(u, t) by Rodas5P. With nonlinear storage the amounts m are carried beside u:
 *
 *     m' = R(u, t),   0 = m(u, t) − m
 *
 * whose Rosenbrock stages reduce, node by node, to the same matrix M/(hγ) − J with M = ∂m/∂u. The amounts then change only by what
 * R lets in and out, so totals are conserved to rounding whatever the storage; u is brought back onto m(u) = m after each step.
 */
import type { Discretisation } from '../assembly/discretisation.js';
import { Controller } from './controller.js';
import { KeptTotals } from './kept-totals.js';
import { Positivity } from './positivity.js';
import { a, alpha, c, dense, gamma, rateWeights, stages } from './rodas5p.js';
import { StageMemory } from './stage-memory.js';
import { axpy } from './stage-sums.js';

/** Why a step could not be made; `number` is the unknown most to blame. */
export interface StepFailure {
  readonly kind: 'not finite' | 'stalled' | 'singular' | 'exhausted';
  readonly time: number;
  readonly number: number;
}

/** Largest number of Newton corrections that bring u back onto m(u) = m; two suffice at usual tolerances. */
const mostCorrections = 8;
/** Amounts that differ by this share of themselves agree to rounding. */
const matched = 4 * Number.EPSILON;
/** 1/s: storage times this outweighs every transport. */
const heavy = 1e25;
/** Errors per step by which the first step may change the fields: more is often rejected, less costs steps. */
const firstChange = 30;
/** A step shorter than this share of the time reached cannot advance. */
const smallestStep = 1e-14;
/** Share of the time reached to which the instant is found at which the last of something is taken. */
const instant = 1e-4;

export class Rosenbrock {
  readonly u: Float64Array;
  t = 0;
  /** Next step to try [s]. */
  h = 0;
  /** Start and size of the last accepted step. */
  lastStart = 0;
  lastStep = 0;
  steps = 0;
  rejected = 0;

  private readonly before: Float64Array;
  private readonly memory: StageMemory;
  private readonly sum: Float64Array;
  private readonly product: Float64Array;
  private readonly rate: Float64Array;
  /** With nonlinear storage: amounts, their stages, what u lacks to match them. */
  private readonly m: Float64Array;
  private readonly trialM: Float64Array;
  private readonly amountRate: Float64Array;
  private readonly kM: readonly Float64Array[];
  private readonly positivity: Positivity | undefined;
  private kept: KeptTotals | undefined;
  private linearised = false;
  private readonly controller = new Controller();
  private segment: readonly [number, number] = [0, Infinity];

  /** `scales[i]` is the error per step allowed for unknown i (same unit as the unknown). */
  constructor(
    private readonly system: Discretisation,
    private readonly scales: Float64Array,
    initial: Float64Array,
  ) {
    const n = system.size;
    const vector = () => new Float64Array(n);
    const amounts = system.linearStorage ? 0 : n;
    this.u = initial;
    this.memory = StageMemory.of(system);
    [this.before, this.sum, this.product, this.rate] = [vector(), vector(), vector(), vector()];
    [this.m, this.trialM, this.amountRate] = [new Float64Array(amounts), new Float64Array(amounts), new Float64Array(amounts)];
    this.positivity = system.mesh.scheme === 'finite volumes' ? new Positivity(system) : undefined;
    this.kM = Array.from({ length: stages }, () => new Float64Array(amounts));
  }

  /**
   * Starts a stretch of time on which all data is smooth: walls take their values, unknowns without storage are made consistent.
   * Data is read inside the stretch only, so that a step at its end or start counts as not yet or already happened.
   */
  begin(start: number, end: number): StepFailure | undefined {
    this.segment = [start, end];
    this.t = start;
    const { system } = this;
    const t = this.inside(start);
    // Amounts are those before the walls took their values: a wall that turns hot does not change how much of a species there is.
    if (!system.linearStorage && this.steps === 0) system.amounts(this.u, t, this.trialM);
    system.hold(this.u, t);
    this.linearised = false;
    const failure = this.makeConsistent();
    if (!system.linearStorage) this.settle();
    if (!(this.h > 0)) this.h = this.firstStep();
    return failure;
  }

  /** A time within the smooth stretch, a few roundings away from its ends. */
  private inside(t: number): number {
    const [start, end] = this.segment;
    if (end === Infinity) return t;
    const margin = 1e-13 * Math.max(Math.abs(start), Math.abs(end));
    return Math.min(Math.max(t, start + margin), end - margin);
  }

  /** Unknowns without storage follow the others at once: Newton on their rows alone. */
  private makeConsistent(): StepFailure | undefined {
    const { system, u, sum } = this;
    const t = this.inside(this.t);
    for (let iteration = 0; iteration < 20; iteration++) {
      system.residual(u, t, sum);
      system.linearise(u, t);
      const { algebraic } = system.storage;
      if (!algebraic.some((yes) => yes)) return undefined;
      let change = 0;
      for (let i = 0; i < sum.length; i++) if (!algebraic[i]) sum[i] = 0;
      // With a storage this heavy nothing else moves.
      const failed = system.factor(heavy);
      if (failed >= 0) return { kind: 'singular', time: this.t, number: failed };
      system.solve(sum);
      for (let i = 0; i < sum.length; i++) {
        if (!algebraic[i]) continue;
        u[i] = u[i]! + sum[i]!;
        change = Math.max(change, Math.abs(sum[i]!) / this.scales[system.layout.unknownOf[i]!]!);
      }
      if (!(change > 1e-3)) return Number.isFinite(change) ? undefined : { kind: 'not finite', time: this.t, number: 0 };
    }
    return undefined;
  }

  /** A step in which nothing changes by more than a few errors: the control grows it six-fold per step if that was timid. */
  private firstStep(): number {
    const { system, u, sum } = this;
    system.residual(u, this.inside(this.t), sum);
    if (!this.system.linearStorage) system.linearise(u, this.inside(this.t));
    system.storage.apply(onesLike(sum), this.product);
    for (let i = 0; i < sum.length; i++) sum[i] = this.product[i]! === 0 ? 0 : sum[i]! / this.product[i]!;
    const speed = this.norm(sum);
    const span = Math.min(this.segment[1] - this.segment[0], 1e30);
    return Math.min(speed > 0 ? firstChange / speed : span, 0.1 * span) || span;
  }

  /** Scaled and volume-weighted root mean square. */
  private norm(error: Float64Array): number {
    const { weights, layout } = this.system;
    const { unknownOf } = layout;
    let sum = 0;
    for (let i = 0; i < error.length; i++) {
      const r = error[i]! / this.scales[unknownOf[i]!]!;
      sum += weights[i]! * r * r;
    }
    return Math.sqrt(sum);
  }

  /** One accepted step, not beyond `limit`. */
  step(limit: number): StepFailure | undefined {
    for (;;) {
      const planned = this.h;
      const left = limit - this.t;
      const last = planned * 1.0001 >= left;
      // Two steps to the limit are equal, not a long one and what is left.
      const h = last ? left : planned > 0.5 * left ? 0.5 * left : planned;
      const failure = this.attempt(h);
      if (failure && failure.kind === 'singular') return failure;
      const { k, trial } = this.memory.here();
      const error = failure ? NaN : this.norm(k[stages - 1]!);
      if (error <= 1 && this.positivity) {
        const emptied = this.positivity.overdrawn(trial, this.inside(last ? limit : this.t + h));
        if (emptied >= 0) {
          // The last of it is taken within this step: a shorter one ends there.
          const share = Math.max(0, this.u[emptied]! / (this.u[emptied]! - trial[emptied]!));
          const time = this.t + share * h;
          if (share * h <= instant * time) return { kind: 'exhausted', time, number: emptied };
          this.rejected++;
          this.h = share * h;
          continue;
        }
      }
      const factor = this.controller.factor(error);
      if (error <= 1) {
        this.lastStart = this.t;
        this.lastStep = h;
        this.t = last ? limit : this.t + h;
        this.before.set(this.u);
        this.u.set(trial);
        this.steps++;
        this.linearised = false;
        const next = h * factor;
        // A step cut short to end at a wanted time does not shorten the ones after it.
        this.h = last ? Math.max(next, planned) : next;
        if (!this.system.linearStorage) this.settle();
        else this.positivity?.restore(this.u, this.system.storage.diagonal);
        return undefined;
      }
      this.rejected++;
      this.h = h * factor;
      if (!(this.h > smallestStep * Math.max(this.t, Math.min(this.segment[1], 1e-6) * 1e-3))) {
        const kind = Number.isFinite(error) ? 'stalled' : 'not finite';
        return { kind, time: this.t, number: this.worst() };
      }
    }
  }

  /** All stages of one step from (t, u) to `trial`. */
  private attempt(h: number): StepFailure | undefined {
    const { system, u, memory } = this;
    const nonlinear = !system.linearStorage;
    const t = this.inside(this.t);
    if (!this.linearised) {
      if (!system.constantJacobian || this.steps + this.rejected === 0) system.linearise(u, t);
      if (!system.autonomous) {
        system.rate(u, t, h, this.rate);
        if (nonlinear) system.amountRates(u, t, h, this.amountRate);
      }
      this.linearised = true;
    }
    const failed = system.factor(1 / (gamma * h));
    if (failed >= 0) return { kind: 'singular', time: this.t, number: failed };
    memory.begin(u);
    const { k, trial } = memory.here();
    for (let i = 0; i < stages; i++) {
      const stage = k[i]!;
      memory.combine(i);
      const at = this.inside(this.t + alpha[i]! * h);
      system.residual(trial, at, stage);
      if (!system.autonomous && rateWeights[i] !== 0) axpy(h * rateWeights[i]!, this.rate, stage);
      if (nonlinear) this.nonlinearStage(i, h, at, trial, stage);
      else {
        if (i > 0) memory.addSum(i, 1 / h);
        system.solve(stage);
      }
    }
    axpy(1, k[stages - 1]!, trial);
    if (nonlinear) for (let i = 0; i < trial.length; i++) this.trialM[i] = this.trialM[i]! + this.kM[stages - 1]![i]!;
    return undefined;
  }

  /** The stage of the pair (m, u), reduced to u. */
  private nonlinearStage(i: number, h: number, at: number, trial: Float64Array, stage: Float64Array): void {
    const { system, product, trialM, kM } = this;
    const { algebraic } = system.storage;
    const amountStage = kM[i]!;
    trialM.set(this.m);
    for (let j = 0; j < i; j++) {
      axpy(a[i]![j]!, kM[j]!, trialM);
      axpy(c[i]![j]! / h, kM[j]!, stage);
    }
    // g = m(u_i, t_i) − m_i + h γ_i ∂m/∂t, in rows that store.
    system.amounts(trial, at, amountStage);
    for (let n = 0; n < stage.length; n++) {
      const g = algebraic[n] ? 0 : amountStage[n]! - trialM[n]! + h * rateWeights[i]! * (system.autonomous ? 0 : this.amountRate[n]!);
      amountStage[n] = g;
      stage[n] = stage[n]! - g / (gamma * h);
    }
    system.solve(stage);
    system.storage.apply(stage, product);
    for (let n = 0; n < stage.length; n++) amountStage[n] = algebraic[n] ? 0 : amountStage[n]! + product[n]!;
  }

  /** Accepts the new amounts and brings u onto m(u) = m. */
  private settle(): void {
    const { system, m, u, sum } = this;
    const t = this.inside(this.t);
    m.set(this.trialM);
    if (this.steps === 0) this.kept = KeptTotals.of(system, m);
    this.kept?.restore(m);
    this.positivity?.restore(m);
    let previous = Infinity;
    for (let iteration = 0; iteration < mostCorrections; iteration++) {
      system.amounts(u, t, sum);
      // Corrections are tiny: the derivatives of the first serve all.
      if (iteration === 0) system.storage.refresh(t);
      const { algebraic } = system.storage;
      let lack = 0;
      for (let i = 0; i < sum.length; i++) {
        sum[i] = algebraic[i] ? 0 : m[i]! - sum[i]!;
        lack = Math.max(lack, Math.abs(sum[i]!) / (Math.abs(m[i]!) || 1));
      }
      if (!(lack > matched) || lack >= previous) break;
      previous = lack;
      system.storage.fill(sum, u);
    }
    this.positivity?.clip(u);
  }

  /** Unknown with the largest share of the error, or the first that is not finite. */
  private worst(): number {
    const { weights, layout } = this.system;
    const { k, trial } = this.memory.here();
    const error = k[stages - 1]!;
    let [worst, most] = [0, -1];
    for (let i = 0; i < error.length; i++) {
      if (!Number.isFinite(trial[i]!)) return i;
      const share = weights[i]! * (error[i]! / this.scales[layout.unknownOf[i]!]!) ** 2;
      if (share > most) [worst, most] = [i, share];
    }
    return worst;
  }

  /** u at a time within the last accepted step. */
  interpolate(time: number, out: Float64Array): void {
    const theta = (time - this.lastStart) / this.lastStep;
    const { before, u } = this;
    const weights = a.map((_, i) => theta * (1 - theta) * (dense[0]![i]! + theta * (dense[1]![i]! + theta * dense[2]![i]!)));
    for (let n = 0; n < out.length; n++) out[n] = (1 - theta) * before[n]! + theta * u[n]!;
    this.memory.addAll(weights, out);
    this.positivity?.restore(out, this.system.linearStorage ? this.system.storage.diagonal : undefined);
  }
}

const onesLike = (x: Float64Array): Float64Array => new Float64Array(x.length).fill(1);
