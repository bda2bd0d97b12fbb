/** What one lowering knows and collects. */
import type { LangiumDocument } from 'langium';
import type { Formula } from '../../solver/formula.js';
import type { SourceRange, Uncertainty } from '../../solver/problem.js';
import type { CheckResult } from '../check/checker.js';
import type { DataFiles } from '../documents/data-files.js';
import type * as ast from '../generated/ast.js';

/** Why a model cannot be lowered. The validation finds these earlier; a lowering never throws. */
export interface LowerProblem {
  readonly code: string;
  readonly message: string;
  readonly range: SourceRange;
}

export class Lowering {
  readonly problems: LowerProblem[] = [];
  /** Computed once, shared by all uses. */
  readonly formulas = new Map<ast.Expr, Formula>();
  readonly named = new Map<ast.Named, Formula>();
  /** Which expressions read a literal with `±`. */
  readonly uncertain = new Map<ast.Expr, boolean>();
  /** Literals met with `±`. */
  readonly uncertainties = new Map<ast.Quantity, Uncertainty>();
  /** Params met, local or imported, with the names that formulas use. */
  private readonly names = new Map<ast.Param, string>();

  constructor(
    readonly document: LangiumDocument,
    readonly check: CheckResult,
    readonly dataFiles: DataFiles,
  ) {}

  /** Name of a param in formulas: its own, unless another file's param has taken that. */
  parameterName(param: ast.Param): string {
    const known = this.names.get(param);
    if (known !== undefined) return known;
    const taken = new Set(this.names.values());
    let name = param.name;
    for (let count = 2; taken.has(name); count++) name = `${param.name} (${count})`;
    this.names.set(param, name);
    return name;
  }
  get parameters(): readonly ast.Param[] {
    return [...this.names.keys()];
  }

  problem(code: string, message: string, range: SourceRange): void {
    this.problems.push({ code, message, range });
  }
}
