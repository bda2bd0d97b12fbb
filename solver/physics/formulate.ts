/** From a `Problem` to the one cross-diffusion system that the numerics solve, and to what can be read off its solution. */
import type { Joint, Region, TransportSystem, Unknown, WallCondition } from '../assembly/system.js';
import { one, zero, type Expression } from '../expression/expression.js';
import type { Formula } from '../formula.js';
import type { Boundary, Problem } from '../problem.js';
import { sealed, wallConditions } from './boundaries/index.js';
import { resultFields } from './fields.js';
import { Findings } from './findings.js';
import type { Formulation, FormulationResult } from './formulation.js';
import { heatIsNeeded, heatReasons } from './heat.js';
import { initialValues } from './initial.js';
import { jointsBetween } from './interfaces/index.js';
import { media } from './media/index.js';
import type { ResolvedMedium } from './media/resolved.js';
import { find } from './properties.js';
import { sources } from './sources.js';
import { Substances } from './substances.js';
import { contributions, type Contributions } from './terms/index.js';
import type { Row } from './terms/term.js';
import { translate } from './translate.js';
import { entropyProduction } from './entropy.js';

const areas = { slab: [0, 1], cylinder: [1, 2 * Math.PI], sphere: [2, 4 * Math.PI], rectangle: [0, 1] } as const;

export function formulate(problem: Problem): FormulationResult {
  const findings = new Findings();
  const substances = new Substances(problem, findings);
  const parameterScope = { unknowns: [], findings, place: 'the geometry' };
  const gravityStated = find(problem.geometry.properties, 'gravity');
  const gravity =
    gravityStated && gravityStated.value.kind !== 'word' ? translate(gravityStated.value, parameterScope, gravityStated.origin) : undefined;

  // Media, one resolution per layer.
  const resolved = problem.geometry.layers.map((layer): ResolvedMedium | undefined => {
    const medium = problem.media.find((candidate) => candidate.name === layer.medium);
    if (!medium) findings.report('name/unknown', `there is no medium called ${layer.medium}`, layer.origin);
    return medium && media[medium.kind]({ medium, substances, findings, gravity });
  });
  if (resolved.length === 0) findings.report('missing/property', 'the geometry needs a `medium`', problem.geometry.origin);
  if (!resolved.every((medium) => medium !== undefined) || resolved.length === 0) return { reasons: findings.reasons };
  const layers = resolved as readonly ResolvedMedium[];
  heatReasons(problem, layers, findings);

  // Unknowns: T, then every composition in the order of first appearance.
  const unknowns: Unknown[] = [{ id: 'T', unit: 'K', kind: 'temperature', nonNegative: false, origin: problem.geometry.origin }];
  for (const medium of layers)
    for (const { id, unit } of medium.unknowns)
      if (!unknowns.some((unknown) => unknown.id === id))
        unknowns.push({ id, unit, kind: 'composition', nonNegative: true, origin: medium.medium.origin });
  const rowsOf = (medium: ResolvedMedium): readonly (Row | undefined)[] =>
    unknowns.map((unknown, index) => {
      if (index === 0) return 'heat';
      const row = medium.unknowns.findIndex((own) => own.id === unknown.id);
      return row < 0 ? undefined : row;
    });

  const sums = layers.map((medium) => contributions(medium));
  const withHeat = heatIsNeeded(layers);
  const regions = layers.map((medium, index): Region => {
    const layer = problem.geometry.layers[index]!;
    const rows = rowsOf(medium);
    const sum = sums[index]!;
    const entry = (row: Row | undefined, column: Row | undefined): Expression => transportEntry(sum, withHeat, row, column);
    return {
      name: layer.name,
      thickness: translate(layer.thickness, parameterScope, layer.origin),
      cells: layer.cells,
      present: rows.map((row) => row !== undefined),
      initial: initialValues(problem, medium, unknowns, substances, findings),
      storage: rows.map((row) => (row === undefined ? zero : sum.storage(row))),
      transport: rows.map((row) => rows.map((column) => entry(row, column))),
      drift: rows.map((row) => (row === undefined ? zero : sum.drift(row))),
      source: sources(problem, medium, rows, substances, findings),
      origin: layer.origin,
    };
  });

  const ends =
    problem.geometry.shape === 'cylinder' || problem.geometry.shape === 'sphere'
      ? (['inner', 'outer'] as const)
      : (['left', 'right'] as const);
  const [first, last] = [layers[0]!, layers[layers.length - 1]!];
  const wallAt = (side: (typeof ends)[number], medium: ResolvedMedium): WallCondition[] => {
    const boundary = problem.boundaries.find((candidate) => candidate.side === side);
    if (!boundary) return unknowns.map(() => sealed);
    const conditions = wallConditions({
      boundary,
      medium,
      substances,
      findings,
      value: (stated) => boundaryValue(boundary, medium, stated.value),
    });
    return rowsOf(medium).map((row) => (row === undefined ? sealed : (conditions.get(row) ?? sealed)));
  };
  const boundaryValue = (boundary: Boundary, medium: ResolvedMedium, value: Formula | { readonly kind: 'word' }): Expression | undefined =>
    value.kind === 'word'
      ? undefined
      : translate(value, { reading: medium.reading, unknowns: [], findings, place: `the ${boundary.side} boundary` }, boundary.origin);

  const [areaExponent, areaFactor] = areas[problem.geometry.shape];
  const inner = find(problem.geometry.properties, 'inner_radius');
  const start = inner && inner.value.kind !== 'word' ? translate(inner.value, parameterScope, inner.origin) : zero;
  const joints = layers
    .slice(1)
    .map((right, index): readonly Joint[] => jointsBetween(problem, index, layers[index]!, right, unknowns, findings));
  const system: TransportSystem = {
    areaExponent,
    areaFactor,
    start: areaExponent === 0 ? zero : start,
    unknowns,
    regions,
    walls: [wallAt(ends[0], first), wallAt(ends[1], last)],
    joints,
  };
  const formulation: Formulation = {
    system,
    expression: (formula, region) => {
      const medium = layers[region]!;
      const ids = ['T', ...medium.unknowns.map((unknown) => unknown.id)];
      return translate(formula, { reading: medium.reading, unknowns: ids, findings: new Findings(), place: medium.medium.name });
    },
    fields: resultFields(problem, layers),
    fluxOf: (species) => fluxWeights(species, unknowns, layers),
    amountOf: (species) => perLayer(layers, (medium) => medium.amounts.get(species)),
    diffusivityOf: (species) => perLayer(layers, (medium) => medium.diffusivities.get(species)),
    entropyProduction: layers.map((medium) => entropyProduction(medium)),
    checks: [],
  };
  return findings.reasons.length > 0 ? { reasons: findings.reasons } : { formulation };
}

/** Without any stated conductivity T is that of a uniform one: only its ratio between layers would matter, and there is none. */
function transportEntry(sum: Contributions, withHeat: boolean, row: Row | undefined, column: Row | undefined): Expression {
  if (row === undefined || column === undefined) return zero;
  if (row === 'heat' && !withHeat) return column === 'heat' ? one : zero;
  return sum.transport(row, column);
}

/** Weights over the unknowns' fluxes; the same in every layer that has the species. */
function fluxWeights(species: string, unknowns: readonly Unknown[], layers: readonly ResolvedMedium[]) {
  if (species === 'heat') return [{ unknown: 0, weight: 1 }];
  const medium = layers.find((layer) => layer.fluxWeights.has(species));
  return medium?.fluxWeights.get(species)!.flatMap((weight, row) => {
    const unknown = unknowns.findIndex((candidate) => candidate.id === medium.unknowns[row]!.id);
    return weight === 0 ? [] : [{ unknown, weight }];
  });
}

function perLayer(layers: readonly ResolvedMedium[], read: (medium: ResolvedMedium) => Expression | undefined) {
  const values = layers.map(read);
  return values.some((value) => value !== undefined) ? values : undefined;
}
