/** A number with its sign, uncertainty and unit, as one literal of the text. */
import { GrammarUtils } from 'langium';
import type { Range } from 'vscode-languageserver-types';
import * as ast from '../../generated/ast.js';

export interface Literal {
  /** The outermost node: the sign's when there is one. */
  readonly node: ast.Expr;
  readonly quantity: ast.Quantity;
  /** As written, sign included. */
  readonly value: number;
  readonly range: Range;
}

/** A sign before a literal belongs to it: `-5 degC` is one reading. */
export function literalOf(expr: ast.Expr | undefined): Literal | undefined {
  if (!expr) return undefined;
  const signed = ast.isSigned(expr) && expr.operator !== 'not' ? expr : undefined;
  const quantity = signed ? signed.operand : expr;
  const range = expr.$cstNode?.range;
  if (!ast.isQuantity(quantity) || !range || !Number.isFinite(quantity.value)) return undefined;
  return { node: expr, quantity, value: signed?.operator === '-' ? -quantity.value : quantity.value, range };
}
/** The literal that a number token belongs to. */
export const literalAround = (quantity: ast.Quantity): Literal | undefined => {
  const holder = quantity.$container;
  return (ast.isSigned(holder) && holder.operator !== 'not' ? literalOf(holder) : undefined) ?? literalOf(quantity);
};
/** The number as it stands in the text. */
export const numberText = (quantity: ast.Quantity): string =>
  GrammarUtils.findNodeForProperty(quantity.$cstNode, 'value')?.text ?? String(quantity.value);
