/** Coefficients of thermodiffusion in numbers, by the same relations that make the equations. */
import { constant, isConstant, type Expression } from '../expression/expression.js';
import { evaluate } from './symbolic.js';
import { relations, type RelatedProperty } from './relations/index.js';
import type { LocalState, StateKey } from './relations/relation.js';

/** State of the named component, SI; what a relation needs is in `relations[property].needs(kind)`. */
export type NumericState = { readonly kind: LocalState['kind']; readonly temperature: number } & Partial<
  Readonly<Record<StateKey, number>>
>;

/** The value of another property that says the same; undefined when the state lacks what a relation needs. */
export function convertCoefficient(from: RelatedProperty, to: RelatedProperty, value: number, state: NumericState): number | undefined {
  const missing = [from, to].some((property) => relations[property].needs(state.kind).some((key) => state[key] === undefined));
  if (missing) return undefined;
  const known = Object.fromEntries(
    Object.entries(state).map(([key, entry]) => [key, typeof entry === 'number' ? constant(entry) : entry]),
  ) as unknown as LocalState;
  return numeric(relations[to].fromSoret(relations[from].toSoret(constant(value), known), known));
}
const numeric = (e: Expression): number => (isConstant(e) ? e.value : evaluate(e, () => Number.NaN));
