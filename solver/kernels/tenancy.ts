/**
 * Who lives in the memory of the kernels: a few tenancies side by side, each a system with its matrices and programs. When there is no room
 * for another one all are sent out, and their tenants take back what only the memory knows. So systems are garbage like any other object,
 * and nobody frees anything.
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

/** The two runs of a pair, those of another study, and one to spare: more are not worked on in turn. */
const mostResidents = 6;
/** Together they take no more than this; a larger one lives alone [bytes]. */
const mostBytes = 2 ** 25;
const memory: { residents: Tenancy[]; next: number } = { residents: [], next: 0 };
const aligned = (bytes: number): number => Math.ceil(bytes / 16) * 16;

export class Tenancy {
  private readonly tenants: Tenant[] = [];
  private settled = false;

  add(tenant: Tenant): void {
    if (this.settled) sendOut();
    this.tenants.push(tenant);
  }

  /** The kernels while this tenancy is in their memory. */
  inside(): Kernels | undefined {
    return this.settled ? kernels() : undefined;
  }

  /** The kernels with this tenancy in their memory; undefined where there are none, or too little memory. */
  enter(): Kernels | undefined {
    const k = kernels();
    if (!k || this.settled) return k;
    const bytes = this.tenants.reduce((sum, tenant) => sum + aligned(tenant.bytes), 0);
    if (memory.residents.length === mostResidents || memory.next + bytes > mostBytes) sendOut();
    if (!k.holds(memory.next + bytes)) {
      // Growing moves the memory away from under those who are in it.
      const wanted = memory.next + bytes;
      sendOut();
      if (!k.reserve(wanted)) return undefined;
    }
    for (const tenant of this.tenants) {
      tenant.settle(k, memory.next);
      memory.next += aligned(tenant.bytes);
    }
    this.settled = true;
    memory.residents.push(this);
    return k;
  }

  /** No longer in the memory. */
  leave(k: Kernels): void {
    this.settled = false;
    for (const tenant of this.tenants) tenant.leave(k);
  }
}

function sendOut(): void {
  const k = kernels();
  if (k) for (const tenancy of memory.residents) tenancy.leave(k);
  [memory.residents, memory.next] = [[], 0];
}
