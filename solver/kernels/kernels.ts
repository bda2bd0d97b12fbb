/**
 * The hot loops as WebAssembly with two columns per operation, where there is WebAssembly: an old engine or a page's policy may refuse
 * it, and then plain TypeScript does the same. Kernels work on one memory of their own; whoever calls them copies numbers in and out and
 * keeps no view of it, because it moves when it grows (`tenancy.ts`).
 */
import { bytesOf } from './base64.js';
import { kernelModule } from './module.js';

/** What the module exports; places are in bytes. */
interface Functions {
  /** Factors `count` fronts of A. Returns −1, or the number of the unknown whose pivot vanished. */
  factor(table: number, count: number, A: number): number;
  /** b ← A⁻¹ b. */
  solve(table: number, count: number, A: number, b: number): void;
  /** to ← −from, `count` numbers. */
  negate(from: number, to: number, count: number): void;
  /** out ← out + what the elements of a region add to R(u). */
  addBalance(region: number, u: number, out: number): void;
  /** J ← J + derivatives of the same where gradients and values are those of the last `addBalance` or `gather`. */
  addJacobian(region: number, J: number): void;
  scaleEntries(region: number, J: number): void;
  /** Values and gradients of a region ← u. */
  take(region: number, u: number): void;
  /** y ← base + Σ_{j<count} a_j k_j, z ← Σ_{j<count} c_j k_j; the k_j lie `stride` bytes apart. */
  addStages(k: number, stride: number, count: number, a: number, c: number, base: number, y: number, z: number, length: number): void;
  /** out ← out + factor · d · x, number by number. */
  addScaled(factor: number, d: number, x: number, out: number, length: number): void;
}
interface Exports extends Functions {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
}
/** As much of WebAssembly as is used here. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: unknown };
}

/** Bytes of a page of memory. */
const page = 65536;

export class Kernels {
  /** The memory as numbers and as integers, until `reserve` moves it. */
  numbers: Float64Array;
  integers: Int32Array;
  readonly run: Functions;
  /** Functions that programs call by their number. */
  functions: readonly ((x: number, y: number) => number)[] = [];
  private readonly memory: Exports['memory'];

  constructor(engine: Engine) {
    const host = { exp: Math.exp, log: Math.log, pow: Math.pow, call: (f: number, x: number, y: number) => this.functions[f]!(x, y) };
    const { memory, ...run } = new engine.Instance(new engine.Module(bytesOf(kernelModule)), { host }).exports as Exports;
    [this.memory, this.run] = [memory, run];
    this.numbers = new Float64Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
  }

  /** Where an array lies that is a view of the memory [bytes]; −1 for any other. */
  addressOf(array: Float64Array): number {
    return array.buffer === this.numbers.buffer ? array.byteOffset : -1;
  }

  holds(bytes: number): boolean {
    return bytes <= this.memory.buffer.byteLength;
  }

  /** Makes the memory hold so many bytes; what is in it stays, views of it do not. False when there is not so much. */
  reserve(bytes: number): boolean {
    const { memory } = this;
    const lacking = Math.ceil((bytes - memory.buffer.byteLength) / page);
    if (lacking <= 0) return true;
    try {
      // Half as much again: a series of meshes grows it seldom.
      memory.grow(Math.ceil(1.5 * lacking));
    } catch {
      return false;
    }
    this.numbers = new Float64Array(memory.buffer);
    this.integers = new Int32Array(memory.buffer);
    return true;
  }
}

let made: Kernels | undefined;
let tried = false;

/** The kernels, made at the first call; undefined where WebAssembly or its SIMD is missing or not allowed. */
export function kernels(): Kernels | undefined {
  if (tried) return made;
  tried = true;
  const engine = (globalThis as { WebAssembly?: Engine }).WebAssembly;
  if (!engine) return undefined;
  try {
    made = new Kernels(engine);
  } catch {
    made = undefined;
  }
  return made;
}
