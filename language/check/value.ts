/** Values of expressions that need no run: numbers, lets, and params at their values. SI. */
import { buildCall } from '../../solver/expression/calls.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import { constant } from '../../solver/expression/expression.js';
import { functions } from '../../solver/expression/functions.js';
import { builtin, isSolverFunction } from '../catalogue/builtins.js';
import type * as ast from '../generated/ast.js';
import { toSi } from '../units/convert.js';
import { parseUnit } from '../units/parse.js';
import { readsTemperature } from './dependence.js';
import { boundArguments } from './rules/call.js';

export type ValueOf = (expr: ast.Expr | undefined) => number | undefined;

/** SI value of a literal with its sign; undefined while its unit cannot be read. */
export function literalValue(literal: ast.Quantity, negative = false): number | undefined {
  const written = negative ? -literal.value : literal.value;
  if (literal.unit === undefined) return written;
  const result = parseUnit(literal.unit);
  return 'unit' in result ? toSi(written, result.unit) : undefined;
}

export function computeValue(expr: ast.Expr, valueOf: ValueOf): number | undefined {
  switch (expr.$type) {
    case 'Quantity':
      return literalValue(expr);
    case 'Group':
      return valueOf(expr.inner);
    case 'Signed':
      return signed(expr, valueOf);
    case 'Binary':
      return binary(expr, valueOf);
    case 'Power': {
      const [base, exponent] = [valueOf(expr.base), valueOf(expr.exponent)];
      return base === undefined || exponent === undefined ? undefined : base ** exponent;
    }
    case 'If': {
      const condition = valueOf(expr.condition);
      return condition === undefined ? undefined : valueOf(condition !== 0 ? expr.then : expr.else);
    }
    case 'Ref': {
      const target = expr.target.ref;
      return target?.$type === 'Param' || target?.$type === 'Let' ? valueOf(target.value) : undefined;
    }
    case 'Call':
      return called(expr, valueOf);
    case 'Text':
      return undefined;
  }
}

function signed(expr: ast.Signed, valueOf: ValueOf): number | undefined {
  if (expr.operand?.$type === 'Quantity' && expr.operator !== 'not') return literalValue(expr.operand, expr.operator === '-');
  const value = valueOf(expr.operand);
  if (value === undefined) return undefined;
  return expr.operator === 'not' ? Number(value === 0) : expr.operator === '-' ? -value : value;
}

const operators: Record<ast.Binary['operator'], (a: number, b: number) => number> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '<': (a, b) => Number(a < b),
  '<=': (a, b) => Number(a <= b),
  '>': (a, b) => Number(a > b),
  '>=': (a, b) => Number(a >= b),
  '==': (a, b) => Number(a === b),
  '!=': (a, b) => Number(a !== b),
  and: (a, b) => Number(a !== 0 && b !== 0),
  or: (a, b) => Number(a !== 0 || b !== 0),
};
function binary(expr: ast.Binary, valueOf: ValueOf): number | undefined {
  const left = valueOf(expr.left);
  const right = valueOf(expr.right);
  return left === undefined || right === undefined ? undefined : operators[expr.operator](left, right);
}

function called(call: ast.Call, valueOf: ValueOf): number | undefined {
  const name = call.callee.$refText;
  if (!isSolverFunction(name) || readsTemperature.has(name)) return undefined;
  const bound = boundArguments(call, builtin(name, true)!);
  if ('wrong' in bound || bound.length < functions[name].parameters.length) return undefined;
  const values = bound.map(({ argument }) => valueOf(argument.value));
  if (values.some((v) => v === undefined)) return undefined;
  const result = evaluate(
    buildCall(
      name,
      values.map((v) => constant(v!)),
    ),
    () => NaN,
  );
  return Number.isNaN(result) ? undefined : result;
}
