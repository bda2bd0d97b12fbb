/**
 * Keeps compositions from falling below zero after a step of the robust scheme. Implicit steps of high order can undershoot by a small part
 * of their error next to a front; what is cut off there is taken from where there is plenty, in proportion, so that no total changes.
 */
import { connected } from '../assembly/connected.js';
import type { Discretisation } from '../assembly/discretisation.js';

export class Positivity {
  private readonly labels: Int32Array;
  private readonly below: Float64Array;
  private readonly above: Float64Array;

  constructor(private readonly system: Discretisation) {
    this.labels = connected(system);
    const count = Math.max(0, ...this.labels.map((label) => label + 1));
    this.below = new Float64Array(count);
    this.above = new Float64Array(count);
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
