/** Carries what the model states with `±` to the measures and curves of a solved study. */
import type { Band, FieldOutcome, Propagation, Reason, Warning } from '../outcome.js';
import { warning } from '../study/reasons.js';
import { correlationsAmong, factorAmong, variance } from './correlation.js';
import { linear, type LinearResult } from './linear.js';
import { monteCarlo, type MonteCarloResult } from './monte-carlo.js';
import { measurePart, seriesPart } from './readout.js';
import { VariedStudy, type VariedRequest } from './varied-study.js';

export type Method = { readonly kind: 'linear' } | { readonly kind: 'monte_carlo'; readonly samples: number };

export interface PropagationRequest extends VariedRequest {
  readonly method: Method;
}

/** Half width of the 95 % interval of a normal distribution, in standard uncertainties. */
const ninetyFivePercent = 1.959963984540054;
/** More samples without a solution than this share: the rest does not show the distribution. */
const mostFailed = 0.05;

/** Yields the fraction that is done. */
export function* propagate(outcome: FieldOutcome, request: PropagationRequest): Generator<number, FieldOutcome> {
  const { method, sources, cancelled } = request;
  const varied = new VariedStudy(request);
  const factor = factorAmong(request.model.problem.correlations, sources);
  const result = yield* method.kind === 'linear' ? linear(varied, sources, factor) : monteCarlo(varied, sources, method.samples, factor);
  if (cancelled()) return { ...outcome, status: 'cancelled' };
  if ('code' in result) return { ...outcome, warnings: [...outcome.warnings, missing(request, result)] };
  return withPropagation(outcome, request, result, varied.solves);
}

export interface Spread {
  /** Standard uncertainty of every measure at the end. */
  readonly standard: Readonly<Record<string, number>>;
  /** Why it is not known, or not well. */
  readonly warning?: Warning;
}
export function* spreadOf(request: PropagationRequest): Generator<void, Spread> {
  const { method, sources, model } = request;
  const varied = new VariedStudy(request);
  const factor = factorAmong(model.problem.correlations, sources);
  const running = method.kind === 'linear' ? linear(varied, sources, factor) : monteCarlo(varied, sources, method.samples, factor);
  let next = running.next();
  for (; !next.done; next = running.next()) yield;
  const result = next.value;
  if ('code' in result) return { standard: {}, warning: missing(request, result) };
  const failed = 'failed' in result ? tooFew(request, result.failed, varied.solves) : undefined;
  return {
    standard: Object.fromEntries(model.measures.map(({ name }, m) => [name, measurePart(result.layout, m, result.standard).at(-1)!])),
    ...(failed && { warning: failed }),
  };
}

function withPropagation(
  outcome: FieldOutcome,
  request: PropagationRequest,
  result: LinearResult | MonteCarloResult,
  solves: number,
): FieldOutcome {
  const { layout } = result;
  const { sources } = request;
  const { measures } = request.model;
  const part = (m: number, vector: Float64Array) => measurePart(layout, m, vector);
  const failed = result.kind === 'monte_carlo' ? result.failed : 0;
  const few = tooFew(request, failed, solves);
  const propagation: Propagation = {
    method: result.kind,
    sources: sources.map(({ name, value, standard, origin }) => ({ name, value, standard, origin })),
    correlations: correlationsAmong(request.model.problem.correlations, sources),
    sensitivities: result.kind === 'linear' ? Object.fromEntries(measures.map(({ name }, m) => [name, shares(result, request, m)])) : {},
    distributions:
      result.kind === 'monte_carlo'
        ? Object.fromEntries(
            measures.map(({ name }, m) => [
              name,
              { mean: part(m, result.mean), lower: part(m, result.lower), upper: part(m, result.upper) },
            ]),
          )
        : {},
    solves,
    failed,
  };
  return {
    ...outcome,
    measures: Object.fromEntries(
      measures.flatMap(({ name }, m) => {
        const values = outcome.measures[name];
        return values ? [[name, { ...values, propagated: part(m, result.standard) }]] : [];
      }),
    ),
    bands: bands(outcome, result, measures.length),
    propagation,
    warnings: few ? [...outcome.warnings, few] : outcome.warnings,
  };
}

/** Derivatives of a measure at the last time, and how much of its variance each source makes. */
function shares({ layout, derivatives }: LinearResult, { model, sources }: PropagationRequest, m: number) {
  const at = (m + 1) * layout.times - 1;
  const own = Float64Array.from(derivatives, (d) => d[at]!);
  const { total, parts } = variance(
    sources.map(({ standard }, k) => own[k]! * standard),
    factorAmong(model.problem.correlations, sources),
  );
  return { derivatives: own, shares: Float64Array.from(parts, (part) => (total > 0 ? part / total : 0)) };
}

function bands(outcome: FieldOutcome, result: LinearResult | MonteCarloResult, measures: number): Record<string, Band> {
  if (result.kind === 'monte_carlo') {
    const [lower, upper] = [seriesPart(result.layout, measures, result.lower), seriesPart(result.layout, measures, result.upper)];
    return Object.fromEntries(Object.keys(lower).map((key) => [key, { lower: lower[key]!, upper: upper[key]! }]));
  }
  const half = seriesPart(result.layout, measures, result.standard);
  const moved = (key: string, sign: number) =>
    (outcome.series[key] ?? []).map((values, k) => values.map((v, i) => v + sign * ninetyFivePercent * half[key]![k]![i]!));
  return Object.fromEntries(Object.keys(half).map((key) => [key, { lower: moved(key, -1), upper: moved(key, 1) }]));
}

const nameOf = (chain: PropagationRequest['chain']): string => chain[chain.length - 1]!.study.name;
const missing = ({ chain, sources }: PropagationRequest, why: Reason) =>
  warning(
    'run/uncertainty',
    `what the stated uncertainties do to ${nameOf(chain)} is not known: ${why.message}`,
    'look whether the model still has a solution when each number is off by its uncertainty',
    why.range ?? sources[0]!.origin,
  );
/** Undefined while few samples fail. The first of the solves is the model as stated. */
const tooFew = ({ chain }: PropagationRequest, failed: number, solves: number): Warning | undefined =>
  failed > mostFailed * (solves - 1)
    ? warning(
        'run/uncertainty',
        `${failed} of ${solves - 1} samples of ${nameOf(chain)} have no solution and were left out: the spread of the others is too small`,
        'an uncertainty so large that a coefficient becomes negative is not normally distributed; state a smaller one',
      )
    : undefined;
