/** Evaluating expressions in tests, and comparing relatively. */
import { expect } from 'vitest';
import { evaluate } from '../../solver/expression/evaluate.js';
import { constant, type Expression } from '../../solver/expression/expression.js';

export const R = 8.31446261815324;
/** Unknown symbols are NaN. */
export const at = (e: Expression, values: Readonly<Record<string, number>> = {}): number =>
  evaluate(e, (name) => values[name] ?? Number.NaN);
export const k = constant;

/** Within `relative` of the wanted value, or of zero when zero is wanted. */
export function close(actual: number | undefined, wanted: number, relative = 1e-10): void {
  const scale = wanted === 0 ? 1 : Math.abs(wanted);
  expect(Math.abs((actual ?? Number.NaN) - wanted) / scale, `${actual} against ${wanted}`).toBeLessThanOrEqual(relative);
}
