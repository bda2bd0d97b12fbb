/** Formulas as plain trees in SI units: what the language lowers expressions to and the solver compiles. */
import type { FunctionName } from './expression/functions.js';

export type CompositionMeasure = 'w' | 'x' | 'c';
export type Axis = 'x' | 'y' | 'r' | 'z';

export type Operator =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'negate'
  | 'less'
  | 'less_equal'
  | 'greater'
  | 'greater_equal'
  | 'equal'
  | 'not_equal'
  | 'and'
  | 'or'
  | 'not'
  | 'if';

/** Where a functional is taken: at a side, at a coordinate, or in a point of a plane. */
export type Place =
  | { readonly kind: 'side'; readonly side: string }
  | { readonly kind: 'point'; readonly coordinates: Readonly<Partial<Record<Axis, Formula>>> };

/** Reductions of the solution to a number. They occur in measures, plots over time and expectations only. */
export type Functional =
  | { readonly kind: 'value'; readonly of: Formula; readonly place: Place }
  | { readonly kind: 'mean' | 'minimum' | 'maximum' | 'integral' | 'where_max'; readonly of: Formula }
  /** Total flux INTO the domain through a side: mol/(m²·s) in solutions, kg/(m²·s) in mixtures. */
  | { readonly kind: 'flux'; readonly species: string; readonly side: string }
  | { readonly kind: 'heat_flux'; readonly side: string }
  | { readonly kind: 'entropy_production' | 'thermopotential' }
  | { readonly kind: 'relaxation_time' | 'mass'; readonly species: string };

export type Formula =
  /** `uncertain` names the entry of `Problem.uncertainties` that says how well it is known. */
  | { readonly kind: 'number'; readonly value: number; readonly uncertain?: string }
  | { readonly kind: 'parameter'; readonly name: string }
  | { readonly kind: 'time' }
  | { readonly kind: 'coordinate'; readonly axis: Axis }
  | { readonly kind: 'temperature' }
  | { readonly kind: 'density' }
  | { readonly kind: 'composition'; readonly measure: CompositionMeasure; readonly species: string }
  /** Derivative along the first coordinate (slab x, radial r) of a field. */
  | { readonly kind: 'gradient'; readonly of: Formula }
  | { readonly kind: 'operator'; readonly operator: Operator; readonly operands: readonly Formula[] }
  | { readonly kind: 'call'; readonly function: FunctionName; readonly arguments: readonly Formula[] }
  /** Monotone cubic through tabulated values; constant outside. */
  | { readonly kind: 'table'; readonly abscissae: readonly number[]; readonly ordinates: readonly number[]; readonly argument: Formula }
  | { readonly kind: 'functional'; readonly functional: Functional };

type Exact = Extract<Formula, { kind: 'number' }> & { readonly uncertain?: undefined };
/** A number without `±`: only such numbers may be folded into others. */
export const isExact = (formula: Formula): formula is Exact => formula.kind === 'number' && formula.uncertain === undefined;
export const number = (value: number): Formula => ({ kind: 'number', value });
export const operation = (operator: Operator, ...operands: Formula[]): Formula => ({ kind: 'operator', operator, operands });
