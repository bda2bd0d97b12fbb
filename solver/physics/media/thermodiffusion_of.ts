/** Finds which property states the thermodiffusion of a component, and makes it the Soret coefficient by its relation. */
import { negate, type Expression } from '../../expression/expression.js';
import type { PropertyValue } from '../../problem.js';
import { isWanting, type Wanting } from '../reading.js';
import { relatedProperties, relations } from '../relations/index.js';
import type { LocalState, StateKey } from '../relations/relation.js';
import { spelled } from '../properties.js';
import type { Statements } from './statements.js';

/** State of one component with what may be wanting. */
export type StateReader = {
  readonly kind: LocalState['kind'];
  readonly temperature: Expression;
} & { readonly [K in Exclude<StateKey, 'temperature'>]?: () => Expression | Wanting };

/** The statement among the related properties, in the order of the table: a consistent second one adds nothing. */
export function thermodiffusionStatement(statements: Statements, species: string): PropertyValue | undefined {
  for (const property of relatedProperties) {
    const stated =
      property === 'onsager'
        ? (statements.stated('onsager', species, 'heat') ?? statements.stated('onsager', 'heat', species))
        : statements.stated(property, species);
    if (stated) return stated;
  }
  return undefined;
}

/** S_T of the component that the statement names, from a value in the statement's own convention. */
export function toSoret(statements: Statements, stated: PropertyValue, value: Expression, state: StateReader): Expression {
  const property = stated.name as keyof typeof relations;
  const relation = relations[property];
  const known: Partial<Record<StateKey, Expression>> = {};
  for (const key of ['thermodynamicFactor', ...relation.needs(state.kind)] as const) {
    if (key === 'temperature') continue;
    const read = state[key]?.();
    if (read === undefined) continue;
    known[key] = statements.need(read, `to make a Soret coefficient of ${spelled(stated.name, ...stated.of)}`, stated.origin);
  }
  const sign = stated.options['convention'] === 'plus_grad_lnT' ? negate(value) : value;
  return relation.toSoret(sign, { kind: state.kind, temperature: state.temperature, ...known });
}

export const orUndefined = (value: Expression | Wanting): Expression | undefined => (isWanting(value) ? undefined : value);
