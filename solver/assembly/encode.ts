/** Programs as the kernels read them. */
import { binaryFunction, unaryFunction } from '../expression/scalar.js';
import { tableValue } from '../expression/table.js';
import type { PointInstruction, Program } from '../expression/tape.js';
import * as operations from '../kernels/operations.js';

type HostFunction = (x: number, y: number) => number;

/** Functions that kernels ask the host for, by number. */
export class HostFunctions {
  readonly list: HostFunction[] = [];
  private readonly known = new Map<object | string, number>();

  /** `key` tells functions apart. */
  number(key: object | string, f: HostFunction): number {
    const known = this.known.get(key);
    if (known !== undefined) return known;
    this.known.set(key, this.list.length);
    return this.list.push(f) - 1;
  }
}

const unary: Readonly<Record<string, number>> = {
  negate: operations.negate,
  sqrt: operations.squareRoot,
  exp: operations.exponential,
  ln: operations.logarithm,
};
const binary: Readonly<Record<string, number>> = {
  'add vv': operations.addVectors,
  'add vs': operations.addScalar,
  'add sv': operations.addScalar,
  'subtract vv': operations.subtractVectors,
  'subtract vs': operations.subtractScalar,
  'subtract sv': operations.subtractFromScalar,
  'multiply vv': operations.multiplyVectors,
  'multiply vs': operations.multiplyScalar,
  'multiply sv': operations.multiplyScalar,
  'divide vv': operations.divideVectors,
  'divide sv': operations.divideScalarBy,
  'power vs': operations.powerScalar,
};
const calls = { vv: operations.callVectors, vs: operations.callVectorScalar, sv: operations.callScalarVector } as const;

/** The operation, and the number of its function when the host computes it. */
function operationOf({ does }: PointInstruction, functions: HostFunctions): readonly [operation: number, called: number] {
  switch (does.kind) {
    case 'fill':
      return [operations.fill, 0];
    case 'select':
      return [operations.select, 0];
    case 'unary':
      return unary[does.operation] !== undefined
        ? [unary[does.operation]!, 0]
        : [operations.callVector, functions.number(does.operation, unaryFunction(does.operation))];
    case 'binary': {
      const own = binary[`${does.operation} ${does.operands}`];
      return own !== undefined ? [own, 0] : [calls[does.operands], functions.number(does.operation, binaryFunction(does.operation))];
    }
    case 'table': {
      const { table, order } = does;
      return [operations.callVector, functions.number(tableKey(table, order), (x) => tableValue(table, order, x))];
    }
  }
}

const keys = new WeakMap<object, readonly [object, object, object]>();
/** One key per table and order. */
function tableKey(table: object, order: 0 | 1 | 2): object {
  const known = keys.get(table) ?? ([{}, {}, {}] as const);
  keys.set(table, known);
  return known[order];
}

/** Writes the instructions from integer `at` on. `register` and `scalars` tell addresses [bytes]. */
export function encode(
  integers: Int32Array,
  at: number,
  { byPoint }: Program,
  register: (number: number) => number,
  scalars: number,
  functions: HostFunctions,
): void {
  for (const instruction of byPoint) {
    const [operation, called] = operationOf(instruction, functions);
    const { target, a, b, c, scalar } = instruction;
    integers[at] = operation;
    integers[at + 1] = register(target);
    integers[at + 2] = a < 0 ? 0 : register(a);
    integers[at + 3] = b < 0 ? 0 : register(b);
    integers[at + 4] = c < 0 ? called : register(c);
    integers[at + 5] = scalar < 0 ? 0 : scalars + 8 * scalar;
    at += operations.instructionLength;
  }
}
