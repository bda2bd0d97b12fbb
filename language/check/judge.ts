/** What the rules of the checker ask of it. */
import type { DataColumnDeclared } from '../data/header.js';
import type * as ast from '../generated/ast.js';
import type { CheckProblem } from './problem.js';
import type { Type, Typed } from './type.js';

export interface Judge {
  typeOf(expr: ast.Expr | undefined): Typed;
  /** Type of what a name stands for. */
  typeOfNamed(target: ast.Named): Typed;
  /** SI value at the params' values. */
  valueOf(expr: ast.Expr | undefined): number | undefined;
  report(problem: Omit<CheckProblem, 'fixes'> & Partial<Pick<CheckProblem, 'fixes'>>): void;
  /** Does a declaration or a built-in of that name exist here? */
  isDeclared(name: string): boolean;
  /** Columns of a data file that `table("…")` names; undefined when it cannot be read. */
  columnsOf(path: string): readonly DataColumnDeclared[] | undefined;
  /** How the model counts a substance: per mole in solutions and suspensions, per mass in mixtures; undefined when no medium holds it. */
  amountOf(substance: string): Type | undefined;
  /** Power of length that a volume integral multiplies by. */
  readonly volume: 1 | 2 | 3;
}
