/** How the fields of a medium are read off its unknowns: T, ρ, and every component as w, x or c. */
import type { Expression } from '../expression/expression.js';
import type { CompositionMeasure } from '../formula.js';

export interface Reading {
  readonly temperature: Expression;
  /** Undefined with the property that is wanting when it cannot be read. */
  density(): Expression | Wanting;
  composition(measure: CompositionMeasure, species: string): Expression | Wanting;
}

/** What has to be stated before something can be read. */
export interface Wanting {
  readonly kind: 'wanting';
  /** "`molar_mass` of ethanol" */
  readonly what: string;
}
export const wanting = (what: string): Wanting => ({ kind: 'wanting', what });
export const isWanting = (value: Expression | Wanting): value is Wanting => value.kind === 'wanting';
