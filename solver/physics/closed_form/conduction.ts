/**
 * A steady field that flows by its own gradient alone, with constant coefficients: heat by Fourier's law, matter by Fick's. One total flow
 * Q passes every cross-section, so that u(x) = u_0 − Q R(x), R = ∫ dx / (K · area), through any number of layers.
 */
import type { Joint, TransportSystem, WallCondition } from '../../assembly/system.js';
import type { ParameterValues } from '../../expression/tape.js';
import { evaluate } from '../symbolic.js';
import type { Domain } from './domain.js';
import { constantOver, fixedNumber, type Probe } from './probe.js';

/** Value at coordinate x [m] of a region. */
export type SteadyProfile = (x: number, region: number) => number;

/** Inward flux at a wall as α + β u, or the value held there. */
type LinearWall = { readonly held: number } | { readonly alpha: number; readonly beta: number };

/** `coefficients`: K of each region. */
export function conduction(
  system: TransportSystem,
  domain: Domain,
  unknown: number,
  coefficients: readonly number[],
  parameters: ParameterValues,
): SteadyProfile | undefined {
  const { edges, area } = domain;
  const walls = system.walls.map((conditions) => linearWall(conditions[unknown]!, system.unknowns[unknown]!.id, parameters));
  const [first, last] = walls;
  const jumps = system.joints.map((joints, k) => jointResistance(joints[unknown]!, area(edges[k + 1]!), parameters));
  if (!first || !last || jumps.some((jump) => jump === undefined)) return undefined;
  const layer = (from: number, x: number, k: number): number =>
    ratioIntegral(system.areaExponent, from, x) / (coefficients[k]! * system.areaFactor);
  const entries = [0];
  coefficients.forEach((_, k) => entries.push(entries[k]! + layer(edges[k]!, edges[k + 1]!, k) + (jumps[k] ?? 0)));
  const [a0, a1] = [area(edges[0]!), area(edges[edges.length - 1]!)];
  const state = a0 === 0 ? still(last) : flowing(first, last, a0, a1, entries[entries.length - 1]!);
  if (!state) return undefined;
  const [u0, Q] = state;
  return (x, region) => (Q === 0 ? u0 : u0 - Q * (entries[region]! + layer(edges[region]!, x, region)));
}

/** Nothing flows through the axis of a cylinder or the centre of a sphere. */
const still = (last: LinearWall): readonly [number, number] | undefined =>
  'held' in last ? [last.held, 0] : last.beta !== 0 ? [-last.alpha / last.beta, 0] : undefined;

/** u_0 and Q of the two walls' conditions, linear in both. */
function flowing(first: LinearWall, last: LinearWall, a0: number, a1: number, R: number): readonly [number, number] | undefined {
  // Rows p u_0 + q Q = r.
  const [p1, q1, r1] = 'held' in first ? [1, 0, first.held] : [a0 * first.beta, -1, -a0 * first.alpha];
  const [p2, q2, r2] = 'held' in last ? [1, -R, last.held] : [a1 * last.beta, 1 - a1 * last.beta * R, -a1 * last.alpha];
  const determinant = p1 * q2 - p2 * q1;
  if (determinant === 0 || !Number.isFinite(determinant)) return undefined;
  return [(r1 * q2 - r2 * q1) / determinant, (p1 * r2 - p2 * r1) / determinant];
}

function linearWall(condition: WallCondition, id: string, parameters: ParameterValues): LinearWall | undefined {
  if (condition.kind === 'value') {
    const held = fixedNumber(condition.value, parameters);
    return held === undefined ? undefined : { held };
  }
  const at = (u: number): number =>
    evaluate(condition.inward, (name) => (name === id ? u : name.startsWith('param ') ? parameters(name.slice(6)) : NaN));
  // Three points tell whether it is linear.
  const [low, middle, high] = [at(1), at(2), at(3)] as const;
  const beta = (high - low) / 2;
  const isLinear = Math.abs(middle - (low + high) / 2) <= 1e-12 * Math.max(Math.abs(low), Math.abs(high));
  return isLinear ? { alpha: low - beta, beta } : undefined;
}

function jointResistance(joint: Joint, area: number, parameters: ParameterValues): number | undefined {
  if (joint.kind === 'continuous') return 0;
  const resistance = joint.kind === 'resistance' ? fixedNumber(joint.resistance, parameters) : undefined;
  return resistance === undefined ? undefined : resistance / area;
}

/** ∫ dx / x^exponent. */
function ratioIntegral(exponent: 0 | 1 | 2, from: number, to: number): number {
  if (exponent === 0) return to - from;
  return exponent === 1 ? Math.log(to / from) : 1 / from - 1 / to;
}

/** K of an unknown that no other drives, that drifts nowhere and has no source: constant in every region, or undefined. */
export function ownCoefficients(system: TransportSystem, unknown: number, probes: readonly Probe[]): readonly number[] | undefined {
  const coefficients = system.regions.map((region, r) => {
    const { at } = probes[r]!;
    if (!region.present[unknown]) return undefined;
    const own = region.transport[unknown]![unknown]!;
    const others = region.transport[unknown]!.filter((_, j) => j !== unknown);
    const isAlone = [...others, region.drift[unknown]!, region.source[unknown]!].every(
      (term) => constantOver(probes[r]!, (state) => at(term, state)) === 0,
    );
    return isAlone ? constantOver(probes[r]!, (state) => at(own, state)) : undefined;
  });
  return coefficients.every((K) => K !== undefined && K > 0) ? (coefficients as number[]) : undefined;
}
