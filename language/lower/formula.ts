/** Expressions → formulas in SI. Lets and measures are inlined, params stay names, numbers are folded. */
import { number, operation, type Formula, type Operator } from '../../solver/formula.js';
import { Depends } from '../check/dependence.js';
import { isBuiltinTarget } from '../check/rules/reference.js';
import { alongSpine } from '../check/spine.js';
import type * as ast from '../generated/ast.js';
import { callFormula, plainFunctional } from './calls.js';
import { fieldFormula } from './fields.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';
import { literalFormula, readsUncertain } from './uncertainties.js';

/** Stands where an error was reported; the whole lowering is given up then. */
export const nothing = number(NaN);

export function lowerFormula(expr: ast.Expr | undefined, lowering: Lowering): Formula {
  return expr ? alongSpine(expr, lowering.formulas, (e) => compute(e, lowering)) : nothing;
}
function compute(expr: ast.Expr, lowering: Lowering): Formula {
  if (lowering.check.dependenceOf(expr) === Depends.nothing && !readsUncertain(expr, lowering)) {
    const value = lowering.check.valueOf(expr);
    if (value !== undefined) return number(value);
  }
  return composed(expr, lowering);
}

const operators: Record<ast.Binary['operator'], Operator> = {
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '<': 'less',
  '<=': 'less_equal',
  '>': 'greater',
  '>=': 'greater_equal',
  '==': 'equal',
  '!=': 'not_equal',
  and: 'and',
  or: 'or',
};

function composed(expr: ast.Expr, lowering: Lowering): Formula {
  const of = (inner: ast.Expr | undefined) => lowerFormula(inner, lowering);
  switch (expr.$type) {
    case 'Quantity':
      return literalFormula(expr, false, lowering);
    case 'Group':
      return of(expr.inner);
    case 'Binary':
      return operation(operators[expr.operator], of(expr.left), of(expr.right));
    case 'Signed':
      if (expr.operand?.$type === 'Quantity' && expr.operator !== 'not')
        return literalFormula(expr.operand, expr.operator === '-', lowering);
      if (expr.operator === '+') return of(expr.operand);
      return operation(expr.operator === 'not' ? 'not' : 'negate', of(expr.operand));
    case 'Power':
      return operation('power', of(expr.base), of(expr.exponent));
    case 'If':
      return operation('if', of(expr.condition), of(expr.then), of(expr.else));
    case 'Call':
      return callFormula(expr, lowering);
    case 'Ref':
      return reference(expr, lowering);
    case 'Text':
      return misplaced(expr, lowering);
  }
}

function reference(ref: ast.Ref, lowering: Lowering): Formula {
  const target = ref.target.ref;
  if (target && isBuiltinTarget(target))
    return fieldFormula(ref.target.$refText) ?? plainFunctional(ref.target.$refText) ?? misplaced(ref, lowering);
  switch (target?.$type) {
    case 'Param':
      return { kind: 'parameter', name: lowering.parameterName(target) };
    case 'Let':
    case 'Measure':
      return namedFormula(target, lowering);
    default:
      return misplaced(ref, lowering);
  }
}
/** Formula of a let or a measure. A name defined by itself ends here. */
export function namedFormula(target: ast.Let | ast.Measure, lowering: Lowering): Formula {
  const known = lowering.named.get(target);
  if (known) return known;
  lowering.named.set(target, nothing);
  const formula = lowerFormula(target.value, lowering);
  lowering.named.set(target, formula);
  return formula;
}

export function misplaced(expr: ast.Expr, lowering: Lowering): Formula {
  lowering.problem('name/misplaced', `${expr.$cstNode?.text ?? 'This'} is not a value.`, originOf(expr));
  return nothing;
}
