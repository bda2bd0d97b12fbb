/** A value against the quantity that is wanted: the two dimensions lined up, and what would mend it. */
import { dimensionless, per, type Dimension } from '../../../solver/quantities/dimension.js';
import { quantities, type QuantityName, type QuantityRecord } from '../../../solver/quantities/quantity.js';
import type { BuiltinParameter, ParameterKind } from '../../catalogue/builtin.js';
import type * as ast from '../../generated/ast.js';
import { parseUnit } from '../../units/parse.js';
import { dimensionInWords, siUnit, typeset } from '../../units/spelling.js';
import type { Judge } from '../judge.js';
import type { CheckFix } from '../problem.js';
import { insertedAfter, partOf, rangeOf, replaced, textOf } from '../ranges.js';
import type { Fraction, Type } from '../type.js';
import { kindInWords } from './arithmetic.js';
import { bothFixes, signedLiteral } from './temperature.js';

/** What is wanted. */
export interface Wanted {
  readonly title: string;
  readonly dimension: Dimension;
  readonly fraction?: Fraction;
  /** A temperature: readings are welcome. Undefined: a difference or a temperature. */
  readonly point?: boolean;
  /** Units to offer, the SI one first. */
  readonly units: readonly string[];
}
const wantedOf = (record: QuantityRecord): Wanted => ({ ...record, point: record.point ?? false });
export const wantedQuantity = (name: QuantityName): Wanted => wantedOf(quantities[name]);
/** The same as something else: a param, a measure. */
export const wantedLike = (title: string, type: Type): Wanted => ({
  title,
  dimension: type.dimension,
  fraction: type.fraction,
  point: type.temperature === undefined ? undefined : type.temperature !== 'difference',
  units: [siUnit(type.dimension)],
});

const argumentQuantities: Partial<Record<ParameterKind, readonly QuantityName[]>> = {
  pure: ['number'],
  angle: ['number'],
  time: ['time'],
  temperature: ['temperature'],
  'temperature difference': ['temperatureDifference'],
  'inverse temperature': ['inverseTemperature'],
  'molar energy': ['molarEnergy', 'energy'],
};

/** An argument of a function against its rule; true when it fits. `exact` overrules the rule. */
export function wantArgument(name: string, parameter: BuiltinParameter, value: ast.Expr, type: Type, judge: Judge, exact?: Type): boolean {
  if (parameter.kind === 'angle' && type.fraction === 'angle') return true;
  const subject = `The argument ${parameter.name} of ${name}`;
  const wanted = exact ? [wantedLike(parameter.name, exact)] : (argumentQuantities[parameter.kind] ?? []).map(wantedQuantity);
  return wanted.length === 0 || want(subject, wanted, value, type, judge);
}
export function wantQuantity(
  subject: string,
  names: readonly QuantityName[],
  value: ast.Expr,
  type: Type | undefined,
  judge: Judge,
): boolean {
  return type === undefined || want(subject, names.map(wantedQuantity), value, type, judge);
}

/** What else may have been meant; asked for only when a dimension does not fit. */
export interface Suggestion {
  readonly advice: string;
  readonly fixes: readonly CheckFix[];
}

/** True when the value fits one of the wanted quantities; else reports the first that comes near. */
export function want(
  subject: string,
  wanted: readonly Wanted[],
  value: ast.Expr,
  type: Type,
  judge: Judge,
  suggest?: () => Suggestion | undefined,
): boolean {
  if (type.form || type.logical) {
    judge.report({
      code: type.logical ? 'unit/condition' : 'name/misplaced',
      severity: 'error',
      range: rangeOf(value),
      message: `${subject} needs ${inWords(wanted)}, not ${type.logical ? 'a condition' : `a ${type.form}`}.`,
    });
    return false;
  }
  const near = wanted.filter((w) => w.dimension === type.dimension);
  if (near.length === 0) {
    if (type.zero && wanted.some((w) => !w.point)) return true;
    reportMismatch(subject, wanted, value, type, judge, suggest?.());
    return false;
  }
  return near.some((w) => fitsKind(w, type))
    ? fitsSense(subject, near, value, type, judge)
    : reportKind(subject, near[0]!, value, type, judge);
}
const fitsKind = (wanted: Wanted, type: Type): boolean =>
  type.fraction === undefined || wanted.fraction === type.fraction || (wanted.fraction === undefined && type.fraction !== 'angle');

function reportKind(subject: string, wanted: Wanted, value: ast.Expr, type: Type, judge: Judge): false {
  judge.report({
    code: 'unit/kind',
    severity: 'error',
    range: rangeOf(value),
    message: `${subject} needs a ${wanted.title} but this is ${type.fraction === 'angle' ? 'an' : 'a'} ${kindInWords(type)}.`,
  });
  return false;
}

/** Readings where a difference is wanted, and differences where a temperature is wanted. */
function fitsSense(subject: string, wanted: readonly Wanted[], value: ast.Expr, type: Type, judge: Judge): boolean {
  if (type.temperature === undefined || type.temperature === 'absolute' || wanted.some((w) => w.point === undefined)) return true;
  const point = wanted.some((w) => w.point);
  if ((type.temperature === 'reading') === point) return true;
  judge.report(
    point
      ? {
          code: 'temperature/not-a-point',
          severity: 'error',
          range: rangeOf(value),
          message: `${subject} needs a temperature, but ${textOf(value)} is a temperature difference.`,
          advice: 'add it to a temperature, for example 20 degC + 5 K',
        }
      : {
          code: 'temperature/not-a-difference',
          severity: 'error',
          range: rangeOf(value),
          message: `${subject} needs a temperature difference, but ${textOf(value)} is a reading.`,
          advice: 'say whether the difference or the absolute temperature is meant',
          fixes: bothFixes(value),
        },
  );
  return false;
}

const inWords = (wanted: readonly Wanted[]): string =>
  [...new Set(wanted.map((w) => (w.units[0] === '1' ? `a ${w.title}` : `${typeset(w.units[0]!)} (${w.title})`)))].join(' or ');

function reportMismatch(
  subject: string,
  wanted: readonly Wanted[],
  value: ast.Expr,
  type: Type,
  judge: Judge,
  suggestion: Suggestion | undefined,
): void {
  const literal = signedLiteral(value);
  const bare = literal !== undefined && literal.unit === undefined && type.dimension === dimensionless;
  const coulomb = coulombFix(wanted, literal);
  const mended = bare
    ? unitFixes(wanted, value)
    : coulomb.length > 0
      ? coulomb
      : literal
        ? otherUnits(wanted, literal)
        : missingFactor(wanted, value, type);
  const regrouped = literal && regroupedUnit(literal.unit, wanted);
  const fixes = [...(suggestion?.fixes ?? []), ...(regrouped ? writtenUnits(literal!, [regrouped]) : mended)];
  const missing = wanted.map((w) => typeset(siUnit(per(w.dimension, type.dimension))));
  judge.report({
    code: 'unit/mismatch',
    severity: 'error',
    range: rangeOf(value),
    message: `${subject} needs ${inWords(wanted)} but this is ${dimensionInWords(type.dimension)}.`,
    advice: regrouped
      ? `${literal!.unit} is ${literal!.unit!.endsWith('/mK') ? 'per millikelvin' : 'multiplied behind the fraction bar'}: write ${regrouped}`
      : (suggestion?.advice ??
        (coulomb.length > 0
          ? 'C is the coulomb: write degC for degrees Celsius'
          : bare
            ? `write a unit, for example ${textOf(value)} ${wanted[0]!.units[0]}`
            : `a factor in ${missing[0]} is missing`)),
    fixes,
  });
}
/** `W/mK` and `W/m*K` for W/(m*K): the unit that was meant, when it fits. */
function regroupedUnit(unit: string | undefined, wanted: readonly Wanted[]): string | undefined {
  const meant = unit?.replace(/\/mK$/, '/(m*K)').replace(/\/([^/()]+[*·][^/()]+)$/, '/($1)');
  if (meant === undefined || meant === unit) return undefined;
  const result = parseUnit(meant);
  return 'unit' in result && wanted.some((w) => w.dimension === result.unit.dimension) ? meant : undefined;
}
/** A light bulb's menu stays short. */
const offeredUnits = 3;
const unitFixes = (wanted: readonly Wanted[], value: ast.Expr): CheckFix[] =>
  [...new Set(wanted.flatMap((w) => w.units))]
    .slice(0, offeredUnits)
    .map((unit) => ({ title: `Add ${unit}`, edits: [insertedAfter(rangeOf(value), ` ${unit}`)] }));

type Literal = NonNullable<ReturnType<typeof signedLiteral>>;
/** The same number in a unit that fits. */
const otherUnits = (wanted: readonly Wanted[], literal: Literal): CheckFix[] =>
  writtenUnits(literal, [...new Set(wanted.flatMap((w) => w.units))].filter((unit) => unit !== '1').slice(0, offeredUnits));
function writtenUnits({ literal }: Literal, units: readonly string[]): CheckFix[] {
  const token = partOf(literal, 'unit');
  return token ? units.map((unit) => ({ title: `Write the unit ${unit}`, edits: [replaced(token.range, unit)] })) : [];
}
/** A factor of one in the unit that is missing, for the writer to fill in. */
function missingFactor(wanted: readonly Wanted[], value: ast.Expr, type: Type): CheckFix[] {
  const unit = siUnit(per(wanted[0]!.dimension, type.dimension));
  const range = rangeOf(value);
  if (unit === '1' || type.temperature === 'reading') return [];
  const loose = value.$type === 'If' || (value.$type === 'Binary' && value.operator !== '*' && value.operator !== '/');
  const opened = loose ? [{ range: { start: range.start, end: range.start }, newText: '(' }] : [];
  return [
    { title: `Multiply by the missing factor in ${unit}`, edits: [...opened, insertedAfter(range, `${loose ? ')' : ''} * 1 ${unit}`)] },
  ];
}

/** `25 C` is 25 coulombs. */
function coulombFix(wanted: readonly Wanted[], literal: ReturnType<typeof signedLiteral>): CheckFix[] {
  const token = literal?.unit === 'C' ? partOf(literal.literal, 'unit') : undefined;
  const temperature = wanted.find((w) => w.dimension === quantities.temperature.dimension);
  if (!token || !temperature) return [];
  const unit = temperature.point === false ? 'K' : 'degC';
  return [{ title: `Write ${unit}`, edits: [replaced(token.range, unit)] }];
}
