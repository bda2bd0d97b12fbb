/** A fit: the parameters of a study that bring one of its measures nearest to data. */
import type { Mesh } from '../mesh/mesh.js';
import type { FitOutcome, Reason } from '../outcome.js';
import type { FitStudy } from '../problem.js';
import type { FieldResult } from '../study/field-study.js';
import type { Model } from '../study/model.js';
import type { Cancelled } from '../study/solution.js';
import type { Box } from './bounded-least-squares.js';
import { chainOf, parametersOf, simulationOf, solveChain, type ChainRequest, type FieldStudy } from './chain.js';
import { fitOutcome } from './fit-outcome.js';
import { inUnit, refusal, unreached } from './judge.js';
import { observationsOf } from './observations.js';
import { Predictor } from './prediction.js';
import type { Source } from '../uncertainty/sources.js';
import { search, searchWidely, type Found } from './search.js';

export interface FitRequest {
  readonly model: Model;
  readonly study: FitStudy;
  readonly of: FieldStudy;
  /** Values of parameters that replace those of the model; where the fit starts. */
  readonly set: Readonly<Record<string, number>>;
  /** What the model states with `±`. */
  readonly sources?: readonly Source[];
  readonly cancelled: Cancelled;
  readonly clock: () => number;
}

/** A mesh is chosen at the start values, and again where the fit ends when that needs a finer one. */
const mostMeshes = 3;
/** Solves of a usual fit, for the progress shown. */
const usualSteps = 2000;

export interface Fitted {
  readonly outcome: FitOutcome;
  /** The study at the fitted values; of the first group of values when several were solved. */
  readonly result: FieldResult;
}

/** Yields a guess of the fraction that is done. */
export function* runFit(request: FitRequest): Generator<{ fraction: number }, Fitted | Reason | 'cancelled'> {
  const running = fit(request);
  for (let steps = 0; ; steps++) {
    const next = running.next();
    if (request.cancelled()) return 'cancelled';
    if (next.done) return next.value;
    yield { fraction: steps / (steps + usualSteps) };
  }
}

function* fit({ model, study, of, set, sources = [], cancelled, clock }: FitRequest): Generator<void, Fitted | Reason> {
  const began = clock();
  const { problem } = model;
  const parameter = (name: string) => problem.parameters.find((p) => p.name === name);
  const observations = observationsOf(problem, study, of);
  if ('code' in observations) return observations;
  const chain = chainOf(model, of);
  if ('code' in chain) return chain;
  const names = study.vary.map((v) => v.parameter);
  const initial = parametersOf(model, study, of, set, {});
  let p = Float64Array.from(names, (name) => initial[name] ?? NaN);
  const refused = refusal(study, observations, p, parameter);
  if (refused) return refused;
  const box: Box = { low: Float64Array.from(study.vary, (v) => v.low), high: Float64Array.from(study.vary, (v) => v.high) };
  const times = new Set(observations.each.flatMap(({ time }) => (time === null ? [] : [time])));
  const asked = observations.groups.map(
    (group): ChainRequest => ({ model, fit: study, chain, set: { ...set, ...group }, observed: [...times], cancelled }),
  );
  const named = () => Object.fromEntries(names.map((name, k) => [name, p[k]!]));
  const given = problem.data.find((d) => d.name === study.observations)?.columns ?? [];
  const chosen = new Set([...names, ...given.map((c) => c.name), ...[study, of].flatMap((s) => s.set.map((one) => one.parameter))]);
  const others = sources.filter((s) => !chosen.has(s.parameter)).map((s) => ({ ...s, value: set[s.parameter] ?? s.value }));
  let meshes: readonly Mesh[] = [];
  let best: { readonly found: Found; readonly predictor: Predictor } | undefined;
  for (let round = 0; ; round++) {
    let wanted: readonly Mesh[] = [];
    let [worst, first]: (FieldResult | undefined)[] = [];
    for (const request of asked) {
      const results: readonly FieldResult[] | Reason = yield* solveChain(request, named());
      if ('code' in results) {
        const where = names.map((name, k) => `${name} = ${inUnit(p[k]!, parameter(name))}`).join(', ');
        return { ...results, message: `with ${where}: ${results.message}` };
      }
      const last = results[results.length - 1]!;
      const late = unreached(study, observations, last.plan?.times.at(-1));
      if (late) return late;
      first ??= last;
      if (!worst || last.settled.relative > worst.settled.relative) worst = last;
      const meshesHere = results.map((r) => r.settled.solution.system.mesh);
      wanted = meshesHere.map((mesh, k) => (wanted[k] && nodes(wanted[k]) >= nodes(mesh) ? wanted[k] : mesh));
    }
    if (best && worst && first && (round === mostMeshes || wanted.every((mesh, k) => nodes(mesh) <= nodes(meshes[k]!)))) {
      const outcome = yield* fitOutcome({
        ...best,
        model,
        study,
        box,
        sources: others,
        result: worst,
        milliseconds: () => clock() - began,
      });
      return 'code' in outcome ? outcome : { outcome, result: first };
    }
    meshes = wanted;
    const simulations = asked.map((request) => simulationOf(request, wanted));
    const predictor = new Predictor(model, simulations, names, observations, model.measures, study);
    const found = yield* (best ? search : searchWidely)(study, predictor, p, box);
    if ('code' in found) return found;
    best = { found, predictor };
    p = Float64Array.from(found.p);
  }
}

const nodes = (mesh: Mesh): number => mesh.edges.reduce((sum, edges) => sum + (edges.length - 1) * mesh.order, 0);
