/** Units as text: the SI spelling of a dimension, a typeset form for messages, and what a dimension is called. */
import { baseUnits, type Dimension } from '../../solver/quantities/dimension.js';
import { superscript } from '../../solver/quantities/superscript.js';
import { quantities, type QuantityName, type QuantityRecord } from '../../solver/quantities/quantity.js';
import { parseUnit, type Unit } from './parse.js';
import { numeral } from '../../solver/quantities/numeral.js';
import { toSi, fromSi } from './convert.js';

const records = Object.entries(quantities) as readonly (readonly [QuantityName, QuantityRecord])[];
const firstByDimension = new Map<string, QuantityRecord>();
for (const [, record] of records) if (!firstByDimension.has(record.dimension.key)) firstByDimension.set(record.dimension.key, record);

/** SI units with a name of their own that no quantity above is measured in. */
const namedBySi = new Map(
  ['N', 'W', 'C', 'V', 'S'].flatMap((name) => {
    const unit = unitOrUndefined(name);
    return unit ? [[unit.dimension.key, name] as const] : [];
  }),
);

/** Spelling of the SI unit of a dimension in the language: that of a known quantity, else a name of its own, else over base units. `1` when dimensionless. */
export function siUnit(dimension: Dimension): string {
  return firstByDimension.get(dimension.key)?.units[0] ?? namedBySi.get(dimension.key) ?? overBaseUnits(dimension);
}
function overBaseUnits(dimension: Dimension): string {
  const power = (sixtieths: number) => {
    const exponent = Math.abs(sixtieths) / 60;
    if (exponent === 1) return '';
    return Number.isInteger(exponent * 100) ? `^${exponent}` : `^(${Math.abs(sixtieths)}/60)`;
  };
  const parts = dimension.sixtieths.map((e, i) => ({ e, text: baseUnits[i]! + power(e) }));
  const above = parts.filter((p) => p.e > 0).map((p) => p.text);
  const below = parts.filter((p) => p.e < 0).map((p) => p.text);
  if (below.length === 0) return above.join('*') || '1';
  const denominator = below.length > 1 ? `(${below.join('*')})` : below[0]!;
  return `${above.join('*') || '1'}/${denominator}`;
}

/** `m^2/(s*K)` → `m²/(s·K)`: for messages. */
export const typeset = (unit: string): string =>
  unit.replaceAll('*', '·').replace(/\^(-?[0-9]+)(?![.0-9])/g, (_, digits: string) => superscript(digits));

/** `m²/s (diffusivity)`, `kg·m`: how messages show a dimension. */
export function dimensionInWords(dimension: Dimension): string {
  const known = firstByDimension.get(dimension.key);
  if (!known) return typeset(overBaseUnits(dimension));
  return known.units[0] === '1' ? 'a pure number' : `${typeset(known.units[0]!)} (${known.title})`;
}
/** `1/K (inverse temperature difference)`. */
export const quantityInWords = (name: QuantityName): string => {
  const record: QuantityRecord = quantities[name];
  return record.units[0] === '1' ? `a pure number (${record.title})` : `${typeset(record.units[0]!)} (${record.title})`;
};

/** Units to offer for a dimension, the SI one first. */
export function unitsFor(dimension: Dimension): readonly string[] {
  const offered = records.filter(([, record]) => record.dimension === dimension).flatMap(([, record]) => record.units);
  return offered.length > 0 ? [...new Set(offered)] : [siUnit(dimension)];
}
export function unitOrUndefined(text: string | undefined): Unit | undefined {
  if (text === undefined || text === '' || text === '1') return undefined;
  const result = parseUnit(text);
  return 'unit' in result ? result.unit : undefined;
}
/** A value in SI, written in a unit: `303.15` in `degC` is `30 degC`. */
export function inUnit(si: number, unitText: string, digits?: number): string {
  const number = numeral(fromSi(si, unitOrUndefined(unitText)), digits);
  return unitText === '' || unitText === '1' ? number : `${number} ${unitText}`;
}
/** SI value of `30 degC` written on a command line; undefined when it is no quantity. */
export function quantityFromText(text: string): { readonly si: number; readonly unit: Unit | undefined } | undefined {
  const match = /^\s*([-+−]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][-+]?[0-9]+)?)\s*(\S*)\s*$/u.exec(text);
  if (!match) return undefined;
  const number = Number(match[1]!.replace('−', '-'));
  if (match[2] === '') return { si: number, unit: undefined };
  const result = parseUnit(match[2]!);
  return 'unit' in result ? { si: toSi(number, result.unit), unit: result.unit } : undefined;
}
