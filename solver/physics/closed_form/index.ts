/**
 * Fields of a study that are known in closed form. Each is found by what the equations are, not by what the model is called: rows are
 * decoupled, coefficients are compared by value over the box of states that the run visits, walls and initial states are looked at.
 * Where a condition of a closed form is not met to rounding, there is none.
 */
import type { TransportSystem } from '../../assembly/system.js';
import type { Expression } from '../../expression/expression.js';
import type { ParameterValues } from '../../expression/tape.js';
import { conduction, ownCoefficients, type SteadyProfile } from './conduction.js';
import { diffusionSeries } from './diffusion_series.js';
import { domainOf, type Domain } from './domain.js';
import { equilibrium, mobilities, mobility } from './equilibrium.js';
import { constantOver, fixedNumber, probeOf, uniformInitial, vanishes, type Probe, type Range, type State } from './probe.js';
import { relaxation } from './relaxation.js';
import { isSealed } from './walls.js';

export type { SteadyProfile } from './conduction.js';

/** Value of an unknown at coordinate x [m] of a region at time t [s] (null at rest). */

export type ClosedField = (x: number, region: number, t: number | null) => number;

export interface ClosedFormRequest {
  readonly system: TransportSystem;
  readonly parameters: ParameterValues;
  readonly kind: 'steady' | 'transient';
  /** Per unknown: lowest and highest value of the run. */
  readonly ranges: readonly Range[];
  /** T of a steady run, in which a composition has its closed form where T itself has none. */
  readonly temperature?: SteadyProfile;
}

/** One entry per unknown; undefined where no closed form is known. */
export function closedForm({ system, parameters, kind, ranges, temperature }: ClosedFormRequest): readonly (ClosedField | undefined)[] {
  const domain = domainOf(system, parameters);
  if (!domain) return system.unknowns.map(() => undefined);
  const probes = system.regions.map((_, r) => probeOf(system, domain.edges[r]!, domain.edges[r + 1]!, ranges, parameters));
  const known: Known = { system, domain, probes, parameters, heat: system.unknowns.findIndex((u) => u.kind === 'temperature') };
  return kind === 'steady' ? atRest(known, temperature) : inTime(known);
}

interface Known {
  readonly system: TransportSystem;
  readonly domain: Domain;
  readonly probes: readonly Probe[];
  readonly parameters: ParameterValues;
  /** Row of T, −1 when it is given. */
  readonly heat: number;
}

function atRest(known: Known, computed: SteadyProfile | undefined): readonly (ClosedField | undefined)[] {
  const { system, domain, probes, parameters, heat } = known;
  const temperature = heat < 0 ? undefined : steadyTemperature(known);
  return system.unknowns.map((_, row) => {
    if (row === heat) return temperature;
    const own = ownCoefficients(system, row, probes);
    const alone = own && conduction(system, domain, row, own, parameters);
    if (alone) return alone;
    return system.regions.length === 1
      ? equilibrium(system, domain, row, heat, temperature ?? computed, probes[0]!, parameters)
      : undefined;
  });
}

function steadyTemperature(known: Known): SteadyProfile | undefined {
  const { system, domain, probes, parameters, heat } = known;
  const coefficients = ownCoefficients(system, heat, probes) ?? conductivitiesWithoutFlux(known);
  return coefficients && conduction(system, domain, heat, coefficients, parameters);
}

/** Where no matter flows, what it would carry and what its gradients add (Dufour) reduce to one conductivity, if that is constant. */
function conductivitiesWithoutFlux({ system, probes, heat }: Known): readonly number[] | undefined {
  const compositions = system.unknowns.map((_, i) => i).filter((i) => i !== heat);
  const isStill = compositions.every((c) => system.walls.some((wall) => isSealed(wall[c]!)));
  if (!isStill) return undefined;
  const values = system.regions.map((region, r) => {
    const { at } = probes[r]!;
    const probe = probes[r]!;
    const zeroIn = (term: (s: State) => number): boolean => constantOver(probe, term) === 0;
    const matter = compositions.filter((c) => region.present[c]);
    const decoupled = matter.every(
      (c) =>
        zeroIn((s) => at(region.source[c]!, s)) &&
        region.transport[c]!.every((term, j) => j === c || j === heat || zeroIn((s) => at(term, s))),
    );
    if (!decoupled || !zeroIn((s) => at(region.source[heat]!, s))) return undefined;
    const row = region.transport[heat]!;
    const eliminated = (start: number, of: (c: number, s: State) => number, s: State): number =>
      matter.reduce((sum, c) => sum - (at(row[c]!, s) * of(c, s)) / at(region.transport[c]![c]!, s), start);
    const carried = (s: State): number => eliminated(at(region.drift[heat]!, s), (c, state) => at(region.drift[c]!, state), s);
    if (!vanishes(probe, carried, (s) => Math.max(Math.abs(at(region.drift[heat]!, s)), 1e-300))) return undefined;
    return constantOver(probe, (s) => eliminated(at(row[heat]!, s), (c, state) => at(region.transport[c]![heat]!, state), s));
  });
  return values.every((K) => K !== undefined && K > 0) ? (values as number[]) : undefined;
}

function inTime(known: Known): readonly (ClosedField | undefined)[] {
  const { system, heat } = known;
  if (system.regions.length !== 1 || system.areaExponent !== 0) return system.unknowns.map(() => undefined);
  const temperature = heat < 0 ? undefined : temperatureInTime(known);
  return system.unknowns.map((_, row) =>
    row === heat ? temperature?.field : (spreading(known, row) ?? relaxing(known, row, temperature)),
  );
}

interface TemperatureInTime {
  readonly field: ClosedField;
  /** dT/dx when it is the same everywhere and at all times. */
  readonly gradient?: number;
}

function temperatureInTime(known: Known): TemperatureInTime | undefined {
  const { system, domain, probes, parameters, heat } = known;
  const coefficients = ownCoefficients(system, heat, probes);
  if (!coefficients) return undefined;
  const steady = conduction(system, domain, heat, coefficients, parameters);
  const [from, to] = [domain.edges[0]!, domain.edges[1]!];
  const region = system.regions[0]!;
  const probe = probes[0]!;
  const initial = (x: number): number => probe.at(region.initial[heat]!, new Map([['x', x]]));
  if (steady) {
    const slope = (steady(to, 0) - steady(from, 0)) / (to - from);
    const isQuasiSteady = constantOver(probe, (s) => probe.at(region.storage[heat]!, s)) === 0;
    const startsThere = probe.states.every((s) => Math.abs(initial(s.get('x')!) / steady(s.get('x')!, 0) - 1) <= 1e-12);
    if (isQuasiSteady || startsThere) return { field: (x) => steady(x, 0), gradient: slope };
  }
  const field = spreading(known, heat);
  return field && { field };
}

/** A row that nothing else drives, from a uniform state, walls held or sealed. */
function spreading({ system, domain, probes, parameters }: Known, row: number): ClosedField | undefined {
  const region = system.regions[0]!;
  const probe = probes[0]!;
  const own = ownCoefficients(system, row, probes);
  const initial = uniformInitial(region, row, parameters);
  const stored = storagePerValue(region.storage[row]!, probe, system.unknowns[row]!.id);
  if (!own || initial === undefined || !(stored !== undefined && stored > 0)) return undefined;
  const held = system.walls.map((wall) => {
    const condition = wall[row]!;
    return isSealed(condition) ? 'sealed' : condition.kind === 'value' ? fixedNumber(condition.value, parameters) : undefined;
  });
  if (held.includes(undefined)) return undefined;
  const [left, right] = held.map((value) => (value === 'sealed' ? undefined : value));
  const series = diffusionSeries({ D: own[0]! / stored, from: domain.edges[0]!, to: domain.edges[1]!, initial, held: [left, right] });
  return (x, _region, t) => series(x, t ?? Infinity);
}

/** Slope of the storage when it is linear in the unknown: compared by value, like all coefficients. */
const storagePerValue = (storage: Expression, probe: Probe, id: string): number | undefined =>
  constantOver(probe, (s) => (probe.at(storage, new Map(s).set(id, 2 * s.get(id)!)) - probe.at(storage, s)) / s.get(id)!);

function relaxing(
  { system, domain, probes, parameters, heat }: Known,
  row: number,
  temperature: TemperatureInTime | undefined,
): ClosedField | undefined {
  const region = system.regions[0]!;
  const probe = probes[0]!;
  const { at } = probe;
  const { id } = system.unknowns[row]!;
  if (!isSealed(system.walls[0][row]!) || !isSealed(system.walls[1][row]!)) return undefined;
  const isZero = (term: Expression): boolean => constantOver(probe, (s) => at(term, s)) === 0;
  const alone = region.transport[row]!.every((term, j) => j === row || j === heat || isZero(term));
  if (!alone || !isZero(region.source[row]!)) return undefined;
  const own = region.transport[row]![row]!;
  const stored = constantOver(probe, (s) => at(region.storage[row]!, s) / s.get(id)!);
  const K = constantOver(probe, (s) => at(own, s));
  const initial = uniformInitial(region, row, parameters);
  if (stored === undefined || K === undefined || !(K > 0) || initial === undefined) return undefined;
  for (const kind of mobilities) {
    const per = (s: State): number => K * mobility(kind, s.get(id)!);
    const b = constantOver(probe, (s) => at(region.drift[row]!, s) / per(s));
    const S = heat < 0 ? 0 : constantOver(probe, (s) => at(region.transport[row]![heat]!, s) / per(s));
    const gradient = S === 0 ? 0 : temperature?.gradient;
    if (b === undefined || S === undefined || gradient === undefined) continue;
    const series = relaxation({ D: K / stored, a: S * gradient - b, from: domain.edges[0]!, to: domain.edges[1]!, initial, kind });
    return series && ((x, _region, t) => series(x, t ?? Infinity));
  }
  return undefined;
}
