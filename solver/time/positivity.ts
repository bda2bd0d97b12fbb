/**
 * Keeps compositions from falling below zero after a step of the robust scheme. Implicit steps of high order can undershoot by a small part
 * of their error next to a front; what is cut off there is taken from where there is plenty, in proportion, so that no total changes.
 *
 * Where a flux or a sink takes what is not there, the undershoot is none of the scheme's. Fitted fluxes out of an empty cell vanish, so the
 * two are told apart without a threshold: a cell that is emptied goes on losing although it holds nothing.
 */
import { connected } from '../assembly/connected.js';
import type { Discretisation } from '../assembly/discretisation.js';

/** Losses below this share of the largest are rounding of what comes and goes. */
const rounding = 1e-9;

export class Positivity {
  private readonly labels: Int32Array;
  private readonly below: Float64Array;
  private readonly above: Float64Array;
  private readonly clipped: Float64Array;
  private readonly rows: Float64Array;
  /** Numbers of values that walls hold. */
  private readonly held: ReadonlySet<number>;

  constructor(private readonly system: Discretisation) {
    this.labels = connected(system);
    const count = Math.max(0, ...this.labels.map((label) => label + 1));
    this.below = new Float64Array(count);
    this.above = new Float64Array(count);
    this.clipped = new Float64Array(system.size);
    this.rows = new Float64Array(system.size);
    this.held = new Set(system.walls.flatMap((wall) => wall.numbers.filter((_, v) => wall.terms.kinds[v] === 'value')));
  }

  /** Of the cells below zero, the number of the one that would lose most if it held nothing; −1 where none would lose anything. */
  overdrawn(u: Float64Array, t: number): number {
    const { system, clipped, rows } = this;
    const { unknowns } = system.terms.system;
    const { unknownOf } = system.layout;
    const empty = (i: number) => u[i]! < 0 && unknowns[unknownOf[i]!]!.nonNegative && !this.held.has(i);
    if (!u.some((_, i) => empty(i))) return -1;
    clipped.set(u);
    this.clip(clipped);
    system.residual(clipped, t, rows);
    const most = new Float64Array(unknowns.length);
    rows.forEach((row, i) => (most[unknownOf[i]!] = Math.max(most[unknownOf[i]!]!, this.held.has(i) ? 0 : Math.abs(row))));
    let worst = -1;
    for (let i = 0; i < u.length; i++)
      if (empty(i) && rows[i]! < -rounding * most[unknownOf[i]!]! && (worst < 0 || rows[i]! < rows[worst]!)) worst = i;
    return worst;
  }

  /** Removes what rounding leaves below zero. */
  clip(u: Float64Array): void {
    const { unknowns } = this.system.terms.system;
    const { unknownOf } = this.system.layout;
    for (let i = 0; i < u.length; i++) if (u[i]! < 0 && unknowns[unknownOf[i]!]!.nonNegative) u[i] = 0;
  }

  /** Restores an accepted state, or its amounts; `weights` turn what is given into amounts. */
  restore(values: Float64Array, weights?: Float64Array): void {
    const { below, above, labels, system } = this;
    const { unknowns } = system.terms.system;
    const { unknownOf } = system.layout;
    below.fill(0);
    above.fill(0);
    let negative = false;
    for (let i = 0; i < values.length; i++) {
      if (!unknowns[unknownOf[i]!]!.nonNegative) continue;
      const amount = (weights ? weights[i]! : 1) * values[i]!;
      const label = labels[i]!;
      if (values[i]! < 0) {
        negative = true;
        below[label] = below[label]! - amount;
      } else above[label] = above[label]! + amount;
    }
    if (!negative) return;
    for (let i = 0; i < values.length; i++) {
      if (!unknowns[unknownOf[i]!]!.nonNegative) continue;
      const label = labels[i]!;
      if (values[i]! < 0) values[i] = 0;
      else if (below[label]! > 0 && weights?.[i] !== 0) values[i] = values[i]! * Math.max(0, 1 - below[label]! / above[label]!);
    }
  }
}
