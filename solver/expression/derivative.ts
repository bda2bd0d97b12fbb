/** Symbolic derivatives. Conditions and steps are taken as piecewise: their derivative is that of the branch, and zero at jumps. */
import {
  add,
  apply,
  combine,
  constant,
  divide,
  exp,
  isConstant,
  ln,
  multiply,
  negate,
  one,
  power,
  select,
  subtract,
  tabulated,
  zero,
  type BinaryOperation,
  type Expression,
  type UnaryOperation,
} from './expression.js';

type UnaryRule = (argument: Expression, value: Expression) => Expression;
/** d f(a)/da, with the value f(a) at hand so that it is shared. */
const unaryRules: Record<UnaryOperation, UnaryRule> = {
  negate: () => constant(-1),
  exp: (_, value) => value,
  ln: (a) => divide(one, a),
  sqrt: (_, value) => divide(constant(0.5), value),
  abs: (a) => apply('sign', a),
  sin: (a) => apply('cos', a),
  cos: (a) => negate(apply('sin', a)),
  tan: (_, value) => add(one, multiply(value, value)),
  sinh: (a) => apply('cosh', a),
  cosh: (a) => apply('sinh', a),
  tanh: (_, value) => subtract(one, multiply(value, value)),
  erf: (a) => multiply(constant(2 / Math.sqrt(Math.PI)), exp(negate(multiply(a, a)))),
  floor: () => zero,
  not: () => zero,
  sign: () => zero,
};

type BinaryRule = (a: Expression, b: Expression, da: Expression, db: Expression, value: Expression) => Expression;
const binaryRules: Record<BinaryOperation, BinaryRule> = {
  add: (_a, _b, da, db) => add(da, db),
  subtract: (_a, _b, da, db) => subtract(da, db),
  multiply: (a, b, da, db) => add(multiply(da, b), multiply(a, db)),
  divide: (_a, b, da, db, value) => divide(subtract(da, multiply(value, db)), b),
  power: (a, b, da, db, value) =>
    add(
      multiply(da, b, power(a, isConstant(b) ? constant(b.value - 1) : subtract(b, one))),
      // The logarithm only where the exponent varies: bases may be zero or negative elsewhere.
      isConstant(db, 0) ? zero : multiply(db, value, ln(a)),
    ),
  minimum: (a, b, da, db) => select(combine('less_equal', a, b), da, db),
  maximum: (a, b, da, db) => select(combine('less', a, b), db, da),
  less: () => zero,
  less_equal: () => zero,
  equal: () => zero,
  and: () => zero,
  or: () => zero,
};

/** ∂/∂symbol of one or many expressions; the work on shared parts is done once per differentiator. */
export function differentiator(symbol: string): (e: Expression) => Expression {
  const known = new Map<Expression, Expression>();
  const derivative = (e: Expression): Expression => {
    const result = known.get(e) ?? compute(e);
    known.set(e, result);
    return result;
  };
  const compute = (e: Expression): Expression => {
    switch (e.kind) {
      case 'constant':
        return zero;
      case 'symbol':
        return e.name === symbol ? one : zero;
      case 'unary': {
        const inner = derivative(e.operand);
        return isConstant(inner, 0) ? zero : multiply(inner, unaryRules[e.operation](e.operand, e));
      }
      case 'binary': {
        const [da, db] = [derivative(e.left), derivative(e.right)];
        return isConstant(da, 0) && isConstant(db, 0) ? zero : binaryRules[e.operation](e.left, e.right, da, db, e);
      }
      case 'select': {
        const [yes, no] = [derivative(e.whenTrue), derivative(e.whenFalse)];
        return isConstant(yes, 0) && isConstant(no, 0) ? zero : select(e.condition, yes, no);
      }
      case 'table': {
        const inner = derivative(e.argument);
        if (isConstant(inner, 0) || e.order === 2) return zero;
        return multiply(inner, tabulated(e.table, e.argument, e.order === 0 ? 1 : 2));
      }
    }
  };
  return derivative;
}

export const differentiate = (e: Expression, symbol: string): Expression => differentiator(symbol)(e);
