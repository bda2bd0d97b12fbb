/** Do residuals scatter at random? */
import type { Figure } from '../outcome.js';
import { numeral } from '../quantities/numeral.js';

export const rootMeanSquare = (values: Float64Array): number => Math.sqrt(values.reduce((sum, v) => sum + v * v, 0) / values.length);

/** Fewer values say nothing. */
const fewest = 10;

/** Deviations that so many of their standard deviations away from what chance gives are the model's. */
const beyondChance = 5;

/** Whether χ² of `surplus` degrees of freedom is larger than random errors of the stated size make it. */
export const isExcessive = (chi2: number, surplus: number): boolean =>
  surplus > 0 && chi2 > surplus + beyondChance * Math.sqrt(2 * surplus);

/**
 * Wald–Wolfowitz: runs of equal sign along the abscissa, as deviation from the number expected of random signs in its standard deviations.
 * Far below zero the residuals hang together: the model misses something.
 */
export function signRuns(at: Float64Array, residuals: Float64Array): Figure[] {
  const order = Array.from(at.keys()).sort((a, b) => at[a]! - at[b]!);
  const signs = order.map((i) => residuals[i]! > 0);
  const n = signs.length;
  const above = signs.filter(Boolean).length;
  const below = n - above;
  if (n < fewest || above === 0 || below === 0) return [];
  const runs = signs.reduce((count, sign, i) => count + (i > 0 && sign !== signs[i - 1] ? 1 : 0), 1);
  const mean = (2 * above * below) / n + 1;
  const variance = ((mean - 1) * (mean - 2)) / (n - 1);
  if (!(variance > 0)) return [];
  return [
    {
      name: 'runs of residuals',
      value: (runs - mean) / Math.sqrt(variance),
      unit: '1',
      remark: `${runs} runs of equal sign, ${numeral(mean, 3)} expected; below -2 the model misses something`,
    },
  ];
}
