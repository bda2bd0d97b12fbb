/** The studies that a fit needs, in the order of running: what its study starts from, then the study itself. */
import type { Mesh } from '../mesh/mesh.js';
import type { Reason } from '../outcome.js';
import type { FitStudy, SteadyStudy, TransientStudy } from '../problem.js';
import { runField, usualTolerance, type FieldResult } from '../study/field-study.js';
import type { Model } from '../study/model.js';
import { reason } from '../study/reasons.js';
import type { Cancelled } from '../study/solution.js';
import { Simulation, type Values } from './simulation.js';

export type FieldStudy = SteadyStudy | TransientStudy;

export function chainOf(model: Model, study: FieldStudy): readonly FieldStudy[] | Reason {
  const chain: FieldStudy[] = [study];
  for (let first = study; first.start !== undefined; first = chain[0]!) {
    const before = model.problem.studies.find((s) => s.name === first.start);
    if ((before?.kind !== 'steady' && before?.kind !== 'transient') || chain.includes(before))
      return reason(
        'run/study',
        `${first.name} cannot start from ${first.start}`,
        'name a steady or transient study that does not start from this one',
        first.origin,
      );
    chain.unshift(before);
  }
  return chain;
}

/** Values of all parameters in one study of a fit: the model's, those of the fit, of the study, and on top what varies. */
export function parametersOf(
  model: Model,
  fit: FitStudy,
  study: FieldStudy,
  set: Values,
  varied: Values,
): Readonly<Record<string, number>> {
  const chosen = { ...set, ...varied };
  const own = model.parameters(chosen, study);
  return {
    ...model.parameters(chosen, fit),
    ...Object.fromEntries(study.set.map(({ parameter }) => [parameter, own[parameter]!])),
    ...chosen,
  };
}

export interface ChainRequest {
  readonly model: Model;
  readonly fit: FitStudy;
  readonly chain: readonly FieldStudy[];
  readonly set: Values;
  readonly observed: readonly number[];
  readonly cancelled: Cancelled;
}

/** Solves all studies with their errors estimated; the results in order. */
export function* solveChain(request: ChainRequest, varied: Values): Generator<void, readonly FieldResult[] | Reason> {
  const { model, fit, chain, set, observed, cancelled } = request;
  const results: FieldResult[] = [];
  for (const [k, study] of chain.entries()) {
    const last = k === chain.length - 1;
    const running = runField({
      model,
      study: last && fit.tolerance !== undefined ? { ...study, tolerance: fit.tolerance } : study,
      parameters: parametersOf(model, fit, study, set, varied),
      start: results[k - 1]?.settled.solution,
      // Many values are read off between steps; the estimate does not need a step for each.
      observed: last && observed.length <= 100 ? observed : [],
      cancelled,
    });
    let next = running.next();
    while (!next.done) {
      yield;
      next = running.next();
    }
    const result = next.value;
    if (!('settled' in result)) return result;
    if (result.reason) return result.reason;
    results.push(result);
    if (result.settled.solution.cancelled || result.settled.coarse.cancelled) break;
  }
  return results;
}

/** Smallest error per step, relative to the range of a field; below it is rounding. */
const smallestStepTolerance = 1e-11;

export function simulationOf(request: ChainRequest, meshes: readonly Mesh[]): Simulation {
  const { model, fit, chain, set, observed, cancelled } = request;
  return chain.reduce<Simulation | undefined>(
    (before, study, k) =>
      new Simulation({
        model,
        study,
        mesh: meshes[k]!,
        // A tenth of what a study alone allows: sensitivities inherit the errors of the steps.
        stepTolerance: Math.max(smallestStepTolerance, fit.tolerance ?? study.tolerance ?? usualTolerance),
        times: k === chain.length - 1 ? observed : [],
        parameters: (varied) => parametersOf(model, fit, study, set, varied),
        before,
        cancelled,
      }),
    undefined,
  )!;
}
