/**
 * A composition at rest between sealed walls: its flux vanishes everywhere, so that ∫dc/g(c) = C − ∫S(T) dT + b x.
 * With g = c this is the exponential distribution of a dilute solute, Boltzmann's in a field of force; with g = w(1−w) the logistic one of
 * a binary mixture (S. R. de Groot, Thermodynamics of Irreversible Processes, 1951). S is constant, or α/T, or α/T².
 */
import type { TransportSystem } from '../../assembly/system.js';
import type { ParameterValues } from '../../expression/tape.js';
import { isSealed } from './walls.js';
import type { SteadyProfile } from './conduction.js';
import { quadrature, type Domain } from './domain.js';
import { constantOver, fixedNumber, type Probe, type State } from './probe.js';

export type Mobility = 'dilute' | 'binary';
export const mobilities: readonly Mobility[] = ['dilute', 'binary'];
export const mobility = (kind: Mobility, c: number): number => (kind === 'dilute' ? c : c * (1 - c));
const valueOf = (kind: Mobility, integral: number): number => (kind === 'dilute' ? Math.exp(integral) : 1 / (1 + Math.exp(-integral)));
const integralOf = (kind: Mobility, c: number): number => (kind === 'dilute' ? Math.log(c) : Math.log(c / (1 - c)));

/** Powers of T in S, and −∫S dT for a unit coefficient. */
const temperatureLaws: readonly { readonly power: number; readonly integral: (T: number) => number }[] = [
  { power: 0, integral: (T) => -T },
  { power: 1, integral: (T) => -Math.log(T) },
  { power: 2, integral: (T) => 1 / T },
];

/** The profile of one composition in a domain of one region; `heat` is the row of T when T is unknown. */
export function equilibrium(
  system: TransportSystem,
  domain: Domain,
  row: number,
  heat: number,
  temperature: SteadyProfile | undefined,
  probe: Probe,
  parameters: ParameterValues,
): SteadyProfile | undefined {
  const region = system.regions[0]!;
  const { id } = system.unknowns[row]!;
  const own = region.transport[row]![row]!;
  const isAlone = region.transport[row]!.every((term, j) => j === row || j === heat || constantOver(probe, (s) => probe.at(term, s)) === 0);
  if (!isAlone || constantOver(probe, (s) => probe.at(region.source[row]!, s)) !== 0) return undefined;
  const [first, last] = [system.walls[0][row]!, system.walls[1][row]!];
  const sealed = [isSealed(first), isSealed(last)];
  if (!sealed[0] && !sealed[1]) return undefined;
  for (const kind of mobilities) {
    const per = (s: State): number => probe.at(own, s) * mobility(kind, s.get(id)!);
    const b = constantOver(probe, (s) => probe.at(region.drift[row]!, s) / per(s));
    const coupled = heat < 0 ? undefined : region.transport[row]![heat]!;
    const law = temperatureLaws.find(
      ({ power }) => coupled && constantOver(probe, (s) => (probe.at(coupled, s) / per(s)) * s.get('T')! ** power) !== undefined,
    );
    if (b === undefined || (coupled && !law)) continue;
    const S = coupled && law ? (probe.at(coupled, probe.states[0]!) / per(probe.states[0]!)) * probe.states[0]!.get('T')! ** law.power : 0;
    if (S !== 0 && !temperature) return undefined;
    const potential: SteadyProfile = (x) => b * x + (S === 0 || !law || !temperature ? 0 : S * law.integral(temperature(x, 0)));
    const held = [first, last].map((wall) => (wall.kind === 'value' ? fixedNumber(wall.value, parameters) : undefined));
    const ends = [domain.edges[0]!, domain.edges[1]!] as const;
    const C =
      sealed[0] && sealed[1]
        ? constantOfAmount(system, domain, row, kind, potential, probe, parameters)
        : constantOfWall(kind, potential, held, ends);
    if (C !== undefined && Number.isFinite(C)) return (x) => valueOf(kind, C + potential(x, 0));
  }
  return undefined;
}

const constantOfWall = (
  kind: Mobility,
  potential: SteadyProfile,
  held: readonly (number | undefined)[],
  ends: readonly [number, number],
): number | undefined => {
  const wall = held.findIndex((value) => value !== undefined);
  return wall < 0 ? undefined : integralOf(kind, held[wall]!) - potential(ends[wall]!, 0);
};

/** What was there at the start is there at rest: storage must be proportional to the composition. */
function constantOfAmount(
  system: TransportSystem,
  domain: Domain,
  row: number,
  kind: Mobility,
  potential: SteadyProfile,
  probe: Probe,
  parameters: ParameterValues,
): number | undefined {
  const region = system.regions[0]!;
  const { id } = system.unknowns[row]!;
  const initial = fixedNumber(region.initial[row]!, parameters);
  if (initial === undefined || !(initial > 0) || (kind === 'binary' && !(initial < 1))) return undefined;
  if (constantOver(probe, (s) => probe.at(region.storage[row]!, s) / s.get(id)!) === undefined) return undefined;
  const points = quadrature(domain.edges[0]!, domain.edges[1]!).map(({ x, weight }) => ({
    volume: weight * domain.area(x),
    potential: potential(x, 0),
  }));
  const total = points.reduce((sum, { volume }) => sum + volume, 0);
  const mean = (C: number): number => points.reduce((sum, p) => sum + p.volume * valueOf(kind, C + p.potential), 0) / total;
  const lowest = points.reduce((least, p) => Math.min(least, p.potential), Infinity);
  const highest = points.reduce((most, p) => Math.max(most, p.potential), -Infinity);
  if (kind === 'dilute') return Math.log(initial) - highest - Math.log(mean(-highest));
  let [low, high] = [integralOf(kind, initial) - highest, integralOf(kind, initial) - lowest];
  // Bisection of a rising function: as exact as the numbers.
  for (let k = 0; k < 200 && low < high; k++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (mean(middle) < initial) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
