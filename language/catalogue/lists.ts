/** Forms that stand for several values, or for a table: they are evaluated before a run. */
import type { BuiltinRecord } from './builtin.js';

const end = (name: string) => ({ name, kind: 'any' as const });

export const lists = {
  linspace: {
    category: 'list',
    parameters: [end('first'), { name: 'last', kind: 'first' }, { name: 'count', kind: 'pure' }],
    doc: '`linspace(first, last, count)`: equally spaced values, ends included.',
  },
  logspace: {
    category: 'list',
    parameters: [end('first'), { name: 'last', kind: 'first' }, { name: 'count', kind: 'pure' }],
    doc: '`logspace(first, last, count)`: values in a constant ratio, ends included.',
  },
  list: {
    category: 'list',
    parameters: [end('first'), { name: 'next', kind: 'first', optional: true }],
    variadic: true,
    doc: '`list(a, b, c, …)`: exactly these values.',
  },
  range: {
    category: 'list',
    parameters: [end('low'), { name: 'high', kind: 'first' }],
    doc: '`range(low, high)`: bounds of a fitted parameter.',
  },
} as const satisfies Record<string, BuiltinRecord>;
export type ListName = keyof typeof lists;

export const tableFunction = {
  category: 'function',
  parameters: [
    { name: 'file', kind: 'file' },
    { name: 'argument', kind: 'any', optional: true },
  ],
  doc: '`table("file.csv", T)`: monotone cubic through the first two columns of a file whose header names them with units; constant outside. Without the second argument the name of the first column is taken (`T`, `t`, `x`).',
} as const satisfies BuiltinRecord;
