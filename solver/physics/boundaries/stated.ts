/** Which conditions walls state, and to what each draws the domain. */
import type { PropertyValue } from '../../problem.js';
import { find } from '../properties.js';
import type { BoundaryCondition } from './condition.js';
import { boundaryConditions } from './index.js';

export interface StatedCondition {
  readonly condition: BoundaryCondition;
  readonly stated: PropertyValue;
}

const byName: ReadonlyMap<string, BoundaryCondition> = new Map(boundaryConditions.map((condition) => [condition.property, condition]));
/** The condition of that name; undefined for what is none by itself, such as `ambient`. */
export const conditionNamed = (name: string): BoundaryCondition | undefined => byName.get(name);

/** In the order of the statements; `absorbing(A) = no` states nothing. */
export const statedConditions = (properties: readonly PropertyValue[]): readonly StatedCondition[] =>
  properties.flatMap((stated) => {
    const condition = conditionNamed(stated.name);
    return condition && !(stated.value.kind === 'word' && stated.value.word === 'no') ? [{ condition, stated }] : [];
  });

/** The statement of the temperature or composition that a condition draws the domain to. */
export const drawnTo = (properties: readonly PropertyValue[], { condition, stated }: StatedCondition): PropertyValue | undefined =>
  condition.towards && find(properties, condition.towards, ...stated.of);
