/** What stated uncertainties leave to the measures of a case that was run by itself, where `--set` kept the uncertainty of what was set. */
import type { SweepStudy } from '../../solver/problem.js';
import { factorAmong, uncorrelated } from '../../solver/uncertainty/correlation.js';

type Numbers = readonly (number | null)[];
export interface CaseMeasures {
  readonly measures: Readonly<Record<string, { readonly values: Numbers; readonly errors: Numbers; readonly propagated?: Numbers }>>;
  readonly propagation?: {
    readonly sources: readonly { readonly name: string; readonly standard: number }[];
    readonly correlations?: readonly { readonly between: readonly [string, string]; readonly value: number }[];
    readonly sensitivities?: Readonly<Record<string, { readonly derivatives: Numbers }>>;
  };
}

/** In a sweep what is varied counts as known. NaN where that cannot be told from the rest: the samples of a Monte Carlo run are not kept. */
export function uncertaintyOf(measure: string, { measures, propagation }: CaseMeasures, { vary }: SweepStudy): number {
  const own = measures[measure]?.propagated?.at(-1) ?? NaN;
  const sources = propagation?.sources ?? [];
  const others = sources.filter(({ name }) => !vary.some((v) => v.parameter === name));
  if (others.length === sources.length) return own;
  const derivatives = propagation?.sensitivities?.[measure]?.derivatives;
  if (!derivatives) return NaN;
  const effects = others.map((source) => (derivatives[sources.indexOf(source)] ?? NaN) * source.standard);
  return Math.hypot(...uncorrelated(effects, factorAmong(propagation?.correlations, others)));
}
