/** Small dense matrices of expressions. */
import { divide, multiply, subtract, zero, one, type Expression } from '../expression/expression.js';
import { dot } from './symbolic.js';

export type Matrix = readonly (readonly Expression[])[];

export const diagonal = (entries: readonly Expression[]): Expression[][] =>
  entries.map((entry, i) => entries.map((_, j) => (i === j ? entry : zero)));
export const identity = (n: number): Expression[][] => diagonal(Array.from({ length: n }, () => one));
export const column = (a: Matrix, j: number): Expression[] => a.map((row) => row[j]!);
export const product = (a: Matrix, b: Matrix): Expression[][] => a.map((row) => (b[0] ?? []).map((_, j) => dot(row, column(b, j))));
export const scaled = (a: Matrix, factor: Expression): Expression[][] => a.map((row) => row.map((entry) => multiply(entry, factor)));
export const transposed = (a: Matrix): Expression[][] => (a[0] ?? []).map((_, j) => column(a, j));

/**
 * A⁻¹ B by Gauss–Jordan elimination without pivoting: for matrices whose leading minors do not vanish in the physical range
 * (friction matrices, positive definite matrices, stable diffusion matrices).
 */
export function solved(a: Matrix, b: Matrix): Expression[][] {
  const left = a.map((row) => [...row]);
  const right = b.map((row) => [...row]);
  for (const [k, pivotRow] of left.entries()) {
    const pivot = pivotRow[k]!;
    for (const row of [pivotRow, right[k]!]) row.forEach((entry, j) => (row[j] = divide(entry, pivot)));
    for (const [i, row] of left.entries()) {
      if (i === k) continue;
      const factor = row[k]!;
      row.forEach((entry, j) => (row[j] = subtract(entry, multiply(factor, pivotRow[j]!))));
      right[i]!.forEach((entry, j) => (right[i]![j] = subtract(entry, multiply(factor, right[k]![j]!))));
    }
  }
  return right;
}
export const inverse = (a: Matrix): Expression[][] => solved(a, identity(a.length));
