/** Measures over the output times of a study, with the errors that a second run and rounding show. */
import type { MeasureValues } from '../outcome.js';
import type { Model } from '../study/model.js';
import { measureValue } from './functionals.js';
import type { Observer } from './observer.js';
import { roundingShare } from './rounding.js';

/** Two runs may agree on one number by chance, as they cannot on a whole profile: a measure is off by that many times what a field would be. */
const chance = 2;
/** At t = 0 nothing is computed; what has no finite value there (the flux at a wall that jumps) shows by differing from mesh to mesh. */
const chanceAtStart = 10;

export class MeasureCollector {
  private readonly found: number[][];
  private readonly differences: number[][];
  private readonly rounding: number[];
  /** What the error of the state that the study starts from leaves. */
  private readonly ofStart: number[][];
  constructor(
    private readonly model: Model,
    private readonly fine: Observer,
    private readonly rough: Observer,
    /** Error of a field over the difference of the two runs. */
    private readonly share: number,
  ) {
    this.found = model.measures.map(() => []);
    this.differences = model.measures.map(() => []);
    this.ofStart = model.measures.map(() => []);
    this.rounding = model.measures.map(() => 0);
  }
  /** Reads the measures off the states that the observers look at. */
  collect(compared: boolean): void {
    this.model.measures.forEach(({ formula }, m) => {
      const value = measureValue(this.fine, formula);
      this.found[m]!.push(value);
      this.differences[m]!.push(compared ? Math.abs(value - measureValue(this.rough, formula)) : NaN);
    });
  }
  /** Takes what differs in the run from a moved start, at whose state `fine` looks now, for the time that was collected last. */
  move(): void {
    this.model.measures.forEach(({ formula }, m) => {
      const found = this.found[m]!;
      const change = Math.abs(found[found.length - 1]! - measureValue(this.fine, formula));
      this.ofStart[m]![found.length - 1] = Number.isFinite(change) ? change : 0;
    });
  }
  /** Takes what changes when the last state is shaken, at which `fine` looks now, as the rounding at all times. */
  shake(): void {
    this.model.measures.forEach(({ formula }, m) => {
      const found = this.found[m]!;
      const change = Math.abs(found[found.length - 1]! - measureValue(this.fine, formula));
      if (Number.isFinite(change)) this.rounding[m] = change;
    });
  }
  /** No error is quoted below the largest over the times that were asked for (`exact`; all when absent) after the start. */
  values(times: readonly (number | null)[], exact?: readonly boolean[]): Record<string, MeasureValues> {
    return Object.fromEntries(
      this.model.measures.map(({ name, unit }, m) => {
        const differences = this.differences[m]!;
        const least = differences.reduce((most, d, k) => (times[k] !== 0 && (exact?.[k] ?? true) && d > most ? d : most), 0);
        const errors = Float64Array.from(this.found[m]!, (value, k) => {
          const own = differences[k]!;
          const difference = times[k] === 0 ? chanceAtStart * own : chance * this.share * (own < least ? least : own);
          return difference + (this.ofStart[m]![k] ?? 0) + this.rounding[m]! + roundingShare * Math.abs(value);
        });
        return [name, { unit, values: Float64Array.from(this.found[m]!), errors }];
      }),
    );
  }
}
