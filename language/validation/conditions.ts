/** Conditions that walls state, as rules and hints see them: each with the physics' record of it. */
import type { BoundaryCondition } from '../../solver/physics/boundaries/condition.js';
import { boundaryConditions } from '../../solver/physics/boundaries/index.js';
import { conditionNamed } from '../../solver/physics/boundaries/stated.js';
import type * as ast from '../generated/ast.js';
import { argumentNames, wordOf } from './model-view.js';

export interface StatedCondition {
  readonly condition: BoundaryCondition;
  readonly property: ast.Property;
}

/** In the order of the statements; `absorbing(A) = no` states nothing. */
export const conditionsOf = (walls: readonly ast.Boundary[], balance: BoundaryCondition['balance']): readonly StatedCondition[] =>
  walls
    .flatMap((wall) => wall.properties)
    .flatMap((property) => {
      const condition = conditionNamed(property.key);
      return condition?.balance === balance && wordOf(property) !== 'no' ? [{ condition, property }] : [];
    });

/** The statement, at the same wall, of the temperature or composition that a condition draws the domain to. */
export function drawnTo({ condition, property }: StatedCondition): ast.Property | undefined {
  const of = argumentNames(property).join();
  return property.$container.properties.find(({ key, args }) => key === condition.towards && args.map((a) => a.$refText).join() === of);
}

/** `heat_transfer or radiation`: names of the conditions of one kind, as advice lists them. */
export const namesOf = (balance: BoundaryCondition['balance'], kind: BoundaryCondition['kind'], of = ''): string =>
  boundaryConditions
    .filter((condition) => condition.balance === balance && condition.kind === kind)
    .map(({ property }) => property + of)
    .join(' or ');
