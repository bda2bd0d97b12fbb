/** What a fit writes into the file: values with their errors, and how these are correlated. What rests on a bound has neither. */
import type { FitOutcome } from '../../../solver/outcome.js';
import type { ParameterValue, WrittenFit } from '../../../server/protocol.js';

export const fittedValues = (outcome: FitOutcome): readonly ParameterValue[] =>
  Object.entries(outcome.parameters).map(([name, { value, standardError }]) => ({
    name,
    value,
    ...(Number.isFinite(standardError) && { standardError }),
  }));

export function fittedCorrelations({ parameters, correlation }: FitOutcome): WrittenFit['correlations'] {
  const names = Object.keys(parameters);
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b, j) => {
      const value = correlation[i]?.[i + 1 + j] ?? NaN;
      return Number.isFinite(value) ? [{ between: [a, b] as const, value }] : [];
    }),
  );
}
