/**
 * The matrices of one system: the derivatives J, and the matrix A that is factored over the fronts. Where there are kernels both live in
 * their memory, and kernels factor and solve.
 */
import type { Kernels } from '../kernels/kernels.js';
import { Tenancy, type Tenant } from '../kernels/tenancy.js';
import type { Front } from '../mesh/layout.js';
import { factor, solve } from './fronts.js';

/** Integers per front in the table that kernels read. */
export const frontFields = 4;
const even = (count: number): number => count + (count & 1);

export class Factors implements Tenant {
  readonly bytes: number;
  /** Where the table of the fronts, the right-hand side, J and A begin [bytes], while in the memory of the kernels. */
  table = 0;
  derivatives = 0;
  private vector = 0;
  private matrix = 0;
  private readonly fronts: Int32Array;
  private readonly length: number;
  private J: Float64Array;
  private A: Float64Array;
  private b: Float64Array;

  /** `size` is the number of unknowns. */
  constructor(
    private readonly layout: readonly Front[],
    private readonly size: number,
    private readonly tenancy = new Tenancy(),
  ) {
    this.fronts = Int32Array.from(layout.flatMap(({ start, size: m, eliminated, offset }) => [start, m, eliminated, offset]));
    this.length = layout.reduce((sum, { size: m }) => sum + m * m, 0);
    this.bytes = 4 * this.fronts.length + 8 * (even(size) + 2 * even(this.length));
    [this.J, this.A] = [new Float64Array(this.length), new Float64Array(this.length)];
    this.b = new Float64Array(size);
    tenancy.add(this);
  }

  /** J, all fronts one after another: to be used before another system computes. */
  jacobian(): Float64Array {
    this.tenancy.enter();
    return this.J;
  }
  /** A, which `factor` overwrites; likewise. */
  toFactor(): Float64Array {
    this.tenancy.enter();
    return this.A;
  }

  /** A ← −J. */
  negated(): Float64Array {
    const k = this.tenancy.enter();
    if (k) k.run.negate(this.derivatives, this.matrix, this.length);
    else for (let i = 0; i < this.length; i++) this.A[i] = -this.J[i]!;
    return this.A;
  }

  /** Factors A. Returns −1, or the number of the unknown whose pivot vanished. */
  factor(): number {
    const k = this.tenancy.enter();
    return k ? k.run.factor(this.table, this.layout.length, this.matrix) : factor(this.layout, this.A);
  }

  /** b ← A⁻¹ b with the factors of the last `factor`. */
  solve(b: Float64Array): void {
    const k = this.tenancy.enter();
    if (!k) return solve(this.layout, this.A, b);
    const at = k.addressOf(b);
    if (at < 0) this.b.set(b);
    k.run.solve(this.table, this.layout.length, this.matrix, at < 0 ? this.vector : at);
    if (at < 0) b.set(this.b);
  }

  settle(k: Kernels, at: number): void {
    this.table = at;
    this.vector = at + 4 * this.fronts.length;
    this.derivatives = this.vector + 8 * even(this.size);
    this.matrix = this.derivatives + 8 * even(this.length);
    k.integers.set(this.fronts, this.table / 4);
    const view = (from: number, values: Float64Array): Float64Array => {
      const here = k.numbers.subarray(from / 8, from / 8 + values.length);
      here.set(values);
      return here;
    };
    [this.J, this.A] = [view(this.derivatives, this.J), view(this.matrix, this.A)];
    this.b = view(this.vector, this.b);
  }

  leave(): void {
    [this.J, this.A, this.b] = [this.J.slice(), this.A.slice(), this.b.slice()];
  }
}
