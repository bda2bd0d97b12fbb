/** The page of built-in names: constants, fields, functions, functionals, lists. */
import { builtin, callables, plainNames } from '../catalogue/builtins.js';
import type { BuiltinCategory, BuiltinRecord } from '../catalogue/builtin.js';

const chapters: readonly { readonly title: string; readonly categories: readonly BuiltinCategory[] }[] = [
  { title: 'Fields, coordinates, time', categories: ['field', 'coordinate', 'time'] },
  { title: 'Functions', categories: ['function'] },
  { title: 'Of the whole solution', categories: ['functional'] },
  { title: 'Lists', categories: ['list'] },
  { title: 'Places', categories: ['place'] },
];

const form = (name: string, { parameters, variadic }: BuiltinRecord): string =>
  parameters ? `${name}(${parameters.map((p) => (p.optional ? `[${p.name}]` : p.name)).join(', ')}${variadic ? ', …' : ''})` : name;

function rows(categories: readonly BuiltinCategory[]): string[] {
  const listed = [
    ...Object.keys(plainNames).map((name) => [name, false] as const),
    ...Object.keys(callables).map((name) => [name, true] as const),
  ];
  return listed.flatMap(([name, called]) => {
    const record = builtin(name, called);
    return record && categories.includes(record.category) ? [`| \`${form(name, record)}\` | ${record.doc.replaceAll('|', '\\|')} |`] : [];
  });
}

/** `prelude`: text of the document that declares the constants, each a `let` under its doc comment. */
export function namesPage(prelude: string): string {
  const constants = [...prelude.matchAll(/\/\*\* (.+?) \*\/\s*let (\S+) = (.+)/g)].map(
    ([, doc, name, value]) => `| \`${name}\` | ${doc} \`${value}\` |`,
  );
  const lines = [
    '# Built-in names',
    '',
    'Generated from the records that the checker and completion use.',
    '',
    '## Constants',
    '',
    '| name | meaning |',
    '|---|---|',
    ...constants,
  ];
  for (const { title, categories } of chapters) lines.push('', `## ${title}`, '', '| form | meaning |', '|---|---|', ...rows(categories));
  return lines.join('\n') + '\n';
}
