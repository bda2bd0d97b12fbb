/**
 * Who lives in the memory of the kernels: one tenancy at a time, a system with its matrices and programs. Another one that enters sends it
 * out, and its tenants take back what only the memory knows. So systems are garbage like any other object, and nobody frees anything.
 */
import { kernels, type Kernels } from './kernels.js';

export interface Tenant {
  /** Room that it needs [bytes]. */
  readonly bytes: number;
  /** Puts everything it has into the memory, from byte `at` on (a multiple of 16). */
  settle(k: Kernels, at: number): void;
  /** Takes back what only the memory holds. */
  leave(k: Kernels): void;
}

const memory: { resident?: Tenancy } = {};
const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16;

export class Tenancy {
  private readonly tenants: Tenant[] = [];

  add(tenant: Tenant): void {
    this.send();
    this.tenants.push(tenant);
  }

  /** Sends the tenancy out of the memory, if it is there. */
  private send(): void {
    const k = this.inside();
    if (!k) return;
    this.tenants.forEach((tenant) => tenant.leave(k));
    memory.resident = undefined;
  }

  /** The kernels while this tenancy is in their memory. */
  inside(): Kernels | undefined {
    return memory.resident === this ? kernels() : undefined;
  }

  /** The kernels with this tenancy in their memory; undefined where there are none, or too little memory. */
  enter(): Kernels | undefined {
    const k = kernels();
    if (!k || memory.resident === this) return k;
    memory.resident?.send();
    if (!k.reserve(this.tenants.reduce((sum, { bytes }) => sum + aligned(bytes), 0))) return undefined;
    let at = 0;
    for (const tenant of this.tenants) {
      tenant.settle(k, at);
      at += aligned(tenant.bytes);
    }
    memory.resident = this;
    return k;
  }
}
