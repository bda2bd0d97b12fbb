/** How exactly a value is stated: half a unit of the last digit written, or twice its standard uncertainty. */
import { GrammarUtils } from 'langium';
import * as ast from '../../generated/ast.js';
import type { ModelView } from '../model-view.js';
import { nodesOf } from '../walk.js';

/** A formula's digits say little about its value: a literal in it counts at most this much. */
const mostOfAFormula = 0.01;
/** Numbers below this relative difference are the same number after rounding. */
const rounding = 1e-9;

/** Relative tolerance of a stated value. */
export function toleranceOf(expr: ast.Expr | undefined, model: ModelView, depth = 0): number {
  if (!expr || depth > 20) return rounding;
  if (ast.isGroup(expr)) return toleranceOf(expr.inner, model, depth + 1);
  if (ast.isSigned(expr)) return toleranceOf(expr.operand, model, depth + 1);
  if (ast.isQuantity(expr)) return literal(expr);
  if (ast.isRef(expr)) {
    const declared = model.named(expr.target.$refText);
    return ast.isLet(declared) || ast.isParam(declared) ? toleranceOf(declared.value, model, depth + 1) : rounding;
  }
  const inside = [...nodesOf(expr)].filter(ast.isQuantity).map(literal);
  return Math.min(mostOfAFormula, Math.max(rounding, ...inside));
}
function literal(quantity: ast.Quantity): number {
  const text = GrammarUtils.findNodeForProperty(quantity.$cstNode, 'value')?.text ?? '';
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const decimals = mantissa.split('.')[1]?.length ?? 0;
  const half = 0.5 * 10 ** (Number(exponent) - decimals);
  const size = Math.abs(quantity.value);
  return size === 0 ? rounding : Math.max(rounding, half / size, (2 * (quantity.uncertainty ?? 0)) / size);
}
/** Is the value the same at every temperature, composition and place? */
export const isConstant = (expr: ast.Expr | undefined, model: ModelView): boolean => model.number(expr) !== undefined;
/** Relative standard uncertainty that a literal, or a value that stands for one, states with `±`; undefined when none is stated. */
export function relativeUncertaintyOf(expr: ast.Expr | undefined, model: ModelView, depth = 0): number | undefined {
  if (!expr || depth > 20) return undefined;
  if (ast.isGroup(expr)) return relativeUncertaintyOf(expr.inner, model, depth + 1);
  if (ast.isSigned(expr)) return relativeUncertaintyOf(expr.operand, model, depth + 1);
  if (ast.isQuantity(expr)) return expr.uncertainty === undefined || expr.value === 0 ? undefined : expr.uncertainty / Math.abs(expr.value);
  if (!ast.isRef(expr)) return undefined;
  const declared = model.named(expr.target.$refText);
  return ast.isLet(declared) || ast.isParam(declared) ? relativeUncertaintyOf(declared.value, model, depth + 1) : undefined;
}
