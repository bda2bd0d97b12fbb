/** A physics term: what one effect adds to m, K, V of a medium. The sum over the table of terms is the whole equation. */
import { add, zero, type Expression } from '../../expression/expression.js';
import type { ResolvedMedium } from '../media/resolved.js';

/** Row or column of the system: index of a composition unknown of the medium, or heat. */
export type Row = number | 'heat';

/** Sums of all contributions so far. `transport` is the matrix K with F = −K ∇u + V. */
export class Contributions {
  private readonly rows: readonly Row[];
  private readonly storageOf = new Map<Row, Expression>();
  private readonly driftOf = new Map<Row, Expression>();
  private readonly transportOf = new Map<string, Expression>();

  constructor(readonly medium: ResolvedMedium) {
    this.rows = [...medium.unknowns.keys(), 'heat'];
  }
  get species(): readonly number[] {
    return [...this.medium.unknowns.keys()];
  }
  store(row: Row, value: Expression): void {
    this.storageOf.set(row, add(this.storageOf.get(row) ?? zero, value));
  }
  drive(row: Row, by: Row, value: Expression): void {
    const key = `${row},${by}`;
    this.transportOf.set(key, add(this.transportOf.get(key) ?? zero, value));
  }
  carry(row: Row, value: Expression): void {
    this.driftOf.set(row, add(this.driftOf.get(row) ?? zero, value));
  }
  storage(row: Row): Expression {
    return this.storageOf.get(row) ?? zero;
  }
  transport(row: Row, by: Row): Expression {
    return this.transportOf.get(`${row},${by}`) ?? zero;
  }
  drift(row: Row): Expression {
    return this.driftOf.get(row) ?? zero;
  }
}

export interface Term {
  readonly title: string;
  /** The equation in plain Unicode. */
  readonly equation: string;
  contribute(medium: ResolvedMedium, to: Contributions): void;
}
