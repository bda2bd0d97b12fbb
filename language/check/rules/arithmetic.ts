/** `+ - * /`, comparisons, `and or not`, `if`, powers, signs. */
import { dimensionless, per, raised, times, type Dimension } from '../../../solver/quantities/dimension.js';
import type * as ast from '../../generated/ast.js';
import { dimensionInWords, siUnit, typeset } from '../../units/spelling.js';
import type { Judge } from '../judge.js';
import { partOf, rangeOf, replaced, textOf } from '../ranges.js';
import { isNumber, logical, pure, type Type, type Typed } from '../type.js';
import { reportPercentOfQuotient } from './quantity.js';
import { bothFixes, reportScaledReading, senseOfChoice, senseOfDifference, senseOfSum } from './temperature.js';

export function binaryType(expr: ast.Binary, judge: Judge): Typed {
  const left = judge.typeOf(expr.left);
  const right = judge.typeOf(expr.right);
  switch (expr.operator) {
    case '*':
    case '/':
      reportPercentOfQuotient(expr, judge);
      return numbers(expr, left, right, judge) ? scaled(expr, left!, right!, judge) : undefined;
    case '+':
    case '-':
      return numbers(expr, left, right, judge) ? shifted(expr, left!, right!, judge) : undefined;
    case 'and':
    case 'or':
      condition(expr.left, left, judge);
      condition(expr.right, right, judge);
      return logical;
    default:
      if (numbers(expr, left, right, judge)) compared(expr, left!, right!, judge);
      return logical;
  }
}

/** Both sides are known and numbers. */
function numbers(expr: ast.Binary, left: Typed, right: Typed, judge: Judge): boolean {
  const sides = [wantNumber(expr.left, left, judge), wantNumber(expr.right, right, judge)];
  return sides.every(Boolean);
}
/** Reports a condition, a list, a text where a number is wanted. */
export function wantNumber(expr: ast.Expr | undefined, type: Typed, judge: Judge): type is Type {
  if (!expr || !type) return false;
  if (isNumber(type)) return true;
  const [code, what] = type.logical
    ? (['unit/condition', 'a condition'] as const)
    : (['name/misplaced', `a ${type.form ?? 'name'}`] as const);
  judge.report({ code, severity: 'error', range: rangeOf(expr), message: `A number is wanted here, but ${textOf(expr)} is ${what}.` });
  return false;
}
export function condition(expr: ast.Expr | undefined, type: Typed, judge: Judge): void {
  if (!expr || !type || type.logical) return;
  judge.report({
    code: 'unit/condition',
    severity: 'error',
    range: rangeOf(expr),
    message: `A condition is wanted here, but ${textOf(expr)} is ${dimensionInWords(type.dimension)}.`,
    advice: 'compare it with something, for example t < 10 s',
  });
}

function scaled(expr: ast.Binary, left: Type, right: Type, judge: Judge): Typed {
  const division = expr.operator === '/';
  const leftBad = reportScaledReading(expr.left, left, division ? 'divided' : 'multiplied', judge);
  const rightBad = reportScaledReading(expr.right, right, division ? 'divided by' : 'multiplied', judge);
  if (leftBad || rightBad) return undefined;
  const dimension = division ? per(left.dimension, right.dimension) : times(left.dimension, right.dimension);
  // a kind survives a pure number: 2·w is still a mass fraction
  const fraction = isPure(right) ? left.fraction : !division && isPure(left) ? right.fraction : undefined;
  const differences = [left, right].filter((t) => t.temperature === 'difference');
  const temperature = differences.length === 1 && dimension === differences[0]!.dimension ? ('difference' as const) : undefined;
  return { dimension, fraction, temperature, zero: left.zero || (!division && right.zero) || undefined };
}
const isPure = (type: Type): boolean => type.dimension === dimensionless && type.fraction === undefined;

function shifted(expr: ast.Binary, left: Type, right: Type, judge: Judge): Typed {
  const adding = expr.operator === '+';
  const dimension = common(expr, expr.left, left, expr.right, right, adding ? 'added to' : 'subtracted from', judge);
  if (!dimension) return undefined;
  const sense = (adding ? senseOfSum : senseOfDifference)(left.temperature, right.temperature);
  if (sense !== 'wrong') return { dimension, fraction: left.fraction ?? right.fraction, temperature: sense };
  judge.report({
    code: 'temperature/sum',
    severity: 'error',
    range: rangeOf(expr),
    message: adding
      ? `Two temperatures cannot be added: ${textOf(expr.left)} and ${textOf(expr.right)} are both readings.`
      : `A reading cannot be subtracted from a difference: ${textOf(expr.left)} is a difference, ${textOf(expr.right)} a reading.`,
    advice: 'say which of them is a difference, or use absolute temperatures',
    fixes: right.temperature === 'reading' ? bothFixes(expr.right) : bothFixes(expr.left),
  });
  return undefined;
}

function compared(expr: ast.Binary, left: Type, right: Type, judge: Judge): void {
  if (!common(expr, expr.left, left, expr.right, right, 'compared with', judge)) return;
  if (senseOfChoice(left.temperature, right.temperature) === 'wrong') reportMixed(expr, expr.left, left, expr.right, right, judge);
}
function reportMixed(at: ast.Expr, a: ast.Expr, left: Type, b: ast.Expr, right: Type, judge: Judge): void {
  const words = (t: Type) => (t.temperature === 'difference' ? 'a temperature difference' : 'a temperature');
  judge.report({
    code: 'temperature/not-a-difference',
    severity: 'error',
    range: rangeOf(at),
    message: `${textOf(a)} is ${words(left)}, ${textOf(b)} is ${words(right)}.`,
    advice: 'make both temperatures, or both differences',
    fixes: left.temperature === 'reading' ? bothFixes(a) : right.temperature === 'reading' ? bothFixes(b) : [],
  });
}

/** Dimension that two values share; reports unequal ones with the factor that is missing. */
export function common(at: ast.Expr, a: ast.Expr, left: Type, b: ast.Expr, right: Type, verb: string, judge: Judge): Dimension | undefined {
  if (left.fraction && right.fraction && left.fraction !== right.fraction && left.dimension === right.dimension) {
    judge.report({
      code: 'unit/kind',
      severity: 'error',
      range: rangeOf(at),
      message: `${withArticle(kindInWords(left), 'A')} cannot be ${verb} ${withArticle(kindInWords(right), 'a')}.`,
      advice: 'use the same measure of composition on both sides',
    });
    return undefined;
  }
  if (left.dimension === right.dimension || right.zero) return left.dimension;
  if (left.zero) return right.dimension;
  const missing = per(left.dimension, right.dimension);
  judge.report({
    code: 'unit/sum',
    severity: 'error',
    range: rangeOf(at),
    message: [
      `Unequal dimensions cannot be ${verb} each other:`,
      `  ${dimensionInWords(left.dimension)}  ${textOf(a)}`,
      `  ${dimensionInWords(right.dimension)}  ${textOf(b)}`,
    ].join('\n'),
    advice: `the right side lacks a factor in ${typeset(siUnit(missing))}`,
  });
  return undefined;
}
/** An angle, a mass fraction. */
const withArticle = (kind: string, article: 'A' | 'a'): string => `${article}${/^[aeiou]/.test(kind) ? 'n' : ''} ${kind}`;
export const kindInWords = (type: Type): string => (type.fraction === 'angle' ? 'angle' : `${type.fraction} fraction`);

/** `if a then b else c`, and every other choice between values. */
export function chosen(at: ast.Expr, a: ast.Expr, left: Type, b: ast.Expr, right: Type, judge: Judge): Typed {
  const dimension = common(at, a, left, b, right, 'chosen instead of', judge);
  if (!dimension) return undefined;
  const temperature = senseOfChoice(left.temperature, right.temperature);
  if (temperature === 'wrong') {
    reportMixed(at, a, left, b, right, judge);
    return undefined;
  }
  return { dimension, fraction: left.fraction ?? right.fraction, temperature };
}

export function ifType(expr: ast.If, judge: Judge): Typed {
  condition(expr.condition, judge.typeOf(expr.condition), judge);
  const yes = judge.typeOf(expr.then);
  const no = judge.typeOf(expr.else);
  if (yes?.logical && no?.logical) return logical;
  const known = [wantNumber(expr.then, yes, judge), wantNumber(expr.else, no, judge)];
  return known.every(Boolean) ? chosen(expr, expr.then, yes!, expr.else, no!, judge) : undefined;
}

export function signedType(expr: ast.Signed, judge: Judge): Typed {
  const type = judge.typeOf(expr.operand);
  if (expr.operator === 'not') {
    condition(expr.operand, type, judge);
    return logical;
  }
  // the sign of a literal belongs to it: -5 degC is a reading
  if (!wantNumber(expr.operand, type, judge)) return undefined;
  if (expr.operand.$type === 'Quantity' || expr.operator === '+') return type;
  return reportScaledReading(expr.operand, type, 'negated', judge)
    ? undefined
    : { ...type, temperature: type.temperature === 'difference' ? 'difference' : undefined };
}

export function powerType(expr: ast.Power, judge: Judge): Typed {
  const base = judge.typeOf(expr.base);
  const exponent = judge.typeOf(expr.exponent);
  const known = [wantNumber(expr.base, base, judge), wantNumber(expr.exponent, exponent, judge)];
  if (!known.every(Boolean)) return undefined;
  if (reportScaledReading(expr.base, base!, 'raised to a power', judge)) return undefined;
  reportRaisedQuantity(expr, judge);
  if (exponent!.dimension !== dimensionless) {
    judge.report({
      code: 'unit/power',
      severity: 'error',
      range: rangeOf(expr.exponent),
      message: `An exponent is a pure number, but ${textOf(expr.exponent)} is ${dimensionInWords(exponent!.dimension)}.`,
    });
    return undefined;
  }
  if (base!.dimension === dimensionless) return pure;
  const value = judge.valueOf(expr.exponent);
  const dimension = value === undefined ? undefined : raised(base!.dimension, value);
  if (dimension) return { dimension };
  judge.report({
    code: 'unit/power',
    severity: 'error',
    range: rangeOf(expr.exponent),
    message: `${textOf(expr.base)} is ${dimensionInWords(base!.dimension)}: its exponent must be a fixed number, or the unit of the result would vary.`,
    advice: 'divide it by a reference value of the same dimension first',
  });
  return undefined;
}

/** `3 m ^ 2`: the blank makes it the square of 3 m. */
function reportRaisedQuantity(expr: ast.Power, judge: Judge): void {
  const { base } = expr;
  if (base.$type !== 'Quantity' || base.unit === undefined) return;
  const power = textOf(expr.exponent);
  const number = partOf(base, 'value')?.text ?? String(base.value);
  judge.report({
    code: 'unit/raised-quantity',
    severity: 'warning',
    range: rangeOf(expr),
    message: `The blank before ^ raises the whole quantity: this is (${number} ${base.unit})^${power}.`,
    advice: `write (${number} ${base.unit}) ^ ${power}, or ${number} ${base.unit}^${power} for the power of the unit alone`,
    fixes: [
      { title: `Write (${number} ${base.unit}) ^ ${power}`, edits: [replaced(rangeOf(expr), `(${number} ${base.unit}) ^ ${power}`)] },
      { title: `Write ${number} ${base.unit}^${power}`, edits: [replaced(rangeOf(expr), `${number} ${base.unit}^${power}`)] },
    ],
  });
}
