/** Plain evaluation of one expression at one point: for scalars outside the hot loops, and the oracle of the tape. */
import type { Expression } from './expression.js';
import { binaryValue, unaryValue } from './scalar.js';
import { tableValue } from './table.js';

/** Value of a symbol; NaN (which then spreads) for one that has no meaning here. */
export type Lookup = (symbol: string) => number;

export function evaluate(expression: Expression, lookup: Lookup): number {
  const seen = new Map<Expression, number>();
  const value = (e: Expression): number => {
    const known = seen.get(e);
    if (known !== undefined) return known;
    const result = compute(e);
    seen.set(e, result);
    return result;
  };
  const compute = (e: Expression): number => {
    switch (e.kind) {
      case 'constant':
        return e.value;
      case 'symbol':
        return lookup(e.name);
      case 'unary':
        return unaryValue(e.operation, value(e.operand));
      case 'binary':
        return binaryValue(e.operation, value(e.left), value(e.right));
      case 'select':
        return value(e.condition) !== 0 ? value(e.whenTrue) : value(e.whenFalse);
      case 'table':
        return tableValue(e.table, e.order, value(e.argument));
    }
  };
  return value(expression);
}

/** Names of all symbols in an expression. */
export function symbolsOf(expression: Expression): ReadonlySet<string> {
  const names = new Set<string>();
  const seen = new Set<Expression>();
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    if (e.kind === 'symbol') names.add(e.name);
    else children(e).forEach(visit);
  };
  visit(expression);
  return names;
}

export function children(e: Expression): readonly Expression[] {
  switch (e.kind) {
    case 'unary':
      return [e.operand];
    case 'binary':
      return [e.left, e.right];
    case 'select':
      return [e.condition, e.whenTrue, e.whenFalse];
    case 'table':
      return [e.argument];
    default:
      return [];
  }
}

/** The expression with some symbols replaced; shared parts stay shared. */
export function substitute(expression: Expression, replacement: (symbol: string) => Expression | undefined): Expression {
  const done = new Map<Expression, Expression>();
  const visit = (e: Expression): Expression => {
    const known = done.get(e);
    if (known) return known;
    const result = replace(e);
    done.set(e, result);
    return result;
  };
  const replace = (e: Expression): Expression => {
    switch (e.kind) {
      case 'constant':
        return e;
      case 'symbol':
        return replacement(e.name) ?? e;
      case 'unary':
        return { ...e, operand: visit(e.operand) };
      case 'binary':
        return { ...e, left: visit(e.left), right: visit(e.right) };
      case 'select':
        return { ...e, condition: visit(e.condition), whenTrue: visit(e.whenTrue), whenFalse: visit(e.whenFalse) };
      case 'table':
        return { ...e, argument: visit(e.argument) };
    }
  };
  return visit(expression);
}
