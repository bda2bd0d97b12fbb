/** Every built-in name but the constants, which stand in `library/prelude.soret`. */
import { functions, type FunctionName, type FunctionRecord } from '../../solver/expression/functions.js';
import type { BuiltinRecord } from './builtin.js';
import { compositions, fields } from './fields.js';
import { functionals } from './functionals.js';
import { lists, tableFunction } from './lists.js';
import { moments, sides } from './places.js';
import { words } from './words.js';

const functionRecord = (record: FunctionRecord): BuiltinRecord => ({
  category: 'function',
  doc: record.doc,
  parameters: record.parameters.map(({ name, dimension }) => ({ name, kind: dimension })),
  variadic: record.variadic,
});

const solverFunctions = Object.fromEntries(
  (Object.keys(functions) as FunctionName[]).map((name) => [name, functionRecord(functions[name])]),
) as Record<FunctionName, BuiltinRecord>;

/** Plain names, as they stand in an expression without parentheses. */
export const plainNames: Readonly<Record<string, BuiltinRecord>> = { ...fields, ...sides, ...moments };
/** Names that are called. */
export const callables: Readonly<Record<string, BuiltinRecord>> = {
  ...solverFunctions,
  ...compositions,
  ...functionals,
  ...lists,
  table: tableFunction,
};

/** Words are read by the properties that take them; they are no names and hide none. */
export const wordRecords: Readonly<Record<string, BuiltinRecord>> = Object.fromEntries(
  [...words].map(([word, properties]) => [
    word,
    { category: 'word', doc: `A value of ${properties.map((p) => `\`${p}\``).join(', ')}.` } as const,
  ]),
);

export const isSolverFunction = (name: string): name is FunctionName => Object.hasOwn(functions, name);
/** The record of a built-in name as it is used: `x` is a coordinate, `x(A)` a field. */
export const builtin = (name: string, called: boolean): BuiltinRecord | undefined => {
  const [first, second] = called ? [callables, plainNames] : [plainNames, callables];
  return own(first, name) ?? own(second, name);
};
export const own = <V>(table: Readonly<Record<string, V>>, name: string): V | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;
/** Built-in names that no declaration may repeat (constants aside). */
export const reservedNames: ReadonlySet<string> = new Set([...Object.keys(plainNames), ...Object.keys(callables)]);
