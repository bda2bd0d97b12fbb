/**
 * Expressions that the solver differentiates and compiles: immutable nodes, shared freely (a DAG).
 * Symbols are named: unknowns by their id (`T`, `w(ethanol)`), their gradients `grad <id>`, parameters `param <name>`, `t`, `x` (the first coordinate).
 */
export type UnaryOperation =
  | 'negate'
  | 'exp'
  | 'ln'
  | 'sqrt'
  | 'abs'
  | 'sin'
  | 'cos'
  | 'tan'
  | 'sinh'
  | 'cosh'
  | 'tanh'
  | 'erf'
  | 'floor'
  | 'not'
  | 'sign';
export type BinaryOperation =
  | 'add'
  | 'subtract'
  | 'multiply'
  | 'divide'
  | 'power'
  | 'minimum'
  | 'maximum'
  | 'less'
  | 'less_equal'
  | 'equal'
  | 'and'
  | 'or';

export type Expression =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'symbol'; readonly name: string }
  | { readonly kind: 'unary'; readonly operation: UnaryOperation; readonly operand: Expression }
  | { readonly kind: 'binary'; readonly operation: BinaryOperation; readonly left: Expression; readonly right: Expression }
  | { readonly kind: 'select'; readonly condition: Expression; readonly whenTrue: Expression; readonly whenFalse: Expression }
  /** Monotone cubic table; `order` counts how often it was differentiated. */
  | { readonly kind: 'table'; readonly table: Table; readonly order: 0 | 1 | 2; readonly argument: Expression };

export interface Table {
  readonly abscissae: readonly number[];
  readonly ordinates: readonly number[];
}

export const constant = (value: number): Expression => ({ kind: 'constant', value });
export const zero = constant(0);
export const one = constant(1);
export const symbol = (name: string): Expression => ({ kind: 'symbol', name });
export const temperature = symbol('T');
export const time = symbol('t');
export const coordinate = symbol('x');
export const parameter = (name: string): Expression => symbol(`param ${name}`);
export const gradient = (unknown: string): Expression => symbol(`grad ${unknown}`);

export const isConstant = (e: Expression, value?: number): e is { kind: 'constant'; value: number } =>
  e.kind === 'constant' && (value === undefined || e.value === value);

const unary = (operation: UnaryOperation, operand: Expression): Expression => ({ kind: 'unary', operation, operand });
const binary = (operation: BinaryOperation, left: Expression, right: Expression): Expression => ({
  kind: 'binary',
  operation,
  left,
  right,
});

export function add(...terms: readonly Expression[]): Expression {
  return terms.reduce((sum, term) => {
    if (isConstant(sum, 0)) return term;
    if (isConstant(term, 0)) return sum;
    if (isConstant(sum) && isConstant(term)) return constant(sum.value + term.value);
    return binary('add', sum, term);
  }, zero);
}
export function subtract(a: Expression, b: Expression): Expression {
  if (isConstant(b, 0)) return a;
  if (isConstant(a, 0)) return negate(b);
  if (isConstant(a) && isConstant(b)) return constant(a.value - b.value);
  return a === b ? zero : binary('subtract', a, b);
}
export function multiply(...factors: readonly Expression[]): Expression {
  return factors.reduce((product, factor) => {
    if (isConstant(product, 0) || isConstant(factor, 0)) return zero;
    if (isConstant(product, 1)) return factor;
    if (isConstant(factor, 1)) return product;
    if (isConstant(product) && isConstant(factor)) return constant(product.value * factor.value);
    if (isConstant(factor, -1)) return negate(product);
    if (isConstant(product, -1)) return negate(factor);
    return binary('multiply', product, factor);
  }, one);
}
export function divide(a: Expression, b: Expression): Expression {
  if (isConstant(b, 1)) return a;
  if (isConstant(a, 0) && !isConstant(b, 0)) return zero;
  if (isConstant(a) && isConstant(b)) return constant(a.value / b.value);
  return binary('divide', a, b);
}
export function power(base: Expression, exponent: Expression): Expression {
  if (isConstant(exponent, 1)) return base;
  if (isConstant(exponent, 0)) return one;
  if (isConstant(exponent, 2)) return multiply(base, base);
  if (isConstant(exponent, -1)) return divide(one, base);
  if (isConstant(base) && isConstant(exponent)) return constant(base.value ** exponent.value);
  return binary('power', base, exponent);
}
export function negate(a: Expression): Expression {
  if (isConstant(a)) return constant(-a.value);
  return a.kind === 'unary' && a.operation === 'negate' ? a.operand : unary('negate', a);
}
export const exp = (a: Expression): Expression => (isConstant(a) ? constant(Math.exp(a.value)) : unary('exp', a));
export const ln = (a: Expression): Expression => (isConstant(a) ? constant(Math.log(a.value)) : unary('ln', a));
export const sqrt = (a: Expression): Expression => (isConstant(a) ? constant(Math.sqrt(a.value)) : unary('sqrt', a));
export const apply = (operation: UnaryOperation, a: Expression): Expression => unary(operation, a);
export const combine = (operation: BinaryOperation, a: Expression, b: Expression): Expression => binary(operation, a, b);
export const select = (condition: Expression, whenTrue: Expression, whenFalse: Expression): Expression =>
  isConstant(condition) ? (condition.value !== 0 ? whenTrue : whenFalse) : { kind: 'select', condition, whenTrue, whenFalse };
export const tabulated = (table: Table, argument: Expression, order: 0 | 1 | 2 = 0): Expression => ({
  kind: 'table',
  table,
  order,
  argument,
});
