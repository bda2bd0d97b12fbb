/**
 * Loops of the tape, one per operation and kind of operand (v: one number per point, s: one number for all).
 * Each is a small function of its own so that the engine compiles it once and well.
 */
import type { BinaryOperation, Table, UnaryOperation } from './expression.js';
import { binaryFunction, unaryFunction } from './scalar.js';
import { tableValue } from './table.js';

/** What an instruction does; of a binary operation at most one operand is a scalar. */
export type PointOperation =
  | { readonly kind: 'fill' | 'select' }
  | { readonly kind: 'unary'; readonly operation: UnaryOperation }
  | { readonly kind: 'binary'; readonly operation: BinaryOperation; readonly operands: 'vv' | 'vs' | 'sv' }
  | { readonly kind: 'table'; readonly table: Table; readonly order: 0 | 1 | 2 };

type V = Float64Array;
/** d ← operation(a, b, c) at n points; s stands for the operand that is the same everywhere. */
export type Kernel = (n: number, d: V, a: V, b: V, c: V, s: number) => void;

const add: Kernel = (n, d, a, b) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! + b[i]!;
};
const addScalar: Kernel = (n, d, a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! + s;
};
const subtract: Kernel = (n, d, a, b) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! - b[i]!;
};
const subtractScalar: Kernel = (n, d, a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! - s;
};
const subtractFromScalar: Kernel = (n, d, a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = s - a[i]!;
};
const multiply: Kernel = (n, d, a, b) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! * b[i]!;
};
const multiplyScalar: Kernel = (n, d, a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! * s;
};
const divide: Kernel = (n, d, a, b) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! / b[i]!;
};
const divideScalarBy: Kernel = (n, d, a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = s / a[i]!;
};
const powerScalar: Kernel = (n, d, a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = a[i]! ** s;
};
const negate: Kernel = (n, d, a) => {
  for (let i = 0; i < n; i++) d[i] = -a[i]!;
};
const exp: Kernel = (n, d, a) => {
  for (let i = 0; i < n; i++) d[i] = Math.exp(a[i]!);
};
const ln: Kernel = (n, d, a) => {
  for (let i = 0; i < n; i++) d[i] = Math.log(a[i]!);
};
const sqrt: Kernel = (n, d, a) => {
  for (let i = 0; i < n; i++) d[i] = Math.sqrt(a[i]!);
};
const select: Kernel = (n, d, a, b, c) => {
  for (let i = 0; i < n; i++) d[i] = a[i] !== 0 ? b[i]! : c[i]!;
};
const fill: Kernel = (n, d, _a, _b, _c, s) => {
  for (let i = 0; i < n; i++) d[i] = s;
};

const frequentUnary: Partial<Record<UnaryOperation, Kernel>> = { negate, exp, ln, sqrt };
const frequentBinary: Partial<Record<BinaryOperation, { vv?: Kernel; vs?: Kernel; sv?: Kernel }>> = {
  add: { vv: add, vs: addScalar, sv: addScalar },
  subtract: { vv: subtract, vs: subtractScalar, sv: subtractFromScalar },
  multiply: { vv: multiply, vs: multiplyScalar, sv: multiplyScalar },
  divide: { vv: divide, sv: divideScalarBy },
  power: { vs: powerScalar },
};

const made = new Map<string, Kernel>();
const once = (key: string, make: () => Kernel): Kernel => {
  const known = made.get(key) ?? make();
  made.set(key, known);
  return known;
};

function unaryKernel(operation: UnaryOperation): Kernel {
  const f = unaryFunction(operation);
  return (
    frequentUnary[operation] ??
    once(operation, () => (n, d, a) => {
      for (let i = 0; i < n; i++) d[i] = f(a[i]!);
    })
  );
}

/** The kernel for two operands of which at most one is a scalar. */
function binaryKernel(operation: BinaryOperation, kind: 'vv' | 'vs' | 'sv'): Kernel {
  const f = binaryFunction(operation);
  return (
    frequentBinary[operation]?.[kind] ??
    once(`${operation} ${kind}`, () =>
      kind === 'vv'
        ? (n, d, a, b) => {
            for (let i = 0; i < n; i++) d[i] = f(a[i]!, b[i]!);
          }
        : kind === 'vs'
          ? (n, d, a, _b, _c, s) => {
              for (let i = 0; i < n; i++) d[i] = f(a[i]!, s);
            }
          : (n, d, a, _b, _c, s) => {
              for (let i = 0; i < n; i++) d[i] = f(s, a[i]!);
            },
    )
  );
}

const tableKernel =
  (table: Table, order: 0 | 1 | 2): Kernel =>
  (n, d, a) => {
    for (let i = 0; i < n; i++) d[i] = tableValue(table, order, a[i]!);
  };

export function kernelOf(does: PointOperation): Kernel {
  switch (does.kind) {
    case 'fill':
      return fill;
    case 'select':
      return select;
    case 'unary':
      return unaryKernel(does.operation);
    case 'binary':
      return binaryKernel(does.operation, does.operands);
    case 'table':
      return tableKernel(does.table, does.order);
  }
}
