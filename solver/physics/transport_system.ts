/** The system of equations of a resolved model. */
import type { Joint, Region, TransportSystem, WallCondition } from '../assembly/system.js';
import { add, multiply, one, zero, type Expression } from '../expression/expression.js';
import { sealed, wallConditions } from './boundaries/impose.js';
import { hasConductivity } from './heat.js';
import { jointsBetween } from './interfaces/index.js';
import type { ResolvedMedium } from './media/resolved.js';
import { rowsOf, type Model } from './model.js';
import { sourceOrigin, sources } from './sources.js';
import { contributions } from './terms/index.js';
import type { Row } from './terms/term.js';
import { translate } from './translate.js';

export function transportSystem(model: Model): TransportSystem {
  const { problem, layers, unknowns, substances, findings } = model;
  const conducting = hasConductivity(layers);
  const regions = layers.map((medium, index): Region => {
    const layer = problem.geometry.layers[index]!;
    const rows = rowsOf(unknowns, medium);
    const sum = contributions(medium);
    const entry = (row: Row | undefined, column: Row | undefined): Expression => {
      if (row === undefined || column === undefined) return zero;
      // Without any stated conductivity T is that of one uniform conductor, at rest.
      if (row === 'heat' && !conducting) return column === 'heat' ? one : zero;
      return sum.transport(row, column);
    };
    return {
      name: layer.name,
      thickness: model.thicknesses[index]!,
      cells: layer.cells,
      present: rows.map((row) => row !== undefined),
      initial: unknowns.map(({ id }) => model.initial[index]!.get(id)!),
      storage: rows.map((row) => (row === undefined || (row === 'heat' && !conducting) ? zero : sum.storage(row))),
      transport: rows.map((row) => rows.map((column) => entry(row, column))),
      drift: rows.map((row) => (row === undefined || (row === 'heat' && !conducting) ? zero : sum.drift(row))),
      source: sources(problem, medium, rows, substances, findings),
      sourceOrigins: rows.map((row) => (row === undefined ? undefined : sourceOrigin(problem, medium, row))),
      origin: layer.origin,
    };
  });
  const isRadial = model.area[0] > 0;
  return {
    areaExponent: model.area[0],
    areaFactor: model.area[1],
    start: model.start,
    unknowns,
    regions,
    walls: [
      wallAt(model, isRadial ? 'inner' : 'left', layers[0]!),
      wallAt(model, isRadial ? 'outer' : 'right', layers[layers.length - 1]!),
    ],
    joints: layers
      .slice(1)
      .map((right, index): readonly Joint[] => jointsBetween(problem, index, layers[index]!, right, unknowns, findings)),
  };
}

function wallAt(model: Model, side: 'left' | 'right' | 'inner' | 'outer', medium: ResolvedMedium): WallCondition[] {
  const { problem, unknowns, substances, findings } = model;
  const boundary = problem.boundaries.find((candidate) => candidate.side === side);
  if (!boundary) return unknowns.map(() => sealed);
  const scope = { reading: medium.reading, unknowns: [], findings, place: `the ${side} boundary` };
  const conditions = wallConditions({
    boundary,
    medium,
    substances,
    findings,
    value: ({ value, origin }) => (value.kind === 'word' ? undefined : translate(value, scope, origin)),
  });
  const rows = rowsOf(unknowns, medium);
  return rows.map((row) => {
    const condition = row === undefined ? sealed : (conditions.get(row) ?? sealed);
    return row === 'heat' && condition.kind === 'flux' ? withCarriedHeat(condition, conditions, medium, model, side) : condition;
  });
}

/** A stated heat flux is J′_q; the balance needs F_T = J′_q + Σ h_k J_k with what passes the wall. */
function withCarriedHeat(
  heat: WallCondition & { readonly kind: 'flux' },
  conditions: ReadonlyMap<Row, WallCondition>,
  medium: ResolvedMedium,
  { findings }: Model,
  side: string,
): WallCondition {
  const carried = (medium.partialEnthalpies ?? []).map((h, row) => {
    const matter = conditions.get(row) ?? sealed;
    if (matter.kind === 'flux') return multiply(h, matter.inward);
    findings.report(
      'physics/unsupported',
      `the ${side} boundary fixes a composition and not the temperature, while components carry enthalpy: what flows through it carries an unknown heat`,
      matter.origin,
      'fix the temperature there too, or leave out the heat capacities of the species',
    );
    return zero;
  });
  return { ...heat, inward: add(heat.inward, ...carried) };
}
