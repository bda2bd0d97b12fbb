/** Numbers stated with `±` that were measured together: their correlations as independent directions, R = L Lᵀ. */
import type { Correlation } from '../problem.js';

/** Lower triangle L, row by row; undefined when all are independent. */
export type Factor = readonly Float64Array[] | undefined;

/** A correlation of ±1 leaves this much to rounding. */
const rounding = 1e-12;

/** Cholesky's factor of a correlation matrix, which may be singular; undefined when no such numbers can exist (an eigenvalue below 0). */
export function factorOf(matrix: readonly Float64Array[]): Factor {
  const L = matrix.map((row) => new Float64Array(row.length));
  for (const [i, row] of L.entries())
    for (let j = 0; j <= i; j++) {
      let rest = matrix[i]![j]!;
      for (let k = 0; k < j; k++) rest -= row[k]! * L[j]![k]!;
      const pivot = L[j]![j]!;
      if (j < i && pivot > 0) row[j] = rest / pivot;
      else if (Math.abs(rest) > rounding && (j < i || rest < 0)) return undefined;
      else if (j === i) row[j] = Math.sqrt(Math.max(0, rest));
    }
  return L;
}

export type Stated = Pick<Correlation, 'between' | 'value'>;

/** Those among some sources. */
export const correlationsAmong = <C extends Stated>(
  stated: readonly C[] = [],
  sources: readonly { readonly name: string }[],
): readonly C[] => stated.filter(({ between }) => between.every((name) => sources.some((s) => s.name === name)));

/** The matrix of some names, in their order; what is not stated is 0. */
export function correlationMatrix(names: readonly string[], stated: readonly Stated[]): Float64Array[] {
  const matrix = names.map((_, i) => Float64Array.from(names, (__, j) => (i === j ? 1 : 0)));
  for (const { between, value } of stated) {
    const [a, b] = between.map((name) => names.indexOf(name)) as [number, number];
    matrix[a]![b] = matrix[b]![a] = value;
  }
  return matrix;
}

export function factorAmong(stated: readonly Stated[] | undefined, sources: readonly { readonly name: string }[]): Factor {
  const among = correlationsAmong(stated, sources);
  const names = sources.map((s) => s.name);
  return among.length === 0 ? undefined : factorOf(correlationMatrix(names, among));
}

/** Effects of the independent directions from those of the sources, each for one standard uncertainty: Lᵀ v. */
export function uncorrelated(effects: readonly number[], factor: Factor): readonly number[] {
  return factor ? effects.map((_, j) => effects.reduce((sum, v, k) => sum + factor[k]![j]! * v, 0)) : effects;
}
/** Deviations of the sources, in standard uncertainties, from those of the independent directions: L z. */
export function correlated(deviations: readonly number[], factor: Factor): readonly number[] {
  return factor ? factor.map((row) => deviations.reduce((sum, z, j) => sum + row[j]! * z, 0)) : deviations;
}
/** How much of the variance each source makes, with half of what it makes together with another; they add up to 1. */
export function variance(effects: readonly number[], factor: Factor): { readonly total: number; readonly parts: readonly number[] } {
  const together = correlated(uncorrelated(effects, factor), factor);
  const parts = effects.map((v, k) => v * together[k]!);
  return { total: parts.reduce((sum, part) => sum + part, 0), parts };
}
