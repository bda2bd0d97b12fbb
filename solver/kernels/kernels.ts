/**
 * The hot loops as WebAssembly with two columns per operation, where there is WebAssembly: an old engine or a page's policy may refuse
 * it, and then plain TypeScript does the same. Kernels work on one memory of their own; whoever calls them copies numbers in and out and
 * keeps no view of it, because it moves when it grows.
 */
import { bytesOf } from './base64.js';
import { kernelModule } from './module.js';

/** What the module exports; places are in bytes. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  /** Factors `count` fronts of A. Returns −1, or the number of the unknown whose pivot vanished. */
  factor(table: number, count: number, A: number): number;
  /** b ← A⁻¹ b. */
  solve(table: number, count: number, A: number, b: number): void;
}
/** As much of WebAssembly as is used here. */
interface Engine {
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object) => { readonly exports: unknown };
}

/** Bytes of a page of memory. */
const page = 65536;

export class Kernels {
  /** The memory as numbers and as integers, until `reserve` moves it. */
  numbers: Float64Array;
  integers: Int32Array;
  readonly factor: Exports['factor'];
  readonly solve: Exports['solve'];

  constructor(private readonly exports: Exports) {
    this.numbers = new Float64Array(exports.memory.buffer);
    this.integers = new Int32Array(exports.memory.buffer);
    this.factor = exports.factor;
    this.solve = exports.solve;
  }

  /** Makes the memory hold so many bytes; what is in it stays. False when there is not so much. */
  reserve(bytes: number): boolean {
    const { memory } = this.exports;
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
    made = new Kernels(new engine.Instance(new engine.Module(bytesOf(kernelModule))).exports as Exports);
  } catch {
    made = undefined;
  }
  return made;
}
