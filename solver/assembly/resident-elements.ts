/** The spectral elements of a system in the memory of the kernels: the same balances and derivatives as those of the workspaces. */
import type { Kernels } from '../kernels/kernels.js';
import type { Tenancy, Tenant } from '../kernels/tenancy.js';
import type { Factors } from '../linear/factors.js';
import { HostFunctions } from './encode.js';
import { RegionPlan } from './region-plan.js';
import type { Workspace } from './workspace.js';

const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16;

export class ResidentElements implements Tenant {
  readonly bytes: number;
  private readonly regions: readonly RegionPlan[];
  private readonly functions = new HostFunctions();
  private u: Float64Array = new Float64Array(0);
  private out: Float64Array = new Float64Array(0);
  private uAt = 0;
  private outAt = 0;

  constructor(
    workspaces: readonly Workspace[],
    private readonly size: number,
    private readonly factors: Factors,
    private readonly tenancy: Tenancy,
  ) {
    let front = 0;
    this.regions = workspaces.map((w) => {
      const plan = new RegionPlan(w, front, this.functions);
      front += w.elements.length;
      return plan;
    });
    this.bytes = 2 * aligned(8 * size) + this.regions.reduce((sum, { bytes }) => sum + aligned(bytes), 0);
    tenancy.add(this);
  }

  /** out ← what the elements add to R(u, t). False where there are no kernels, or too little memory. */
  balance(u: Float64Array, t: number, out: Float64Array): boolean {
    const k = this.tenancy.enter();
    if (!k) return false;
    k.functions = this.functions.list;
    const [from, to] = [this.place(k, u), k.addressOf(out)];
    (to < 0 ? this.out : out).fill(0);
    for (const plan of this.regions) {
      plan.prepare(k, 'balance', t);
      k.run.addBalance(plan.region, from, to < 0 ? this.outAt : to);
    }
    if (to < 0) out.set(this.out);
    return true;
  }

  /** Adds what varies with u and t to J of the factors. False where the system is not in the memory. */
  addJacobian(u: Float64Array, t: number): boolean {
    const k = this.tenancy.inside();
    if (!k) return false;
    k.functions = this.functions.list;
    const from = this.place(k, u);
    for (const plan of this.regions) {
      plan.prepare(k, 'jacobian', t);
      k.run.take(plan.region, from);
      k.run.addJacobian(plan.region, this.factors.derivatives);
      k.run.scaleEntries(plan.region, this.factors.derivatives);
    }
    return true;
  }

  /** Where u is in the memory: it may be there already. */
  private place(k: Kernels, u: Float64Array): number {
    const at = k.addressOf(u);
    if (at < 0) this.u.set(u);
    return at < 0 ? this.uAt : at;
  }

  /** The factors of the values that enter regions have changed. */
  enter(): void {
    const k = this.tenancy.inside();
    if (k) for (const plan of this.regions) plan.enter(k);
  }

  settle(k: Kernels, at: number): void {
    const view = (from: number): Float64Array => k.numbers.subarray(from / 8, from / 8 + this.size);
    [this.uAt, this.outAt] = [at, at + aligned(8 * this.size)];
    [this.u, this.out] = [view(this.uAt), view(this.outAt)];
    let from = this.outAt + aligned(8 * this.size);
    for (const plan of this.regions) {
      plan.settle(k, from, this.factors.table);
      plan.enter(k);
      from += aligned(plan.bytes);
    }
  }

  leave(): void {
    // Nothing here outlives a call.
  }
}
