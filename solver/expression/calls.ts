/** Every function of the language written out in the operations that the tape knows. A forgotten function does not compile. */
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
  sqrt,
  subtract,
  temperature,
  zero,
  select,
  type Expression,
  type UnaryOperation,
} from './expression.js';
import type { FunctionName } from './functions.js';
import { conditionNumber, determinant, gratingSignal, middleOfCell } from './optics.js';
import { unaryValue } from './scalar.js';

type Builder = (...args: Expression[]) => Expression;

/** Molar gas constant [J/(mol·K)], exact by the definition of the SI (2019). */
const gasConstant = 8.31446261815324;

/** A function without a constructor of its own; folded when its argument is a number. */
const elementary =
  (operation: UnaryOperation): Builder =>
  (a) =>
    isConstant(a!) ? constant(unaryValue(operation, a.value)) : apply(operation, a!);
/** Left fold, so that `min(a, b, c)` needs no operation of its own. */
const folded =
  (operation: 'minimum' | 'maximum'): Builder =>
  (...args) =>
    args.reduce((a, b) => combine(operation, a, b));

const builders: Record<FunctionName, Builder> = {
  exp: (x) => exp(x!),
  ln: (x) => ln(x!),
  log10: (x) => multiply(constant(Math.LOG10E), ln(x!)),
  sqrt: (x) => sqrt(x!),
  abs: elementary('abs'),
  min: folded('minimum'),
  max: folded('maximum'),
  sin: elementary('sin'),
  cos: elementary('cos'),
  tan: elementary('tan'),
  sinh: elementary('sinh'),
  cosh: elementary('cosh'),
  tanh: elementary('tanh'),
  erf: elementary('erf'),
  erfc: (x) => subtract(one, elementary('erf')(x!)),
  floor: elementary('floor'),
  // Written with conditions, not with min and max, so that a duration of zero is a step instead of 0/0.
  ramp: (t, start, duration) =>
    select(
      combine('less', t!, start!),
      zero,
      select(combine('less_equal', add(start!, duration!), t!), one, divide(subtract(t!, start!), duration!)),
    ),
  step: (t, at) => combine('less_equal', at!, t!),
  pulse: (t, at, width) => combine('and', combine('less_equal', at!, t!), combine('less', t!, add(at!, width!))),
  periodic: (t, period) => subtract(t!, multiply(period!, apply('floor', divide(t!, period!)))),
  arrhenius: (A, E) => multiply(A!, exp(negate(divide(E!, multiply(constant(gasConstant), temperature))))),
  iacopini_piazza: (limit, inversion, width) => multiply(limit!, subtract(one, exp(divide(subtract(inversion!, temperature), width!)))),
  grating_signal: (t, tau, thermal, A) => gratingSignal(t!, tau!, thermal!, A!),
  deflection_signal: (t, tau, A) => subtract(one, multiply(A!, middleOfCell(divide(t!, tau!)))),
  two_colour_first: (s1, s2, a, b, c, d) => divide(determinant(s1!, b!, s2!, d!), determinant(a!, b!, c!, d!)),
  two_colour_second: (s1, s2, a, b, c, d) => divide(determinant(a!, s1!, c!, s2!), determinant(a!, b!, c!, d!)),
  condition_number: (a, b, c, d) => conditionNumber(a!, b!, c!, d!),
  polynomial: (x, ...coefficients) => coefficients.reduceRight((sum, c) => add(multiply(sum, x!), c), zero),
};

/** The call `name(args)` as an expression; the caller has checked the number of arguments. */
export const buildCall = (name: FunctionName, args: readonly Expression[]): Expression => builders[name](...args);
