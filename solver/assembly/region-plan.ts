/** Where a region lives in the memory of the kernels: addresses relative to its beginning, and what is written there. */
import type { Kernels } from '../kernels/kernels.js';
import * as fields from '../kernels/fields.js';
import { instructionLength } from '../kernels/operations.js';
import type { Tape } from '../expression/tape.js';
import { frontFields } from '../linear/factors.js';
import type { Entry, Row } from './terms.js';
import { encode, type HostFunctions } from './encode.js';
import type { Workspace } from './workspace.js';

/** Bytes of numbers and of integers. */
const B = 8;
const I = 4;

/** A tape's scalars and the registers of its outputs that are the same at all points. */
interface TapePlan {
  readonly tape: Tape;
  readonly instructions: number;
  readonly scalars: number;
  /** Per output: its register. */
  readonly outputs: readonly number[];
  readonly filled: readonly (readonly [register: number, slot: number])[];
  stamp: number;
}

export class RegionPlan {
  readonly bytes: number;
  /** Beginning of the region's description [bytes], while it is in the memory. */
  region = 0;
  private base = 0;
  private next = 0;
  private readonly stride: number;
  private readonly values: number;
  private readonly gradients: number;
  private readonly x: number;
  private readonly registers: number;
  private readonly balance: TapePlan;
  private readonly jacobian: TapePlan;
  private readonly description: number;
  private readonly entry: number;
  private readonly tables: ReadonlyMap<number, { readonly at: number; readonly numbers: Float64Array }>;
  private readonly lists: ReadonlyMap<number, { readonly at: number; readonly integers: number }>;
  private readonly scratch: number;

  constructor(
    private readonly w: Workspace,
    /** Index of the region's first front. */
    private readonly firstFront: number,
    private readonly functions: HostFunctions,
  ) {
    const { basis, geometry, terms, width, points } = w;
    const n = basis.order + 1;
    this.stride = B * (points + (points & 1));
    const registers = (count: number) => this.take(count * this.stride);
    [this.values, this.gradients, this.x] = [registers(width), registers(width), registers(1)];
    // What one program computes is used before the other runs.
    this.registers = registers(Math.max(terms.balance.registers, terms.jacobian.registers));
    this.balance = this.plan(w.balance);
    this.jacobian = this.plan(w.jacobian);
    this.entry = this.take(B * width);
    const table = (numbers: Float64Array) => ({ at: this.take(B * numbers.length), numbers });
    this.tables = new Map([
      [fields.scale, table(Float64Array.from(geometry.scale))],
      [fields.fluxWeight, table(geometry.fluxWeight)],
      [fields.volume, table(geometry.volume)],
      [fields.derivativeHalves, table(sideBySide(n, basis.derivativeHalves))],
      [fields.transposedHalves, table(sideBySide(n, basis.transposedHalves))],
      [fields.stiffness, table(basis.stiffness)],
      [fields.derivative, table(basis.derivative)],
    ]);
    const list = (integers: number) => ({ at: this.take(I * integers), integers });
    const { byGradient, byValueAlone, sourceByValue } = terms.varying;
    this.lists = new Map([
      [fields.numbers, list(points * width)],
      [fields.fluxes, list(width)],
      [fields.sources, list(2 * terms.sources.length)],
      [fields.byGradient, list(4 * byGradient.length)],
      [fields.byValueAlone, list(3 * byValueAlone.length)],
      [fields.sourceByValue, list(3 * sourceByValue.length)],
    ]);
    this.description = this.take(I * fields.length);
    // Even and odd parts of four vectors, their four products, a vector, rows and columns.
    const half = (n + 1) >> 1;
    this.scratch = this.take(B * (8 * half + 4 * n * n + 6 * n + 2 * half) + 2 * I * n);
    this.bytes = this.next;
  }

  private take(bytes: number): number {
    const at = this.next;
    this.next += Math.ceil(bytes / 16) * 16;
    return at;
  }

  private plan(tape: Tape): TapePlan {
    const { program } = tape;
    const filled: (readonly [number, number])[] = [];
    const outputs = program.outputs.map((output) => {
      if (output.kind === 'input') return this.register(output.index);
      if (output.kind === 'register') return this.register(output.register);
      const register = this.take(this.stride);
      filled.push([register, output.slot]);
      return register;
    });
    const instructions = this.take(I * instructionLength * program.byPoint.length);
    return { tape, instructions, scalars: this.take(B * program.slots), outputs, filled, stamp: -1 };
  }

  /** Inputs of the programs are x, values, gradients; then come registers of their own. */
  private register(number: number): number {
    const { width } = this.w;
    if (number === 0) return this.x;
    if (number <= width) return this.values + (number - 1) * this.stride;
    if (number <= 2 * width) return this.gradients + (number - 1 - width) * this.stride;
    return this.registers + (number - 1 - 2 * width) * this.stride;
  }

  /** Writes everything, from byte `at` on; `fronts` is where the table of all fronts begins. */
  settle(k: Kernels, at: number, fronts: number): void {
    const { w } = this;
    const { terms, elements, width } = w;
    [this.base, this.region] = [at, at + this.description];
    const place = (relative: number) => at + relative;
    k.numbers.set(w.geometry.x, place(this.x) / B);
    for (const { at: to, numbers } of this.tables.values()) k.numbers.set(numbers, place(to) / B);
    const register = (number: number) => place(this.register(number));
    for (const { tape, instructions, scalars } of [this.balance, this.jacobian])
      encode(k.integers, place(instructions) / I, tape.program, register, place(scalars), this.functions);
    const write = (field: number, integers: readonly number[] | Int32Array) =>
      k.integers.set(integers, place(this.lists.get(field)!.at) / I);
    let number = place(this.lists.get(fields.numbers)!.at) / I;
    for (const element of elements) {
      k.integers.set(element.numbers, number);
      number += element.numbers.length;
    }
    const [flux, slope] = [this.balance, this.jacobian].map(
      ({ outputs }) =>
        (output: number) =>
          place(outputs[output]!),
    ) as [(output: number) => number, (output: number) => number];
    const rows = (list: readonly Row[]) => list.flatMap(({ row, output }) => [row, flux(output)]);
    const entries = (list: readonly Entry[]) => list.flatMap(({ row, column, output }) => [row, column, slope(output)]);
    const { byGradient, byValueAlone, sourceByValue } = terms.varying;
    write(
      fields.fluxes,
      Array.from({ length: width }, (_, v) => flux(v)),
    );
    write(fields.sources, rows(terms.sources));
    write(
      fields.byGradient,
      byGradient.flatMap((entry) => [...entries([entry]), entry.byValue < 0 ? 0 : slope(entry.byValue)]),
    );
    write(fields.byValueAlone, entries(byValueAlone));
    write(fields.sourceByValue, entries(sourceByValue));
    const description = new Int32Array(fields.length);
    for (const [field, { at: to }] of [...this.tables, ...this.lists]) description[field] = place(to);
    description[fields.points] = w.points;
    description[fields.width] = width;
    description[fields.nodes] = w.basis.order + 1;
    description[fields.elements] = elements.length;
    description[fields.values] = place(this.values);
    description[fields.gradients] = place(this.gradients);
    description[fields.entry] = place(this.entry);
    description[fields.balance] = place(this.balance.instructions);
    description[fields.balanceCount] = terms.balance.byPoint.length;
    description[fields.sourceCount] = terms.sources.length;
    description[fields.jacobian] = place(this.jacobian.instructions);
    description[fields.jacobianCount] = terms.jacobian.byPoint.length;
    description[fields.byGradientCount] = byGradient.length;
    description[fields.byValueAloneCount] = byValueAlone.length;
    description[fields.sourceByValueCount] = sourceByValue.length;
    description[fields.fronts] = fronts + I * frontFields * this.firstFront;
    description[fields.scratch] = place(this.scratch);
    k.integers.set(description, this.region / I);
    this.balance.stamp = this.jacobian.stamp = -1;
  }

  /** Before the balance or the derivatives run at time t [s]. */
  prepare(k: Kernels, which: 'balance' | 'jacobian', t: number): void {
    const plan = this[which];
    const { tape } = plan;
    if (tape.program.dependsOnTime) tape.advance(t);
    else if (plan.stamp === tape.stamp) return;
    plan.stamp = tape.stamp;
    k.numbers.set(tape.scalars, (this.base + plan.scalars) / B);
    for (const [register, slot] of plan.filled) {
      const from = (this.base + register) / B;
      k.numbers.fill(tape.scalars[slot]!, from, from + this.w.points);
    }
  }

  /** Factors of the values at the first node: a joint may change them. */
  enter(k: Kernels): void {
    k.numbers.set(this.w.entry, (this.base + this.entry) / B);
  }
}

/** Rows of the odd and of the even part, entry beside entry. */
function sideBySide(n: number, halves: Float64Array): Float64Array {
  const half = (n + 1) >> 1;
  const out = new Float64Array(halves.length);
  for (let i = 0; i < half; i++)
    for (let j = 0; j < half; j++) {
      out[2 * (i * half + j)] = halves[2 * i * half + j]!;
      out[2 * (i * half + j) + 1] = halves[(2 * i + 1) * half + j]!;
    }
  return out;
}
