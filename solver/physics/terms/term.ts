/** A physics term: what one effect adds to m, K, V of a medium. The sum over the table of terms is the whole equation. */
import { add, zero, type Expression } from '../../expression/expression.js';
import type { PropertyName } from '../../quantities/catalogue.js';
import type { ResolvedMedium } from '../media/resolved.js';
import { dot } from '../symbolic.js';

/** Row or column of the system: index of a composition unknown of the medium, or heat. */
export type Row = number | 'heat';

/**
 * Sums of all contributions so far, stated in the frame of the coefficients (barycentric in mixtures) and read in that of the equations.
 * `transport` is the matrix K with F = −K ∇u + V.
 */
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
    return this.inFrame(row, (own) => this.transportOf.get(`${own},${by}`));
  }
  drift(row: Row): Expression {
    return this.inFrame(row, (own) => this.driftOf.get(own));
  }
  private inFrame(row: Row, sum: (row: Row) => Expression | undefined): Expression {
    const { frame } = this.medium;
    if (row === 'heat' || !frame) return sum(row) ?? zero;
    return dot(
      frame[row]!,
      this.species.map((own) => sum(own) ?? zero),
    );
  }
}

/** The record of a term. Assembly, Jacobian, entropy production, tests and the reference follow from it. */
export interface Term {
  readonly title: string;
  /** The equation in plain Unicode. */
  readonly equation: string;
  /** Properties that feed it; a new one is read by its name from `medium.statements`. */
  readonly coefficients: readonly PropertyName[];
  /**
   * `dissipates`: its fluxes produce entropy, and what it carries is driven by a force on the components, which drives heat by the Dufour
   * effect as a gradient would. `none`: it stores, or carries without a force, or carries what σ does not count (enthalpy).
   */
  readonly entropy: 'dissipates' | 'none';
  /** Declarations in which it acts, of a medium of A (with W): shown in the reference, and run by the tests of every term. */
  readonly example: string;
  contribute?(medium: ResolvedMedium, to: Contributions): void;
  /** What follows from the fluxes `of` all terms; `forced` has only those of the terms that dissipate. */
  follow?(medium: ResolvedMedium, of: Contributions, forced: Contributions): void;
}
