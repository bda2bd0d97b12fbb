/** What a model states with `±`, and the model with a parameter in the place of each. */
import type { Formula } from '../formula.js';
import type { Parameter, Problem, SweepStudy, Uncertainty } from '../problem.js';

/** A number with its uncertainty, and the parameter that moves it. */
export interface Source extends Uncertainty {
  readonly parameter: string;
}

/** No declared parameter can have this sign in its name. */
const parameterOf = (name: string): string => `± ${name}`;

/** In the order of the problem: params first. An uncertainty of zero is none. */
export function sourcesOf(problem: Problem): readonly Source[] {
  const params = problem.parameters.flatMap(({ name, value, uncertainty, origin }): Source[] =>
    uncertainty ? [{ name, value, standard: uncertainty, origin, parameter: name }] : [],
  );
  const literals = (problem.uncertainties ?? []).map((u): Source => ({ ...u, parameter: parameterOf(u.name) }));
  return [...params, ...literals.filter((s) => s.standard > 0)];
}

/** What a sweep carries to each of its cases; what it varies counts as known. */
export function sourcesOfSweep(problem: Problem, sweep: SweepStudy): readonly Source[] {
  const repeated = problem.studies.find((s) => s.name === sweep.study);
  return repeated?.propagation === 'off' ? [] : sourcesOf(problem).filter((s) => !sweep.vary.some((v) => v.parameter === s.parameter));
}

/** The same problem; numbers with `±` are parameters whose values are those numbers. */
export function parametrised(problem: Problem): Problem {
  const { uncertainties = [], data, ...rest } = problem;
  if (uncertainties.length === 0) return problem;
  const hidden = uncertainties.map(
    ({ name, value, origin }): Parameter => ({
      name: parameterOf(name),
      value,
      unit: '1',
      written: { text: '1', factor: 1, offset: 0 },
      origin,
    }),
  );
  const changed = inPlace(rest, new Map()) as typeof rest;
  return { ...changed, parameters: [...changed.parameters, ...hidden], data };
}

/** Copies what contains an uncertain number; everything else, and what is shared, stays the same object. */
function inPlace(part: unknown, known: Map<object, unknown>): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if (known.has(part)) return known.get(part);
  const made = isUncertain(part) ? ({ kind: 'parameter', name: parameterOf(part.uncertain) } satisfies Formula) : copied(part, known);
  known.set(part, made);
  return made;
}
function copied(part: object, known: Map<object, unknown>): unknown {
  if (Array.isArray(part)) {
    const items = part.map((item: unknown) => inPlace(item, known));
    return items.every((item, i) => item === part[i]) ? part : items;
  }
  const entries = Object.entries(part).map(([key, value]) => [key, inPlace(value, known), value] as const);
  return entries.every(([, value, before]) => value === before) ? part : Object.fromEntries(entries.map(([key, value]) => [key, value]));
}
const isUncertain = (part: object): part is { readonly uncertain: string } =>
  'kind' in part && part.kind === 'number' && 'uncertain' in part && typeof part.uncertain === 'string';
