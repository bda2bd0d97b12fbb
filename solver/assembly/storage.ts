/**
 * Amounts m(u) held by the nodes and their derivatives M = ∂m/∂u: couples only what lives in one node.
 * With linear storage M is one diagonal for all time.
 */
import { solveDense } from '../linear/dense.js';
import type { Layout } from '../mesh/layout.js';
import type { Workspace } from './workspace.js';

export class Storage {
  /** Diagonal of M when storage is linear; zero in rows of held values and of unknowns without storage. */
  readonly diagonal: Float64Array;
  /** Rows that hold nothing: held values, unknowns without storage, the axis of a cylinder or sphere. */
  readonly algebraic: Uint8Array;
  private fresh = false;
  private readonly rows: Int32Array;
  private readonly columns: Int32Array;
  private readonly positions: Int32Array;
  private readonly values: Float64Array;
  /** The same with the rows of held values, which store too. */
  private readonly all: Float64Array;
  private readonly diagonalPosition: Int32Array;
  private readonly nodes: readonly {
    readonly members: readonly number[];
    readonly entries: readonly (readonly [entry: number, at: number])[];
  }[];

  constructor(
    /** M is one diagonal for all time. */
    private readonly linear: boolean,
    private readonly layout: Layout,
    private readonly workspaces: readonly Workspace[],
    private readonly held: ReadonlySet<number>,
  ) {
    this.diagonal = new Float64Array(layout.size);
    this.algebraic = new Uint8Array(layout.size).fill(1);
    this.diagonalPosition = new Int32Array(layout.size);
    for (const { front } of layout.elements)
      for (let i = 0; i < front.eliminated; i++) this.diagonalPosition[front.start + i] = front.offset + i * (front.size + 1);
    const rows: number[] = [];
    const columns: number[] = [];
    const positions: number[] = [];
    for (const w of workspaces)
      for (const { row, column } of w.terms.storageByValue)
        for (const element of w.elements) {
          const { start, size, offset } = element.front;
          for (let j = 0; j <= layout.order; j++) {
            const [a, b] = [element.numbers[j * w.width + row]!, element.numbers[j * w.width + column]!];
            rows.push(a);
            columns.push(b);
            positions.push(offset + (a - start) * size + b - start);
          }
        }
    this.rows = Int32Array.from(rows);
    this.columns = Int32Array.from(columns);
    this.positions = Int32Array.from(positions);
    this.values = new Float64Array(rows.length);
    this.all = new Float64Array(rows.length);
    this.nodes = linear ? [] : groups(layout.size, rows, columns);
  }

  /** Parameters have changed: what was computed once is computed again. */
  forget(): void {
    this.fresh = false;
  }

  /** M at u; the workspaces hold u already. Linear storage is the same for every u. */
  refresh(t: number): void {
    if (this.fresh) return;
    this.fresh = this.linear;
    let at = 0;
    for (const w of this.workspaces) {
      w.storage.run(t);
      const { volume } = w.geometry;
      const n = this.layout.order + 1;
      for (const { column, output } of w.terms.storageByValue) {
        const slope = w.storage.outputs[output]!;
        for (let e = 0; e < w.elements.length; e++)
          for (let j = 0; j < n; j++) {
            const entry = e === 0 && j === 0 ? w.entry[column]! : 1;
            const value = entry * volume[e * n + j]! * slope[e * n + j]!;
            this.all[at] = value;
            this.values[at] = this.held.has(this.rows[at]!) ? 0 : value;
            at++;
          }
      }
    }
    if (this.linear) this.diagonal.fill(0);
    this.algebraic.fill(1);
    for (let k = 0; k < this.values.length; k++) {
      const row = this.rows[k]!;
      if (this.values[k] !== 0) this.algebraic[row] = 0;
      if (this.linear) this.diagonal[row] = this.diagonal[row]! + this.values[k]!;
    }
  }

  /** A ← A + c M. */
  addShift(c: number, A: Float64Array): void {
    if (this.linear) {
      const { diagonal, diagonalPosition } = this;
      for (let i = 0; i < diagonal.length; i++) {
        const at = diagonalPosition[i]!;
        A[at] = A[at]! + c * diagonal[i]!;
      }
    } else
      for (let k = 0; k < this.values.length; k++) {
        const at = this.positions[k]!;
        A[at] = A[at]! + c * this.values[k]!;
      }
  }

  /** out ← M k. */
  apply(k: Float64Array, out: Float64Array): void {
    if (this.linear) for (let i = 0; i < out.length; i++) out[i] = this.diagonal[i]! * k[i]!;
    else {
      out.fill(0);
      for (let e = 0; e < this.values.length; e++) out[this.rows[e]!] = out[this.rows[e]!]! + this.values[e]! * k[this.columns[e]!]!;
    }
  }

  /** out ← out + factor M k, for linear storage. */
  addApplied(factor: number, k: Float64Array, out: Float64Array): void {
    const { diagonal } = this;
    for (let i = 0; i < out.length; i++) out[i] = out[i]! + factor * diagonal[i]! * k[i]!;
  }

  /** Derivative of Σ weights_row · amount_row by each unknown. */
  slopeOfTotal(weights: Float64Array): Float64Array {
    const slope = new Float64Array(weights.length);
    for (let k = 0; k < this.values.length; k++) {
      const column = this.columns[k]!;
      slope[column] = slope[column]! + weights[this.rows[k]!]! * this.values[k]!;
    }
    return slope;
  }

  /** Σ over nodes of volume · m_i in the row of each unknown; rows of held values too. The workspaces hold u already. */
  amounts(t: number, out: Float64Array): void {
    out.fill(0);
    for (const w of this.workspaces) {
      w.storage.run(t);
      for (const { row, output } of w.terms.amounts) w.addVolume(row, w.storage.outputs[output]!, out);
    }
  }

  /** ∂/∂t of the amounts at fixed u. */
  amountRates(t: number, out: Float64Array): void {
    out.fill(0);
    for (const w of this.workspaces) {
      if (w.terms.storageRates.length === 0) continue;
      w.rates.run(t);
      for (const { row, output } of w.terms.storageRates) w.addVolume(row, w.rates.outputs[output]!, out);
    }
  }

  /** u' from M u' = rows, given the speeds of held values in `speed`. Unknowns without storage keep what is there. */
  speeds(rows: Float64Array, speed: Float64Array): void {
    if (this.linear) {
      for (let i = 0; i < rows.length; i++) if (this.diagonal[i] !== 0) speed[i] = rows[i]! / this.diagonal[i]!;
      return;
    }
    const lack = new Float64Array(rows.length);
    this.apply(speed, lack);
    for (let i = 0; i < rows.length; i++) lack[i] = rows[i]! - lack[i]!;
    this.fill(lack, speed);
  }

  /** out ← d/dt of all amounts for speeds u', rows of held values included. The workspaces hold u already. */
  applyToAll(speed: Float64Array, t: number, out: Float64Array): void {
    this.amountRates(t, out);
    for (let e = 0; e < this.all.length; e++) out[this.rows[e]!] = out[this.rows[e]!]! + this.all[e]! * speed[this.columns[e]!]!;
  }

  /** Adds to u, node by node, the change that makes up for a lack of amounts: M δ = lack. Rows without storage stay. */
  fill(lack: Float64Array, u: Float64Array): void {
    for (const { members, entries } of this.nodes) {
      const n = members.length;
      const block = new Float64Array(n * n);
      const change = new Float64Array(n);
      for (const [entry, at] of entries) block[at] = block[at]! + this.values[entry]!;
      members.forEach((member, i) => {
        if (this.algebraic[member]) {
          block.fill(0, i * n, i * n + n);
          block[i * n + i] = 1;
        } else change[i] = lack[member]!;
      });
      if (!solveDense(n, block, change)) continue;
      members.forEach((member, i) => (u[member] = u[member]! + change[i]!));
    }
  }
}

/** Unknowns that share a node, with the entries of M between them. */
function groups(size: number, rows: readonly number[], columns: readonly number[]) {
  const parent = Int32Array.from({ length: size }, (_, i) => i);
  const root = (i: number): number => (parent[i] === i ? i : (parent[i] = root(parent[i]!)));
  rows.forEach((row, k) => (parent[root(row)] = root(columns[k]!)));
  const members = new Map<number, number[]>();
  for (let i = 0; i < size; i++) members.set(root(i), [...(members.get(root(i)) ?? []), i]);
  const entries = new Map<number, [number, number][]>();
  rows.forEach((row, k) => {
    const key = root(row);
    const list = members.get(key)!;
    const at = list.indexOf(row) * list.length + list.indexOf(columns[k]!);
    entries.set(key, [...(entries.get(key) ?? []), [k, at]]);
  });
  return [...members].map(([key, list]) => ({ members: list, entries: entries.get(key) ?? [] }));
}
