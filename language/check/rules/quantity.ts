/** Literals: `4.5e-10 m^2/s`, `25 degC`, `40 %`. */
import { nearest } from '../../validation/nearest.js';
import type * as ast from '../../generated/ast.js';
import { unitNames } from '../../units/names.js';
import { isUnit, parseUnit, type Unit, type UnitError } from '../../units/parse.js';
import type { Judge } from '../judge.js';
import type { CheckFix } from '../problem.js';
import { between, partOf, rangeOfPart, replaced, within } from '../ranges.js';
import { pure, type Type, type Typed } from '../type.js';

export function quantityType(literal: ast.Quantity, judge: Judge): Typed {
  if (literal.unit === undefined) return literal.value === 0 ? { ...pure, zero: true } : pure;
  const result = parseUnit(literal.unit);
  if ('error' in result) {
    reportUnit(literal, result.error, judge);
    return undefined;
  }
  reportDegrees(literal, result.unit, judge);
  return typeOfUnit(result.unit);
}
export const typeOfUnit = (unit: Unit): Type => ({
  dimension: unit.dimension,
  fraction: unit.angle ? 'angle' : undefined,
  temperature: unit.point ? 'reading' : undefined,
});

function reportUnit(literal: ast.Quantity, error: UnitError, judge: Judge): void {
  const token = partOf(literal, 'unit');
  if (!token) return;
  const range = within(token, error.start, error.end);
  switch (error.kind) {
    case 'incomplete':
      judge.report({
        code: 'unit/incomplete',
        severity: 'error',
        range,
        message: `The unit ${literal.unit} is not complete.`,
        advice: 'write it without blanks, for example W/(m*K)',
      });
      return;
    case 'variable power':
      judge.report({
        code: 'unit/variable-power',
        severity: 'error',
        range,
        message: `The power of a unit is a number, but ${error.name} is a name.`,
        advice: `to raise the whole quantity, write (${literal.value} …) ^ ${error.name}`,
      });
      return;
    case 'unknown':
      judge.report({
        code: 'unit/unknown',
        severity: 'error',
        range,
        message: `There is no unit called ${error.name}.`,
        advice: adviceOnUnknown(error.name, literal.unit?.[error.operator ?? 0], judge),
        fixes: fixesOfUnknown(literal, error, judge),
      });
  }
}

/** Spellings that are met often and lie further away than a slip of the finger. */
const oftenMeant: Readonly<Record<string, string>> = {
  sec: 's',
  secs: 's',
  second: 's',
  seconds: 's',
  hr: 'h',
  hour: 'h',
  hours: 'h',
  days: 'd',
  day: 'd',
  minutes: 'min',
  mins: 'min',
  year: 'a',
  years: 'a',
  yr: 'a',
  kelvin: 'K',
  Kelvin: 'K',
  Celsius: 'degC',
  celsius: 'degC',
  meter: 'm',
  metre: 'm',
  Joule: 'J',
  Watt: 'W',
  percent: '%',
  angstrom: 'Å',
  poise: 'P',
  ml: 'mL',
  sqm: 'm^2',
  Torr: 'mmHg',
  torr: 'mmHg',
  'wt%': '%',
  'w%': '%',
  'vol%': '%',
  'mol%': '%',
};

function adviceOnUnknown(name: string, before: string | undefined, judge: Judge): string | undefined {
  if (judge.isDeclared(name)) return `${name} is a name: put blanks around the operator to calculate with it`;
  const meant = unitMeant(name, before);
  return meant && `did you mean ${meant}?`;
}
function fixesOfUnknown(literal: ast.Quantity, error: Extract<UnitError, { kind: 'unknown' }>, judge: Judge): CheckFix[] {
  const token = partOf(literal, 'unit')!;
  const range = within(token, error.start, error.end);
  const declared = judge.isDeclared(error.name);
  const meant = declared ? undefined : unitMeant(error.name, literal.unit![error.operator ?? 0]);
  const rename: CheckFix[] = meant === undefined ? [] : [{ title: `Write ${meant}`, edits: [replaced(range, meant)] }];
  const calculate = calculation(literal, error);
  return meant === undefined ? calculate : [...rename, ...calculate];
}
/** Real units that the language leaves out: nothing else is meant by them. */
const foreign = /^(?:psi|ft|yd|lb|lbf|gal|Btu|BTU|hp|Gy|Gs|Oe|Wb|H|F|T|ohm|lm|lx|sr|Bq)$/;
function unitMeant(name: string, before: string | undefined): string | undefined {
  // um for µm, m2 for m^2, kgK below a fraction bar
  const micro = /^u(?=.)/.test(name) ? name.replace('u', 'µ') : '';
  const [, base = '', power = ''] = /^(\p{L}+)([0-9])$/u.exec(name) ?? [];
  const perKelvin = before === '/' && name.endsWith('K') ? name.slice(0, -1) : '';
  if (Object.hasOwn(oftenMeant, name)) return oftenMeant[name];
  if (micro && isUnit(micro)) return micro;
  if (base && isUnit(base)) return `${base}^${power}`;
  if (perKelvin && isUnit(perKelvin)) return `(${perKelvin}*K)`;
  // with all prefixes some unit is a keystroke away from anything: psi is not a petasecond
  if (foreign.test(name)) return undefined;
  const sameWord = (unit: string): boolean => unit.toLowerCase() === name.toLowerCase() && (name.length > 1 || /[A-Z]/.test(unit));
  return nearest(
    name,
    unitNames.filter((unit) => sameWord(unit) || (unit.length > 1 && unit[0] === name[0])),
  );
}

/** `2 x` → `2 * x`, `5300 K/T^2` → `5300 K / T^2`. Not inside parentheses, where every atom would have to be a name. */
function calculation(literal: ast.Quantity, error: Extract<UnitError, { kind: 'unknown' }>): CheckFix[] {
  const text = literal.unit!;
  const number = partOf(literal, 'uncertainty') ?? partOf(literal, 'value');
  const token = partOf(literal, 'unit');
  if (!number || !token || !/^[\p{L}_][\p{L}\p{N}_]*$/u.test(error.name) || text.slice(0, error.start).includes('(')) return [];
  const whole = between({ start: number.range.end, end: number.range.end }, token.range);
  const { operator } = error;
  const before = operator === undefined ? '' : text.slice(0, operator);
  const sign = operator === undefined || text[operator] !== '/' ? '*' : '/';
  const rest = operator === undefined ? text : text.slice(operator + 1);
  const newText = ` ${before === '1' || before === '' ? '' : `${before} `}${sign} ${rest}`;
  return [{ title: `Calculate: ${number.text}${newText}`, edits: [replaced(whole, newText)] }];
}

/** Degrees inside a unit can only be differences: below a fraction bar that is plain, above it a reading was probably meant. */
function reportDegrees(literal: ast.Quantity, unit: Unit, judge: Judge): void {
  if (unit.degrees.length === 0) return;
  const token = partOf(literal, 'unit');
  if (!token) return;
  for (const degree of unit.degrees) {
    const range = within(token, degree.start, degree.end);
    const name = unit.text.slice(degree.start, degree.end);
    const isCelsius = !/F|℉/.test(name);
    judge.report({
      code: degree.below ? 'temperature/degree-in-unit' : 'temperature/factor',
      severity: degree.below ? 'warning' : 'error',
      range,
      message: degree.below
        ? `In the unit ${unit.text} the degree is a difference: it is read as ${unit.text.replaceAll(name, isCelsius ? 'K' : '5/9 K')}.`
        : `A ${name} reading cannot be multiplied or divided: in ${unit.text} only a difference makes sense.`,
      advice: isCelsius ? 'write K' : undefined,
      fixes: isCelsius ? [{ title: 'Write K', edits: [replaced(range, 'K')] }] : [],
    });
  }
}

/** `1/2 %` divides by two percent. */
export function reportPercentOfQuotient(quotient: ast.Binary, judge: Judge): void {
  const { left, right } = quotient;
  if (quotient.operator !== '/' || left?.$type !== 'Quantity' || right?.$type !== 'Quantity') return;
  if (left.unit !== undefined || !right.unit || !/^[%‰]$/.test(right.unit)) return;
  const wanted = `${left.value / right.value} ${right.unit}`;
  judge.report({
    code: 'unit/percent-of-quotient',
    severity: 'warning',
    range: quotient.$cstNode?.range ?? rangeOfPart(quotient, 'right'),
    message: `This is ${left.value} divided by ${right.value} ${right.unit}.`,
    advice: `write ${wanted} if that is meant`,
    fixes: [{ title: `Write ${wanted}`, edits: quotient.$cstNode ? [replaced(quotient.$cstNode.range, wanted)] : [] }],
  });
}
