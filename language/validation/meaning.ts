/** What rules ask of the rest of the language: names across files and values in SI. The checker and the lowering answer. */
import type { PropertyValue } from '../../solver/problem.js';
import type * as ast from '../generated/ast.js';

export interface Unverified {
  readonly entry: ast.Declaration & { readonly name: string };
  readonly what: string;
  readonly source?: string;
}

export interface Meaning {
  /** A declaration that an import brings in. */
  imported(name: string): ast.Declaration | undefined;
  /** Media that imports bring in. */
  importedMedia(): readonly ast.Medium[];
  /** The entries that say `verified = no` among a declaration and all that it rests on, with their sources. */
  unverified(declaration: ast.Declaration): readonly Unverified[];
  /** Has the imported file been read? */
  importFound(declaration: ast.Import): boolean;
  /** Names of the language itself: constants, functions, fields. Places (`left`, `end`, `heat`) are found only where one is expected and may be declared. */
  builtIn(name: string): boolean;
  /** SI value of an expression of numbers, lets and params; undefined for everything else and for what is in error. */
  number(expr: ast.Expr): number | undefined;
  /** SI value of a property whose value depends on numbers, lets and params only. */
  value(property: ast.Property): number | undefined;
  /** A property in SI, as the solver will see it; undefined when it is in error. */
  property(property: ast.Property): PropertyValue | undefined;
}
