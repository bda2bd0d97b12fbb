/** What the checker finds: structured, so that the editor, the command line and the quick fixes need no second analysis. */
import type { Range } from 'vscode-languageserver-types';

export type CheckCode =
  /** A unit that does not exist. */
  | 'unit/unknown'
  /** A unit that ends too early. */
  | 'unit/incomplete'
  /** `K^n`: the power of a unit is a number. */
  | 'unit/variable-power'
  /** A property or an argument in the wrong dimension. */
  | 'unit/mismatch'
  /** Unequal dimensions added, subtracted, compared or chosen between. */
  | 'unit/sum'
  /** An exponent with a unit, or a variable power of something with a unit. */
  | 'unit/power'
  /** Mass fraction, mole fraction and angle mixed up. */
  | 'unit/kind'
  /** `3 m ^ 2` is 9 m². */
  | 'unit/raised-quantity'
  /** `1/2 %` is 50. */
  | 'unit/percent-of-quotient'
  /** Two degC or degF readings added. */
  | 'temperature/sum'
  /** A reading multiplied, divided, raised, or per length. */
  | 'temperature/factor'
  /** A reading where a difference is wanted. */
  | 'temperature/not-a-difference'
  /** A difference where a temperature is wanted. */
  | 'temperature/not-a-point'
  /** Degrees inside a unit (`1/degC`) are differences: read as K. */
  | 'temperature/degree-in-unit'
  /** A species, place, list, text or function where a value is wanted, or the reverse. */
  | 'name/misplaced'
  /** Wrong number of arguments, or an argument of another name. */
  | 'name/arguments'
  /** A name defined by itself. */
  | 'name/cycle'
  /** A condition where a number is wanted, or the reverse. */
  | 'unit/condition';

export interface TextEdit {
  readonly range: Range;
  readonly newText: string;
}
export interface CheckFix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}
export interface CheckProblem {
  readonly code: CheckCode;
  readonly severity: 'error' | 'warning';
  /** Exactly the offending part. */
  readonly range: Range;
  /** What is wrong, the two dimensions lined up. */
  readonly message: string;
  /** What to do. */
  readonly advice?: string;
  readonly fixes: readonly CheckFix[];
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
}
