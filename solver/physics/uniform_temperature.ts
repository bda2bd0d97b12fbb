/**
 * A temperature that nothing can change is no unknown: the system is smaller and faster by one field without it.
 * It is taken out when it starts uniform, no wall disagrees with it, and neither sources nor a Dufour flux exist.
 */
import type { TransportSystem, WallCondition } from '../assembly/system.js';
import { isConstant, type Expression } from '../expression/expression.js';
import { substitute, symbolsOf } from './symbolic.js';

/** The uniform temperature, or undefined when T has to be solved for. */
export function uniformTemperature({ regions, walls }: TransportSystem): Expression | undefined {
  const value = regions[0]!.initial[0]!;
  if ([...symbolsOf(value)].some((name) => !name.startsWith('param '))) return undefined;
  const same = (e: Expression): boolean =>
    e === value || (isConstant(e) && isConstant(value, e.value)) || JSON.stringify(e) === JSON.stringify(value);
  const still = regions.every(
    (region) =>
      same(region.initial[0]!) &&
      isConstant(region.source[0]!, 0) &&
      isConstant(region.drift[0]!, 0) &&
      region.transport[0]!.every((entry, column) => column === 0 || isConstant(entry, 0)),
  );
  const quiet = (condition: WallCondition): boolean =>
    condition.kind === 'value' ? same(condition.value) : isConstant(condition.inward, 0);
  return still && walls.every((wall) => quiet(wall[0]!)) ? value : undefined;
}

/** The system without its first unknown. */
export function withoutTemperature(system: TransportSystem, at: (e: Expression) => Expression): TransportSystem {
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
      drift: fixed(region.drift),
      source: fixed(region.source),
    })),
    walls: [wall(system.walls[0]), wall(system.walls[1])],
    joints: system.joints.map(rest),
  };
}

/** Puts the uniform temperature in place of T, and of its gradient nothing. */
export const atTemperature =
  (temperature: Expression) =>
  (e: Expression): Expression =>
    substitute(e, (name) => (name === 'T' ? temperature : name === 'grad T' ? { kind: 'constant', value: 0 } : undefined));
