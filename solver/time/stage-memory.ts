/**
 * The stages of the steps of one system and their sums: in the memory of the kernels while the system is there, where balances and solutions
 * need no copies. A system is integrated by one stepper at a time.
 */
import type { Discretisation } from '../assembly/discretisation.js';
import type { Kernels } from '../kernels/kernels.js';
import type { Tenant } from '../kernels/tenancy.js';
import { a, c, stages } from './rodas5p.js';
import { addStages, addStagesTwice } from './stage-sums.js';

/** Vectors beside the stages: where the step begins, its trial, the sum of earlier stages, the diagonal of linear storage. */
const others = 4;
/** Rows of coefficients with room for a full one each. */
const coefficients = Float64Array.from([...a, ...c].flatMap((row) => Array.from({ length: stages }, (_, j) => row[j] ?? 0)));

const known = new WeakMap<Discretisation, StageMemory>();

export class StageMemory implements Tenant {
  readonly bytes: number;
  /** Unknowns, and one more where that makes their number even. */
  private readonly length: number;
  private vectors: readonly Float64Array[];
  private at = 0;

  static of(system: Discretisation): StageMemory {
    const memory = known.get(system) ?? new StageMemory(system);
    known.set(system, memory);
    return memory;
  }

  private constructor(private readonly system: Discretisation) {
    this.length = system.size + (system.size & 1);
    this.bytes = 8 * (this.length * (stages + others) + coefficients.length);
    this.vectors = Array.from({ length: stages + others }, () => new Float64Array(system.size));
    system.tenancy.add(this);
  }

  /** To be asked for again whenever another system may have computed. */
  here(): { readonly k: readonly Float64Array[]; readonly trial: Float64Array } {
    this.system.tenancy.enter();
    return { k: this.vectors, trial: this.vectors[stages + 1]! };
  }

  /** A step from u begins. */
  begin(u: Float64Array): void {
    this.system.tenancy.enter();
    this.vectors[stages]!.set(u);
    if (this.system.linearStorage) this.vectors[stages + 3]!.set(this.system.storage.diagonal);
  }

  /** trial ← u + Σ_{j<i} a_ij k_j; the sum of c_ij k_j is kept for `addSum`. */
  combine(i: number): void {
    const k = this.system.tenancy.enter();
    if (k) {
      const [table, stride] = [this.place(stages + others), 8 * this.length];
      const row = (r: number) => table + 8 * stages * r;
      k.run.addStages(
        this.at,
        stride,
        i,
        row(i),
        row(stages + i),
        this.place(stages),
        this.place(stages + 1),
        this.place(stages + 2),
        this.system.size,
      );
    } else {
      const [trial, sum] = [this.vectors[stages + 1]!, this.vectors[stages + 2]!];
      trial.set(this.vectors[stages]!);
      sum.fill(0);
      addStagesTwice(i, this.vectors, a[i]!, trial, c[i]!, sum);
    }
  }

  /** k_i ← k_i + factor M Σ_{j<i} c_ij k_j for linear storage. */
  addSum(i: number, factor: number): void {
    const k = this.system.tenancy.enter();
    if (k) k.run.addScaled(factor, this.place(stages + 3), this.place(stages + 2), this.place(i), this.system.size);
    else this.system.storage.addApplied(factor, this.vectors[stages + 2]!, this.vectors[i]!);
  }

  /** out ← out + Σ_j weights_j k_j over all stages. */
  addAll(weights: readonly number[], out: Float64Array): void {
    addStages(stages, this.here().k, weights, out);
  }

  private place(vector: number): number {
    return this.at + 8 * this.length * vector;
  }

  settle(k: Kernels, at: number): void {
    this.at = at;
    this.vectors = this.vectors.map((vector, v) => {
      const from = this.place(v) / 8;
      const here = k.numbers.subarray(from, from + vector.length);
      here.set(vector);
      return here;
    });
    k.numbers.set(coefficients, this.place(stages + others) / 8);
  }

  leave(): void {
    this.vectors = this.vectors.map((vector) => vector.slice());
  }
}
