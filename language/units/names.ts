/** Every spelling of a unit, prefixes included. */
import { prefixes, type UnitRecord } from './unit.js';
import { product, rational, type Rational } from './rational.js';
import { units } from './table.js';

export interface NamedUnit {
  readonly name: string;
  readonly title: string;
  readonly record: UnitRecord;
  /** SI value of one unit. */
  readonly factor: Rational;
  /** SI value of its zero. */
  readonly zero?: Rational;
  readonly prefix: string;
}

const table = new Map<string, NamedUnit>();
const add = (unit: NamedUnit) => void (table.has(unit.name) || table.set(unit.name, unit));

const records = Object.entries(units) as [string, UnitRecord][];
// plain spellings first: `min` is a minute, `cd` a candela, `Pa` a pascal, whatever prefixes would make of them
for (const [symbol, record] of records)
  for (const name of [symbol, ...(record.aliases ?? [])])
    add({
      name,
      title: record.title,
      record,
      factor: rational(record.factor),
      zero: record.zero === undefined ? undefined : rational(record.zero),
      prefix: '',
    });
for (const [symbol, record] of records)
  for (const prefix of record.prefixes?.split(' ') ?? [])
    for (const name of [symbol, ...(record.aliases ?? [])])
      add({
        name: prefix + name,
        title: record.title,
        record,
        factor: product(rational(record.factor), rational(`1e${prefixes[prefix]}`)),
        prefix,
      });

/** Both Unicode micros are one. */
const normal = (name: string): string => name.replaceAll('\u03bc', 'µ');
export const unitNamed = (name: string): NamedUnit | undefined => table.get(normal(name));
export const unitNames: readonly string[] = [...table.keys()];
