/**
 * Totals that nothing can change, against the rounding of the solves. A gas that flows almost without resistance puts large numbers into the
 * matrix, whose rounding would let its mass drift by some 1e-14 per step.
 */
import { connected } from '../assembly/connected.js';
import type { Discretisation } from '../assembly/discretisation.js';

export class KeptTotals {
  private readonly labels: Int32Array;
  /** Per connected set; NaN where the total may change. */
  private readonly wanted: Float64Array;

  /** `m` are the amounts at the beginning, one per number. A system with a pressure is sealed: all matter in it is kept. */
  constructor({ terms, layout }: Discretisation, labels: Int32Array, m: Float64Array) {
    this.labels = labels;
    this.wanted = sums(labels, m);
    labels.forEach((label, i) => {
      if (terms.system.unknowns[layout.unknownOf[i]!]!.kind === 'temperature') this.wanted[label] = NaN;
    });
  }

  static of(system: Discretisation, m: Float64Array): KeptTotals | undefined {
    return system.terms.system.unknowns.some(({ kind }) => kind === 'pressure') ? new KeptTotals(system, connected(system), m) : undefined;
  }

  /** Shares out what the amounts lack, in proportion. */
  restore(m: Float64Array): void {
    const now = sums(this.labels, m);
    for (let i = 0; i < m.length; i++) {
      const label = this.labels[i]!;
      const factor = this.wanted[label]! / now[label]!;
      if (factor > 0) m[i] = m[i]! * factor;
    }
  }
}

function sums(labels: Int32Array, m: Float64Array): Float64Array {
  const totals = new Float64Array(labels.reduce((most, label) => Math.max(most, label + 1), 0));
  m.forEach((amount, i) => (totals[labels[i]!] = totals[labels[i]!]! + amount));
  return totals;
}
