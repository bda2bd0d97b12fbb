/** The shape of a built-in name's record: prelude, completion, hover, signature help, the checker and the manual derive from it. */
import type { DimensionRule } from '../../solver/expression/functions.js';

/** What may stand as an argument: a value by its dimension, a substance, a place (a side, or `x = 0.3 mm`), or a file's name. */
export type ParameterKind = DimensionRule | 'substance' | 'place' | 'side' | 'file';

export interface BuiltinParameter {
  readonly name: string;
  readonly kind: ParameterKind;
  /** May be left out. */
  readonly optional?: boolean;
}

export type BuiltinCategory = 'constant' | 'field' | 'coordinate' | 'time' | 'function' | 'functional' | 'list' | 'place' | 'word';

export interface BuiltinRecord {
  readonly category: BuiltinCategory;
  /** First sentence: what it is. Markdown. */
  readonly doc: string;
  /** Absent: a plain name (`T`, `left`). Present: a call with these arguments. */
  readonly parameters?: readonly BuiltinParameter[];
  /** The last parameter may be repeated. */
  readonly variadic?: boolean;
}
