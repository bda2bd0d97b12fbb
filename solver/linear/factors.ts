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
  /** Made when first used: in the memory of the kernels, where there are any. */
  private arrays: { readonly J: Float64Array; readonly A: Float64Array; readonly b: Float64Array } | undefined;

  /** `size` is the number of unknowns. */
  constructor(
    private readonly layout: readonly Front[],
    private readonly size: number,
    private readonly tenancy = new Tenancy(),
  ) {
    this.fronts = Int32Array.from(layout.flatMap(({ start, size: m, eliminated, offset }) => [start, m, eliminated, offset]));
    this.length = layout.reduce((sum, { size: m }) => sum + m * m, 0);
    this.bytes = 4 * this.fronts.length + 8 * (even(size) + 2 * even(this.length));
    tenancy.add(this);
  }

  /** J, all fronts one after another: to be used before another system computes. */
  jacobian(): Float64Array {
    this.tenancy.enter();
    return this.here().J;
  }
  /** A, which `factor` overwrites; likewise. */
  toFactor(): Float64Array {
    this.tenancy.enter();
    return this.here().A;
  }

  /** A ← −J. */
  negated(): Float64Array {
    const k = this.tenancy.enter();
    const { J, A } = this.here();
    if (k) k.run.negate(this.derivatives, this.matrix, this.length);
    else for (let i = 0; i < this.length; i++) A[i] = -J[i]!;
    return A;
  }

  /** Factors A. Returns −1, or the number of the unknown whose pivot vanished. */
  factor(): number {
    const k = this.tenancy.enter();
    return k ? k.run.factor(this.table, this.layout.length, this.matrix) : factor(this.layout, this.here().A);
  }

  /** b ← A⁻¹ b with the factors of the last `factor`. */
  solve(b: Float64Array): void {
    const k = this.tenancy.enter();
    const here = this.here();
    if (!k) return solve(this.layout, here.A, b);
    const at = k.addressOf(b);
    if (at < 0) here.b.set(b);
    k.run.solve(this.table, this.layout.length, this.matrix, at < 0 ? this.vector : at);
    if (at < 0) b.set(here.b);
  }

  settle(k: Kernels, at: number): void {
    this.table = at;
    this.vector = at + 4 * this.fronts.length;
    this.derivatives = this.vector + 8 * even(this.size);
    this.matrix = this.derivatives + 8 * even(this.length);
    k.integers.set(this.fronts, this.table / 4);
    const before = this.arrays;
    const view = (from: number, count: number) => k.numbers.subarray(from / 8, from / 8 + count);
    this.arrays = { J: view(this.derivatives, this.length), A: view(this.matrix, this.length), b: view(this.vector, this.size) };
    if (!before) return;
    this.arrays.J.set(before.J);
    this.arrays.A.set(before.A);
  }

  leave(): void {
    if (!this.arrays) return;
    const { J, A, b } = this.arrays;
    this.arrays = { J: J.slice(), A: A.slice(), b: b.slice() };
  }

  private here() {
    const { length, size } = this;
    return (this.arrays ??= { J: new Float64Array(length), A: new Float64Array(length), b: new Float64Array(size) });
  }
}
