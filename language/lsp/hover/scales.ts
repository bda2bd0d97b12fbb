/** Hover on a geometry or a study: how long things take and how far they go, at the middle of what the model states. */
import { AstUtils } from 'langium';
import {
  binarySeparation,
  criticalRayleigh,
  diluteSeparation,
  lewisNumber,
  longWaveOnset,
  rayleighNumber,
  relaxationTime,
  relaxationTimeWithDrift,
  separationRatio,
  thermalDiffusivity,
} from '../../../solver/physics/index.js';
import type { PropertyName } from '../../../solver/quantities/catalogue.js';
import * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { dissipation } from '../../validation/coefficients/dissipation.js';
import { stateText } from '../../validation/coefficients/states.js';
import type { ModelView } from '../../validation/model-view.js';
import { code } from './coefficient.js';
import { localPhysics, viewOf } from './local-physics.js';
import { componentState, type LocalPhysics } from '../../validation/coefficients/conventions.js';

type Row = readonly [name: string, value: string];

export function geometryHover(geometry: ast.Geometry, services: SoretServices): string[] {
  const model = viewOf(AstUtils.getDocument(geometry), services);
  return model.mediaInUse().flatMap((medium) => {
    const physics = localPhysics(medium, services, model);
    const rows = physics ? rowsOf(geometry, physics, model) : [];
    return physics && rows.length ? [`${code(medium.name)} at ${stateText(physics.state)}:`, table(rows)] : [];
  });
}
export function studyHover(study: ast.Steady | ast.Transient, services: SoretServices): string[] {
  const root = AstUtils.getContainerOfType(study, ast.isModel);
  const geometry = root?.declarations.find(ast.isGeometry);
  return geometry ? geometryHover(geometry, services) : [];
}

function rowsOf(geometry: ast.Geometry, physics: LocalPhysics, model: ModelView): Row[] {
  const rows: Row[] = [];
  const size = sizeOf(geometry, model);
  const difference = temperatureDifference(model);
  const stated = (name: PropertyName, component?: string) => statedValue(physics, name, component);
  const [conductivity, density, capacity] = [
    physics.at(physics.resolved.conductivity),
    physics.at(physics.resolved.reading.density()),
    stated('heat_capacity'),
  ];
  const a =
    conductivity !== undefined && density !== undefined && capacity !== undefined
      ? thermalDiffusivity(conductivity, density, capacity)
      : undefined;
  if (size && a !== undefined) rows.push(['thermal time', duration(relaxationTime(size.shape, size.length, a))]);
  physics.resolved.unknowns.forEach(({ species }, i) => {
    const D = physics.at(physics.resolved.diffusion[i]?.[i]);
    if (D === undefined) return;
    rows.push([`diffusion time τ of ${code(species)}`, size ? duration(relaxationTime(size.shape, size.length, D)) : `${numeral(D)} m²/s`]);
    if (a !== undefined) rows.push(['Lewis number a/D', numeral(lewisNumber(a, D), 3)]);
    const state = componentState(physics, species);
    const amount = physics.at(physics.resolved.reading.composition(physics.resolved.medium.kind === 'mixture' ? 'w' : 'c', species));
    if (!state || amount === undefined || size?.shape !== 'slab' || difference === undefined || difference === 0) return;
    const separation =
      state.local.kind === 'binary'
        ? binarySeparation(state.soret, Math.abs(difference), amount)
        : diluteSeparation(state.soret, Math.abs(difference), amount);
    const unit = state.local.kind === 'binary' ? '' : ' mol/m³';
    rows.push([`separation at rest, cold − hot side`, `${numeral(separation.difference, 3)}${unit}`]);
    rows.push(['slowest time with drift', duration(relaxationTimeWithDrift(size.length, D, state.soret, Math.abs(difference)))]);
    if (a !== undefined)
      rows.push(
        ...convection(geometry, physics, model, {
          difference,
          length: size.length,
          D,
          a,
          soret: state.soret,
          amount,
          species,
          density: density!,
        }),
      );
  });
  const coupling = dissipation(physics.physical, model)?.coupling;
  if (coupling !== undefined) rows.push(['ε: share of the conductivity that thermodiffusion takes at rest', numeral(coupling, 3)]);
  return rows;
}

interface Layer {
  readonly difference: number;
  readonly length: number;
  readonly D: number;
  readonly a: number;
  readonly soret: number;
  readonly amount: number;
  readonly species: string;
  readonly density: number;
}
/** Will the layer move? Gravity points to −x: left is the bottom. */
function convection(geometry: ast.Geometry, physics: LocalPhysics, model: ModelView, layer: Layer): Row[] {
  const gravity = model.number(model.property(geometry, 'gravity')?.value);
  const expansion = statedValue(physics, 'thermal_expansion');
  const viscosity = statedValue(physics, 'viscosity');
  if (!gravity || expansion === undefined || viscosity === undefined) return [];
  const Ra = rayleighNumber({
    gravity,
    thermalExpansion: expansion,
    temperatureDifference: layer.difference,
    thickness: layer.length,
    kinematicViscosity: viscosity / layer.density,
    thermalDiffusivity: layer.a,
  });
  const rows: Row[] = [['Rayleigh number, heated from below', `${numeral(Ra, 3)} (onset without solute ${criticalRayleigh})`]];
  const solutal = statedValue(physics, 'solutal_expansion', layer.species);
  if (solutal === undefined) return rows;
  const psi = separationRatio(solutal, layer.soret, layer.amount, expansion);
  const onset = longWaveOnset(layer.D, layer.a, psi);
  return [
    ...rows,
    ['separation ratio ψ', `${numeral(psi, 3)}${Number.isFinite(onset) ? ` (long-wave onset at Ra = ${numeral(onset, 3)})` : ''}`],
  ];
}

/** A stated property at the state of the model. */
function statedValue({ physical, resolved, at }: LocalPhysics, name: PropertyName, component?: string): number | undefined {
  const found = physical.stated.find(({ value }) => value.name === name && value.of[0] === component);
  return found && at(physical.expression(found, resolved));
}

/** Characteristic length: L of a slab, R of a solid cylinder or sphere. */
function sizeOf(geometry: ast.Geometry, model: ModelView): { shape: 'slab' | 'cylinder' | 'sphere'; length: number } | undefined {
  const { shape } = geometry;
  if (shape !== 'slab' && shape !== 'cylinder' && shape !== 'sphere') return undefined;
  const value = (key: PropertyName) => model.number(model.property(geometry, key)?.value);
  if (shape !== 'slab' && (value('inner_radius') ?? 0) > 0) return undefined;
  const thicknesses = geometry.layers.map((layer) => model.number(model.property(layer, 'thickness')?.value));
  const layered = thicknesses.reduce(
    (sum, one) => (sum === undefined || one === undefined ? undefined : sum + one),
    0 as number | undefined,
  );
  const length = value(shape === 'slab' ? 'length' : 'outer_radius') ?? (geometry.layers.length ? layered : undefined);
  return length === undefined || !(length > 0) ? undefined : { shape, length };
}
/** T_left − T_right as the walls state it. */
function temperatureDifference(model: ModelView): number | undefined {
  const at = (side: string) =>
    model.number(
      model.boundaries.filter((wall) => wall.side === side).flatMap((wall) => model.property(wall, 'temperature')?.value ?? [])[0],
    );
  const [left, right] = [at('left'), at('right')];
  return left === undefined || right === undefined ? undefined : left - right;
}

const units = [
  [86400, 'd'],
  [3600, 'h'],
  [60, 'min'],
  [1, 's'],
  [1e-3, 'ms'],
] as const;
/** A time in the unit in which people would say it. */
function duration(seconds: number): string {
  const [factor, unit] = units.find(([size]) => seconds >= size) ?? units.at(-1)!;
  return `${numeral(seconds / factor, 3)} ${unit}`;
}
const table = (rows: readonly Row[]): string => ['| | |', '|---|---|', ...rows.map(([name, value]) => `| ${name} | ${value} |`)].join('\n');
