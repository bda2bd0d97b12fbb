/** What each operation does to numbers: the definition that the tape's kernels must reproduce. Truth is 1 and 0. */
import type { BinaryOperation, UnaryOperation } from './expression.js';
import { erf } from './special.js';

const unaryOperations: Record<UnaryOperation, (a: number) => number> = {
  negate: (a) => -a,
  exp: Math.exp,
  ln: Math.log,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sin: Math.sin,
  cos: Math.cos,
  tan: Math.tan,
  sinh: Math.sinh,
  cosh: Math.cosh,
  tanh: Math.tanh,
  erf,
  floor: Math.floor,
  not: (a) => (a === 0 ? 1 : 0),
  sign: Math.sign,
};

const binaryOperations: Record<BinaryOperation, (a: number, b: number) => number> = {
  add: (a, b) => a + b,
  subtract: (a, b) => a - b,
  multiply: (a, b) => a * b,
  divide: (a, b) => a / b,
  power: (a, b) => a ** b,
  minimum: (a, b) => Math.min(a, b),
  maximum: (a, b) => Math.max(a, b),
  less: (a, b) => (a < b ? 1 : 0),
  less_equal: (a, b) => (a <= b ? 1 : 0),
  equal: (a, b) => (a === b ? 1 : 0),
  and: (a, b) => (a !== 0 && b !== 0 ? 1 : 0),
  or: (a, b) => (a !== 0 || b !== 0 ? 1 : 0),
};

export const unaryFunction = (operation: UnaryOperation) => unaryOperations[operation];
export const binaryFunction = (operation: BinaryOperation) => binaryOperations[operation];
export const unaryValue = (operation: UnaryOperation, a: number): number => unaryOperations[operation](a);
export const binaryValue = (operation: BinaryOperation, a: number, b: number): number => binaryOperations[operation](a, b);
