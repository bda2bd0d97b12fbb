/**
 * Keeps compositions from falling below zero after a step of the robust scheme. Implicit steps of high order can undershoot by a small part
 * of their error next to a front; what is cut off there is taken from where there is plenty, in proportion, so that no total changes.
 */
import { connected } from '../assembly/connected.js';
import type { Discretisation } from '../assembly/discretisation.js';

/** Undershoots of accepted steps stay far below this share of what there is; more means that something takes what is not there. */
const mostBorrowed = 1e-3;

export class Positivity {
  /** Share of each total that was put back since the start. */
  private readonly borrowed: Float64Array;
  private readonly labels: Int32Array;
  private readonly below: Float64Array;
  private readonly above: Float64Array;

  constructor(private readonly system: Discretisation) {
    this.labels = connected(system);
    const count = Math.max(0, ...this.labels.map((label) => label + 1));
    this.below = new Float64Array(count);
    this.above = new Float64Array(count);
    this.borrowed = new Float64Array(count);
  }

  /** Restores an accepted state. Gives the number of an unknown of which nothing is left although more is taken, or −1. */
  accept(u: Float64Array): number {
    const lowest = u.reduce((least, value, i) => (value < u[least]! ? i : least), 0);
    this.restore(u);
    const label = this.labels[lowest]!;
    if (!(this.below[label]! > 0)) return -1;
    this.borrowed[label] = this.borrowed[label]! + this.below[label]! / this.above[label]!;
    return this.borrowed[label]! < mostBorrowed ? -1 : lowest;
  }

  /** Amounts are `diagonal · u`: for linear storage. */
  restore(u: Float64Array): void {
    const { below, above, labels, system } = this;
    const { diagonal } = system.storage;
    const { unknowns } = system.terms.system;
    const { unknownOf } = system.layout;
    below.fill(0);
    above.fill(0);
    let negative = false;
    for (let i = 0; i < u.length; i++) {
      if (!unknowns[unknownOf[i]!]!.nonNegative) continue;
      const amount = diagonal[i]! * u[i]!;
      const label = labels[i]!;
      if (u[i]! < 0) {
        negative = true;
        below[label] = below[label]! - amount;
      } else above[label] = above[label]! + amount;
    }
    if (!negative) return;
    for (let i = 0; i < u.length; i++) {
      if (!unknowns[unknownOf[i]!]!.nonNegative) continue;
      const label = labels[i]!;
      if (u[i]! < 0) u[i] = 0;
      else if (below[label]! > 0 && diagonal[i] !== 0) u[i] = u[i]! * Math.max(0, 1 - below[label]! / above[label]!);
    }
  }
}
