/**
 * The factors of one system's fronts. Where there are kernels they factor and solve; their memory has room for the factors of one
 * system, the resident, which hands its factors back to its own array when another one factors or solves.
 */
import { kernels, type Kernels } from '../kernels/kernels.js';
import type { Front } from '../mesh/layout.js';
import { factor, solve } from './fronts.js';

/** Integers per front in the table that kernels read. */
const fields = 4;
const memory: { resident?: Factors } = {};

export class Factors {
  private readonly table: Int32Array;
  /** Where the right-hand side and the matrix begin in the memory of the kernels [numbers, even: two at a time]; the table begins at 0. */
  private readonly vectorAt: number;
  private readonly matrixAt: number;
  /** The right-hand side in the memory of the kernels, while resident. */
  private vector: Float64Array = new Float64Array(0);

  /** `A` holds all fronts and is overwritten by their factors; `size` is the number of unknowns. */
  constructor(
    private readonly fronts: readonly Front[],
    private readonly size: number,
    readonly A: Float64Array,
  ) {
    this.table = Int32Array.from(fronts.flatMap(({ start, size: m, eliminated, offset }) => [start, m, eliminated, offset]));
    this.vectorAt = (fronts.length * fields) / 2;
    this.matrixAt = this.vectorAt + size + (size & 1);
  }

  /** Factors A. Returns −1, or the number of the unknown whose pivot vanished. */
  factor(): number {
    const k = kernels();
    return k && this.moveIn(k) ? k.factor(0, this.fronts.length, 8 * this.matrixAt) : factor(this.fronts, this.A);
  }

  /** b ← A⁻¹ b with the factors of the last `factor`. */
  solve(b: Float64Array): void {
    const k = kernels();
    if (!k || (memory.resident !== this && !this.moveIn(k))) return solve(this.fronts, this.A, b);
    k.numbers.set(b, this.vectorAt);
    k.solve(0, this.fronts.length, 8 * this.matrixAt, 8 * this.vectorAt);
    b.set(this.vector);
  }

  /** Copies A to the kernels. False when their memory cannot hold it: then A stays with the plain code. */
  private moveIn(k: Kernels): boolean {
    if (memory.resident !== this) {
      memory.resident?.moveOut(k);
      memory.resident = undefined;
      if (!k.reserve(8 * (this.matrixAt + this.A.length))) return false;
      k.integers.set(this.table);
      this.vector = k.numbers.subarray(this.vectorAt, this.vectorAt + this.size);
      memory.resident = this;
    }
    k.numbers.set(this.A, this.matrixAt);
    return true;
  }

  private moveOut(k: Kernels): void {
    this.A.set(k.numbers.subarray(this.matrixAt, this.matrixAt + this.A.length));
    this.vector = new Float64Array(0);
  }
}
