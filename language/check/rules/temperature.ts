/** Points and differences. A reading in degC or degF has an arbitrary zero: it may be shifted and compared, but not scaled. */
import type * as ast from '../../generated/ast.js';
import { convertNumber } from '../../units/convert.js';
import { unitOrUndefined } from '../../units/spelling.js';
import type { Judge } from '../judge.js';
import type { CheckFix } from '../problem.js';
import { rangeOf, replaced, textOf } from '../ranges.js';
import type { TemperatureSense, Type } from '../type.js';

const isPoint = (sense: TemperatureSense | undefined): boolean => sense === 'reading' || sense === 'absolute';

/** Sense of a sum; `wrong` for two points of which one has an arbitrary zero. */
export function senseOfSum(a: TemperatureSense | undefined, b: TemperatureSense | undefined): TemperatureSense | undefined | 'wrong' {
  if ((a === 'reading' && isPoint(b)) || (b === 'reading' && isPoint(a))) return 'wrong';
  if (a === 'reading' || b === 'reading') return 'reading';
  if (a === 'difference' && b === 'difference') return 'difference';
  if ((a === 'absolute' && b === 'difference') || (a === 'difference' && b === 'absolute')) return 'absolute';
  return undefined;
}
/** Sense of a − b. */
export function senseOfDifference(
  a: TemperatureSense | undefined,
  b: TemperatureSense | undefined,
): TemperatureSense | undefined | 'wrong' {
  if (a === 'difference' && b === 'reading') return 'wrong';
  if (b === 'reading' || (isPoint(a) && isPoint(b))) return 'difference';
  return b === 'difference' ? a : undefined;
}
/** Sense of a value that is one of two; `wrong` for a reading beside a difference. */
export function senseOfChoice(a: TemperatureSense | undefined, b: TemperatureSense | undefined): TemperatureSense | undefined | 'wrong' {
  if (a === b) return a;
  if ((isPoint(a) && b === 'difference') || (isPoint(b) && a === 'difference')) return 'wrong';
  return a === 'reading' || b === 'reading' ? 'reading' : (a ?? b);
}

/** A reading as a factor, a divisor, the base of a power, a function's argument. */
export function reportScaledReading(operand: ast.Expr, type: Type, what: string, judge: Judge): boolean {
  if (type.temperature !== 'reading') return false;
  judge.report({
    code: 'temperature/factor',
    severity: 'error',
    range: rangeOf(operand),
    message: `${textOf(operand)} is a reading on a scale with an arbitrary zero: it cannot be ${what}.`,
    advice: 'say whether the difference or the absolute temperature is meant',
    fixes: bothFixes(operand),
  });
  return true;
}

/** `25 degC` as the difference `25 K` and as the absolute `298.15 K`; names get `- 0 degC` and `- 0 K`. */
export function bothFixes(expr: ast.Expr): CheckFix[] {
  const range = rangeOf(expr);
  const literal = signedLiteral(expr);
  if (!literal) {
    const text = textOf(expr);
    return [
      { title: `Difference: (${text} - 0 degC)`, edits: [replaced(range, `(${text} - 0 degC)`)] },
      { title: `Absolute: (${text} - 0 K)`, edits: [replaced(range, `(${text} - 0 K)`)] },
    ];
  }
  const unit = unitOrUndefined(literal.unit);
  const kelvin = unitOrUndefined('K');
  const absolute = convertNumber(literal.value, unit, kelvin);
  const difference =
    unit && convertNumber(literal.value, { ...unit, zero: 0, exact: unit.exact && { ...unit.exact, zero: noZero } }, kelvin);
  return [
    { title: `Difference: ${difference} K`, edits: [replaced(range, `${difference} K`)] },
    { title: `Absolute: ${absolute} K`, edits: [replaced(range, `${absolute} K`)] },
  ];
}
const noZero = { numerator: 0n, denominator: 1n };

/** A literal with its sign: `-5 degC` is the point −5 °C. */
export function signedLiteral(
  expr: ast.Expr | undefined,
): { readonly value: number; readonly unit: string | undefined; readonly literal: ast.Quantity } | undefined {
  if (expr?.$type === 'Quantity') return { value: expr.value, unit: expr.unit, literal: expr };
  if (expr?.$type !== 'Signed' || expr.operator === 'not' || expr.operand?.$type !== 'Quantity') return undefined;
  const { value, unit } = expr.operand;
  return { value: expr.operator === '-' ? -value : value, unit, literal: expr.operand };
}
