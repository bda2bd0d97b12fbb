/** What the bundles of the server leave out is not missed: the libraries keep what they give, the texts come back as they were. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import fc from 'fast-check';
import { GrammarAST } from 'langium';
import { expect, test } from 'vitest';
import { reflection } from '../../language/generated/ast.js';
import { functions } from '../../server/bundling/lodash.mjs';
import { serverPlugins } from '../../server/bundling/index.mjs';
import { packed } from '../../server/bundling/packed.mjs';
import { withPackedReflection } from '../../server/bundling/reflection.mjs';
import { withoutPages } from '../../server/bundling/records.mjs';
import { unpacked } from '../../server/bundling/unpacked.mjs';
import { unused, without } from '../../server/bundling/unused.mjs';
import { page } from '../../language/validation/explain.js';
import { diagnostics } from '../../language/validation/catalogue.js';
import { bundledServer, bundledWorker, root } from './session.js';

const require = createRequire(import.meta.url);

/** [kB] */
const budget = 700;

test('the bundles of the server stay within their budget', async () => {
  expect(Buffer.byteLength(await bundledWorker()) / 1000).toBeLessThan(budget);
  expect(statSync(await bundledServer()).size / 1000).toBeLessThan(budget);
});

test('no page of a diagnostic travels in the bundle, every code does', async () => {
  const text = readFileSync(await bundledServer(), 'utf8');
  for (const record of diagnostics.values()) {
    expect(text).not.toContain(record.doc);
    expect(text.includes(record.code), record.code).toBe(true);
    expect(page(record)).toContain(record.doc);
  }
});

test('records keep their code and severity', () => {
  const record = `export const a = diagnostic({\n  code: 'unit/a',\n  severity: 'error',\n  title: 'A',\n  doc: \`b\${c}\`,\n  bad: d(1, 2),\n  good: 'e',\n});\n`;
  expect(withoutPages(record).replace(/\s+/g, ' ')).toBe(`export const a = diagnostic({ code: 'unit/a', severity: 'error', }); `);
});

test('the modules of the protocol give what the originals give', async () => {
  const { outputFiles } = await build({
    absWorkingDir: root,
    stdin: { contents: `export * from 'vscode-languageserver/node';`, resolveDir: root },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    plugins: serverPlugins,
  });
  // Runs the bundle as Node would.
  const Module = require('node:module') as { new (id: string): NodeJS.Module & { _compile(text: string, file: string): void } };
  const module = new Module('trimmed');
  module._compile(outputFiles[0]!.text, path.join(root, 'trimmed.cjs'));
  const made = module.exports as Record<string, unknown>;
  const original = { ...(require('vscode-languageserver/node') as Record<string, unknown>) };
  // Two modules give these, one for Node and one for all: a name that means two things is passed on by no ES module. Nobody asks here for them.
  const twice = new Set(['createMessageConnection', 'createProtocolConnection']);
  for (const name of twice) delete original[name];
  expect(Object.keys(made).sort()).toEqual(Object.keys(original).sort());
  const left = new Set(Object.values(unused).flatMap((replacements) => Object.keys(replacements)));
  for (const [name, value] of Object.entries(original)) {
    const here = made[name];
    expect(typeof here, name).toBe(typeof value);
    if (left.has(name)) continue;
    expect(shape(here), name).toEqual(shape(value));
  }
});
/** Names and kinds of what a value has. */
function shape(value: unknown): unknown {
  if (typeof value !== 'object' && typeof value !== 'function') return value;
  return Object.entries(value ?? {}).map(([name, member]) => [
    name,
    typeof member,
    typeof member === 'string' || typeof member === 'number' ? member : '',
  ]);
}

test('what is left out exists', () => {
  for (const [file, replacements] of Object.entries(unused)) {
    const text = readFileSync(path.join(root, 'node_modules', file), 'utf8');
    expect(without(text, replacements).length, file).toBeLessThan(text.length + 200);
  }
  expect(() => without('export class A {}', { B: '{}' })).toThrow('B');
});

test('the table of types comes back; without properties, it still says what is a kind of what', () => {
  const tableIn = (text: string) =>
    JSON.parse(unpacked(JSON.parse(/JSON\.parse\(unpacked\((".*")\)\)/.exec(text)![1]!) as string)) as Record<string, object>;
  const own = readFileSync(path.join(root, 'language/generated/ast.ts'), 'utf8');
  expect(tableIn(withPackedReflection(own, { keepsProperties: true }))).toEqual(reflection.types);
  const ofLangium = readFileSync(path.join(root, 'node_modules/langium/lib/languages/generated/ast.js'), 'utf8');
  const bare = Object.entries(GrammarAST.reflection.types).map(([name, type]) => [name, { ...type, properties: {} }] as const);
  expect(tableIn(withPackedReflection(ofLangium, { keepsProperties: false }))).toEqual(Object.fromEntries(bare));
});

test('packed texts come back', () => {
  const grammar = readFileSync(path.join(root, 'language/generated/grammar.ts'), 'utf8');
  expect(unpacked(packed(grammar))).toBe(grammar);
  expect(packed(grammar).length).toBeLessThan(grammar.length / 4);
  for (const file of readdirSync(path.join(root, 'language/library')).filter((name) => name.endsWith('.soret'))) {
    const text = readFileSync(path.join(root, 'language/library', file), 'utf8');
    expect(unpacked(packed(text))).toBe(text);
  }
  const words = fc.array(fc.constantFrom('a', 'ab', 'aaaaaaaa', '"type":', 'α₀', '𝛼', '\n', '`', '\\'), { maxLength: 400 });
  fc.assert(
    fc.property(words, (list) => unpacked(packed(list.join(''))) === list.join('')),
    { seed: 7 },
  );
  expect(() => packed('Ѡ')).toThrow();
});

test('the functions of lodash that are written in brief do the same', async () => {
  const lists = [[], [1, 3, 2, 3, 1], [5]];
  const isOdd = (n: number) => n % 2 === 1;
  const calls: Readonly<Record<keyof typeof functions, (f: (...args: never[]) => unknown) => unknown>> = {
    filter: (f) => lists.map((list) => f(...([list, isOdd] as never[]))),
    flatMap: (f) => lists.map((list) => f(...([list, (n: number) => [n, n]] as never[]))),
    flatten: (f) => lists.map((list) => f(...([[list, list]] as never[]))),
    forEach: (f) => {
      const seen: number[] = [];
      for (const list of [...lists, undefined]) f(...([list, (n: number) => void seen.push(n)] as never[]));
      return seen;
    },
    isEmpty: (f) => [...lists, undefined].map((list) => f(...([list] as never[]))),
    map: (f) => lists.map((list) => f(...([list, isOdd] as never[]))),
    min: (f) => lists.map((list) => f(...([list] as never[]))),
    reduce: (f) => lists.map((list) => f(...([list, (sum: number, n: number, i: number) => sum + n * i, 0] as never[]))),
    uniqBy: (f) => lists.map((list) => f(...([list, (n: number) => n % 3] as never[]))),
  };
  for (const [name, call] of Object.entries(calls)) {
    const brief = (await import(
      `data:text/javascript,${encodeURIComponent(`export default ${functions[name as keyof typeof functions]}`)}`
    )) as Fn;
    const full = (await import(`lodash-es/${name}.js`)) as Fn;
    expect(call(brief.default), name).toEqual(call(full.default));
  }
});
interface Fn {
  readonly default: (...args: never[]) => unknown;
}
