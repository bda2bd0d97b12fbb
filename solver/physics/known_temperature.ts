/**
 * A temperature that is known beforehand is no unknown: the system is smaller and faster by one field without it. That is one that
 *
 * - nothing can change: it starts uniform, no wall disagrees, and neither sources nor a Dufour flux exist; or
 * - is linear at every instant: one plane layer of constant conductivity between two stated temperatures, heat quasi-steady, nobody asking
 *   for the heat that flows.
 */
import type { TransportSystem, WallCondition } from '../assembly/system.js';
import { add, coordinate, divide, isConstant, multiply, subtract, zero, type Expression } from '../expression/expression.js';
import type { Problem } from '../problem.js';
import { askedHeat } from './asked_heat.js';
import { substitute, symbolsOf } from './symbolic.js';

export interface KnownTemperature {
  readonly value: Expression;
  /** ∂T/∂x [K/m] */
  readonly gradient: Expression;
}

export const knownTemperature = (system: TransportSystem, problem: Problem): KnownTemperature | undefined =>
  untouched(system) ?? linear(system, problem);

/** Does heat move by conduction alone? */
const alone = ({ regions }: TransportSystem): boolean =>
  regions.every(
    ({ source, drift, transport }) =>
      isConstant(source[0]!, 0) && isConstant(drift[0]!, 0) && transport[0]!.every((entry, column) => column === 0 || isConstant(entry, 0)),
  );
const ofParameters = (e: Expression): boolean => [...symbolsOf(e)].every((name) => name.startsWith('param '));

function untouched(system: TransportSystem): KnownTemperature | undefined {
  const value = system.regions[0]!.initial[0]!;
  if (system.unknowns.length === 1 || !ofParameters(value) || !alone(system)) return undefined;
  const same = (e: Expression): boolean => e === value || JSON.stringify(e) === JSON.stringify(value);
  const quiet = (condition: WallCondition): boolean =>
    condition.kind === 'value' ? same(condition.value) : isConstant(condition.inward, 0);
  if (!system.regions.every((region) => same(region.initial[0]!)) || !system.walls.every((wall) => quiet(wall[0]!))) return undefined;
  return { value, gradient: zero };
}

/** T = T_left + (T_right − T_left) x/L */
function linear(system: TransportSystem, problem: Problem): KnownTemperature | undefined {
  const [region, second] = system.regions;
  const [left, right] = system.walls.map((wall) => wall[0]!);
  if (second || system.areaExponent !== 0 || left?.kind !== 'value' || right?.kind !== 'value' || !alone(system)) return undefined;
  const stated = [left.value, right.value].every((e) => [...symbolsOf(e)].every((name) => name === 't' || name.startsWith('param ')));
  const instant = problem.studies.every((study) => study.kind !== 'transient' || study.instantHeat);
  if (!stated || !instant || !ofParameters(region!.transport[0]![0]!) || askedHeat(problem).length > 0 || system.unknowns.length === 1)
    return undefined;
  const gradient = divide(subtract(right.value, left.value), region!.thickness);
  return { value: add(left.value, multiply(gradient, coordinate)), gradient };
}

/** The system without its first unknown; what its gradient drives becomes drift. */
export function withoutTemperature(system: TransportSystem, known: KnownTemperature): TransportSystem {
  const at = atTemperature(known);
  const rest = <T>(list: readonly T[]): readonly T[] => list.slice(1);
  const fixed = (list: readonly Expression[]): readonly Expression[] => rest(list).map(at);
  const wall = (conditions: readonly WallCondition[]): readonly WallCondition[] =>
    rest(conditions).map((condition) =>
      condition.kind === 'value' ? { ...condition, value: at(condition.value) } : { ...condition, inward: at(condition.inward) },
    );
  return {
    ...system,
    unknowns: rest(system.unknowns),
    regions: system.regions.map((region) => ({
      ...region,
      present: rest(region.present),
      initial: fixed(region.initial),
      storage: fixed(region.storage),
      transport: rest(region.transport).map(fixed),
      drift: rest(region.drift.map((V, row) => at(subtract(V, multiply(region.transport[row]![0]!, known.gradient))))),
      source: fixed(region.source),
    })),
    walls: [wall(system.walls[0]), wall(system.walls[1])],
    joints: system.joints.map(rest),
  };
}

/** Puts the known temperature in place of T, and its slope in place of the gradient. */
export const atTemperature =
  ({ value, gradient }: KnownTemperature) =>
  (e: Expression): Expression =>
    substitute(e, (name) => (name === 'T' ? value : name === 'grad T' ? gradient : undefined));
