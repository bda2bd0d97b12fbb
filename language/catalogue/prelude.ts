/** Text of `builtin:/prelude.soret`: the constants, and a declaration without value for every other built-in name, so that links, hovers and jumps need no special case. */
import { library } from '../library/texts.js';
import { callables, plainNames, wordRecords } from './builtins.js';
import type { BuiltinRecord } from './builtin.js';

export const preludeUri = 'builtin:/prelude.soret';

const declaration = ([name, doc]: readonly [string, string]) => `/** ${doc.replaceAll('*/', '* /')} */\nlet ${name}\n`;
const docOf = (name: string, tables: readonly Readonly<Record<string, BuiltinRecord>>[]): string =>
  tables.flatMap((table) => (Object.hasOwn(table, name) ? [table[name]!.doc] : [])).join('\n\n');

export function preludeText(): string {
  const tables = [plainNames, callables];
  const names = new Set(tables.flatMap((table) => Object.keys(table)));
  const declared = [...names].map((name) => declaration([name, docOf(name, tables)]));
  const words = Object.keys(wordRecords)
    .filter((word) => !names.has(word))
    .map((word) => declaration([word, docOf(word, [wordRecords])]));
  return [
    library['prelude']!,
    '\n// Fields, coordinates, functions, functionals, lists and places.\n\n',
    ...declared,
    '\n// Words that properties take as values.\n\n',
    ...words,
  ].join('');
}
