/** A problem with its media resolved and its unknowns listed: what the parts of the formulation share. */
import type { Unknown } from '../assembly/system.js';
import { add, zero, type Expression } from '../expression/expression.js';
import type { Formula } from '../formula.js';
import type { Medium, Problem, PropertyValue } from '../problem.js';
import { statedConditions } from './boundaries/stated.js';
import { fillingOf } from './filling.js';
import { Findings } from './findings.js';
import { initialValues } from './initial.js';
import { isIdealGas } from './media/gas.js';
import { media, type MediumContext } from './media/index.js';
import type { ResolvedMedium } from './media/resolved.js';
import { find } from './properties.js';
import { Substances } from './substances.js';
import type { Row } from './terms/term.js';
import { translate } from './translate.js';

export interface Model {
  readonly problem: Problem;
  readonly substances: Substances;
  readonly findings: Findings;
  readonly layers: readonly ResolvedMedium[];
  readonly unknowns: readonly Unknown[];
  /** Per layer: initial value of every unknown by id. */
  readonly initial: readonly ReadonlyMap<string, Expression>[];
  /** Area grows as x^exponent, and its factor at 1 m. */
  readonly area: readonly [exponent: 0 | 1 | 2, factor: number];
  /** First coordinate [m], and thickness of every layer [m]. */
  readonly start: Expression;
  readonly thicknesses: readonly Expression[];
  /** No matter passes a wall or is made. */
  readonly sealed: boolean;
}

const areas = { slab: [0, 1], cylinder: [1, 2 * Math.PI], sphere: [2, 4 * Math.PI], rectangle: [0, 1] } as const;

export function resolveModel(problem: Problem, pressure?: Expression): Model | { readonly reasons: Findings['reasons'] } {
  const findings = new Findings();
  const substances = new Substances(problem, findings);
  const scope = { unknowns: [], findings, place: 'the geometry' };
  const inGeometry = (value: Formula, stated: PropertyValue | undefined): Expression => translate(value, scope, stated?.origin);
  const valueOf = (name: 'gravity' | 'inner_radius'): Expression | undefined => {
    const stated = find(problem.geometry.properties, name);
    return stated && stated.value.kind !== 'word' ? inGeometry(stated.value, stated) : undefined;
  };
  const area = areas[problem.geometry.shape];
  const start = area[0] === 0 ? zero : (valueOf('inner_radius') ?? zero);
  const thicknesses = problem.geometry.layers.map((layer) => translate(layer.thickness, scope, layer.origin));
  if (problem.geometry.layers.length === 0) findings.report('missing/property', 'the geometry needs a `medium`', problem.geometry.origin);

  const gravity = valueOf('gravity');
  const contexts = problem.geometry.layers.map((layer): MediumContext | undefined => {
    const medium = problem.media.find((candidate) => candidate.name === layer.medium);
    if (medium) return { medium, substances, findings, gravity };
    findings.report('name/unknown', `there is no medium called ${layer.medium}`, layer.origin);
    return undefined;
  });
  if (!contexts.every((context) => context !== undefined) || contexts.length === 0) return { reasons: findings.reasons };
  if (gravity && area[0] > 0)
    findings.report(
      'physics/unsupported',
      `gravity has no direction in a ${problem.geometry.shape}`,
      problem.geometry.origin,
      'use a slab',
    );

  const plain = contexts.map((context) => media[context.medium.kind](context));
  const unknowns = unknownsOf(problem, plain);
  const initial = plain.map((medium) => {
    const values = initialValues(problem, medium, unknowns, substances, findings);
    return new Map(unknowns.map(({ id }, i) => [id, values[i]!]));
  });
  const sealed = !isOpen(problem);
  // A sealed gas has its equations in terms of what was filled in, which is known only now.
  const edges = thicknesses.map((_, i) => add(start, ...thicknesses.slice(0, i)));
  const layers = contexts.map((context, index) =>
    !sealed || context.medium.kind !== 'mixture'
      ? plain[index]!
      : media.mixture({
          ...context,
          pressure: pressure && isIdealGas(context.medium.properties) ? pressure : undefined,
          filling: (medium, density) => {
            const same = contexts.flatMap((other, i) => (holdsSameGas(other.medium, context.medium) ? [i] : []));
            const filled = same.map((i) => ({ from: edges[i]!, to: add(edges[i]!, thicknesses[i]!), initial: initial[i]! }));
            return fillingOf(medium, density, filled, area[0]);
          },
        }),
  );
  return { problem, substances, findings, layers, unknowns, initial, area, start, thicknesses, sealed };
}

/** Layers of the same components are one vessel. */
const holdsSameGas = (a: Medium, b: Medium): boolean =>
  a === b || (a.kind === 'mixture' && isIdealGas(a.properties) && a.components.join() === b.components.join());

/** Can matter pass a wall? */
const isOpen = (problem: Problem): boolean =>
  problem.boundaries.some(({ conditions }) => statedConditions(conditions).some(({ condition }) => condition.balance === 'matter')) ||
  problem.sources.some(({ name }) => name !== 'heat') ||
  problem.reactions.length > 0;

/** T first, then every composition in the order of first appearance. */
function unknownsOf(problem: Problem, layers: readonly ResolvedMedium[]): readonly Unknown[] {
  const unknowns: Unknown[] = [{ id: 'T', unit: 'K', kind: 'temperature', nonNegative: false, origin: problem.geometry.origin }];
  for (const medium of layers)
    for (const { id, unit } of medium.unknowns)
      if (!unknowns.some((unknown) => unknown.id === id))
        unknowns.push({ id, unit, kind: 'composition', nonNegative: true, origin: medium.medium.origin });
  return unknowns;
}

/** For every unknown its row in the equations of a medium; undefined where it does not exist. */
export const rowsOf = (unknowns: readonly Unknown[], medium: ResolvedMedium): readonly (Row | undefined)[] =>
  unknowns.map((unknown, index) => {
    if (index === 0) return 'heat';
    const row = medium.unknowns.findIndex((own) => own.id === unknown.id);
    return row < 0 ? undefined : row;
  });
