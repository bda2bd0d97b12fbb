/** How strongly a measure depends on each parameter: derivatives of the discrete solution. */
import { chainOf, type FieldStudy } from '../fit/chain.js';
import { formulate } from '../physics/formulate.js';
import type { Reason } from '../outcome.js';
import { runField } from '../study/field-study.js';
import { Model } from '../study/model.js';
import { linear } from '../uncertainty/linear.js';
import { measurePart } from '../uncertainty/readout.js';
import { parametrised, sourcesOf, type Source } from '../uncertainty/sources.js';
import { VariedStudy, type SolvedStudy } from '../uncertainty/varied-study.js';
import { onlyStudy, type TrialRequest } from './trial.js';

export interface Sensitivity {
  /** A param, or a number stated with `±`. */
  readonly name: string;
  readonly value: number;
  /** ∂measure/∂name, SI. */
  readonly derivative: number;
  /** Change of the measure over the slider range, or for the whole value where there is none, to first order. */
  readonly effect: number;
}
export interface Sensitivities {
  readonly value: number;
  /** Largest effect first. */
  readonly each: readonly Sensitivity[];
}

/** Differences go over this share of the value or of the range. */
const share = 1e-2;

export function* sensitivities(request: TrialRequest): Generator<void, Sensitivities | Reason> {
  const problem = parametrised(onlyStudy(request));
  const formulated = formulate(problem);
  if ('reasons' in formulated) return formulated.reasons[0]!;
  const model = new Model(problem, formulated.formulation);
  const study = problem.studies.find((s) => s.name === request.study.name) as FieldStudy;
  const chain = chainOf(model, study);
  if ('code' in chain) return chain;
  const solved: SolvedStudy[] = [];
  for (const each of chain) {
    const result = yield* quiet(
      runField({
        model,
        study: each,
        parameters: model.parameters(request.set, each),
        start: solved.at(-1)?.result.settled.solution,
        cancelled: request.cancelled,
      }),
    );
    if (!('settled' in result)) return result;
    if (result.reason) return result.reason;
    solved.push({ study: each, result, set: request.set });
  }
  const sources = sourcesIn(request, model);
  const varied = new VariedStudy({ model, chain: solved, sources, samples: 2, cancelled: request.cancelled });
  const found = yield* quiet(linear(varied, sources));
  if ('code' in found) return found;
  const m = model.measures.findIndex((measure) => measure.name === request.measure);
  const last = (vector: Float64Array) => measurePart(found.layout, m, vector).at(-1)!;
  const each = sources.map(({ name, value, range }, k): Sensitivity => {
    const derivative = last(found.derivatives[k]!);
    return { name, value, derivative, effect: derivative * range };
  });
  return { value: last(found.nominal), each: each.sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect)) };
}

/** All params, and what is stated with `±`; the step stands in the place of the uncertainty. */
function sourcesIn({ set, problem }: TrialRequest, model: Model): (Source & { readonly range: number })[] {
  const literals = sourcesOf(problem).filter((s) => !problem.parameters.some((p) => p.name === s.parameter));
  const params = model.problem.parameters.flatMap((p) => {
    if (!problem.parameters.some((own) => own.name === p.name)) return [];
    const value = set[p.name] ?? p.value;
    const range = p.low !== undefined && p.high !== undefined ? p.high - p.low : Math.abs(value);
    return [{ name: p.name, parameter: p.name, value, range, origin: p.origin }];
  });
  return [...params, ...literals.map((s) => ({ ...s, range: Math.abs(s.value) }))].map((s) => ({ ...s, standard: share * (s.range || 1) }));
}

function* quiet<R>(running: Generator<unknown, R>): Generator<void, R> {
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return next.value;
    yield;
  }
}
