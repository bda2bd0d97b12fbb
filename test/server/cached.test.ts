/** Diagnostics after edits, found with all that is remembered, are those of a file that was just opened. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { EmptyFileSystem, URI } from 'langium';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Diagnostic } from 'vscode-languageserver-protocol';
import { beforeAll, expect, test } from 'vitest';
import { createSoretServices } from '../../language/services.js';
import type { Model } from '../../language/generated/ast.js';
import { diagnostics } from '../../language/validation/catalogue.js';
import { anyEdit, edits } from './edits.js';
import { root } from './session.js';

const { shared, soret } = createSoretServices(EmptyFileSystem);
const { DocumentBuilder, LangiumDocuments, TextDocuments } = shared.workspace;
beforeAll(() => shared.workspace.WorkspaceManager.initializeWorkspace([]));

const examples = readdirSync(path.join(root, 'examples'))
  .filter((file) => file.endsWith('.soret'))
  .map((file) => readFileSync(path.join(root, 'examples', file), 'utf8'));

let count = 0;
class Editor {
  readonly uri = URI.parse(`file:///models/cached${++count}.soret`);
  private readonly document: TextDocument;
  constructor(text: string) {
    this.document = TextDocument.create(this.uri.toString(), 'soret', 1, text);
    TextDocuments.set(this.document);
  }
  /** What is wrong, wherever the file lies. */
  async diagnostics(): Promise<readonly Diagnostic[]> {
    await DocumentBuilder.update([this.uri], []);
    const found = LangiumDocuments.getDocument(this.uri)!.diagnostics!;
    return JSON.parse(JSON.stringify(found).replaceAll(this.uri.toString(), '')) as Diagnostic[];
  }
  change(text: string): void {
    TextDocument.update(this.document, [{ text }], this.document.version + 1);
  }
  async close(): Promise<void> {
    TextDocuments.delete(this.uri);
    await DocumentBuilder.update([], [this.uri]);
  }
}
async function fresh(text: string): Promise<readonly Diagnostic[]> {
  const editor = new Editor(text);
  const found = await editor.diagnostics();
  await editor.close();
  return found;
}

/** An edit parses its neighbours again, too: with these between them, the declarations of a file are far from each other. */
function apart(text: string): string {
  const root = soret.parser.LangiumParser.parse<Model>(text).value;
  const starts = root.declarations.map(({ $cstNode }) => $cstNode!.offset);
  return [...starts, text.length].reduceRight((result, start, i) => {
    const padding = ['a', 'b', 'c', 'd'].map((letter) => `\nlet pad_${i}${letter} = 1 m\n`).join('');
    return result.slice(0, start) + padding + result.slice(start);
  }, text);
}

/** Numbers that a law of physics, a range or another statement forbids or makes forbidden. */
const numbers = ['0', '1', '-3', '0.4', '2e-9', '400', '5e6'] as const;
const withNumber = (text: string, at: number, by: string): string => {
  const found = [...text.matchAll(/(?<!pad_\w+ *)(?<=[=(,] *)-?\d[\d.]*(?:e-?\d+)?/g)];
  const one = found[Math.floor(at * found.length)];
  return one ? text.slice(0, one.index) + by + text.slice(one.index + one[0].length) : text;
};
const someNumber = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), by: fc.constantFrom(...numbers) });

/** Edits that change what other declarations mean. */
const rewrites: readonly [RegExp, string][] = [
  [/\blet (\w+) = [^\n]*/, 'let $1 = 3 s'],
  [/\bparam (\w+) = \S+/, 'param $1 = 1e9'],
  [/\bspecies \w+/, 'species renamed'],
  [/\bmixture (\w+) of (\w+), (\w+)/, 'mixture $1 of $3, $2'],
  [/\bmixture\b/, 'solution'],
  [/\bgeometry \w+/, 'geometry sphere'],
  [/\bsoret\((\w+)\) += [^\n;}]*/, 'soret($1) = -1e-2 1/K; thermodiffusion($1) = 7e-12 m^2/(s*K)'],
  [/\btemperature += [^\n;}]*/, 'temperature = 90 degC'],
  [/\bmedium += \w+/, 'medium = nothing'],
  [/\bboundary \w+/, 'boundary right'],
  [/\bsteady \w+/, 'steady other'],
  [/\buntil += [^\n;}]*/, 'until = 1 s'],
  [/^/, '// one line more\n'],
  [/^/, 'let more = 2 * twice\nlet twice = 3\n'],
  [/\bmolar_mass += [^\n;}]*\n?/, ''],
  [/\bimport [^\n]*\n/, ''],
];

const heated = apart(`param top = 400 K from 350 K to 450 K
let slope = 1e-3 1/K
solid steel { conductivity = 50 W/(m*K) * (1 - slope * T) }
geometry slab { length = 1 cm; medium = steel }
initial { temperature = 300 K }
boundary left { temperature = 300 K }
boundary right { temperature = top }
transient warm { until = 1 min }
measure inside = value(T, x = 5 mm)
plot T over x of warm at 10 s, 50 s
`);
test('every diagnostic comes with its cause and goes with it', async () => {
  for (const { good, bad, code } of diagnostics.values()) {
    const [sound, wrong] = [apart(good), apart(bad)];
    const editor = new Editor(sound);
    await editor.diagnostics();
    for (const text of [wrong, sound, wrong, sound]) {
      editor.change(text);
      expect(await editor.diagnostics(), code).toEqual(await fresh(text));
    }
    await editor.close();
  }
}, 300_000);

test('other numbers, in the pages of all diagnostics', async () => {
  const pages = [...diagnostics.values()].flatMap(({ good, bad }) => [good, bad]).map(apart);
  // these numbers matter far away
  pages.push(...Array.from({ length: 60 }, () => heated));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...pages), fc.array(someNumber, { minLength: 3, maxLength: 6 }), async (page, changes) => {
      const editor = new Editor(page);
      await editor.diagnostics();
      let text = page;
      for (const { at, by } of changes) {
        text = withNumber(text, at, by);
        editor.change(text);
        expect(await editor.diagnostics()).toEqual(await fresh(text));
      }
      await editor.close();
    }),
    { numRuns: 120, seed: 13 },
  );
}, 300_000);

/** What happens far away from an edit. */
test.each([
  ['the range of a parameter', heated, 'to 450 K', 'to 2000 K', 'limit/over-range'],
  ['the range of a parameter, over a wall', heated, '= 400 K', '= 2000 K', 'limit/over-range'],
  ['the temperature of a wall', heated, 'left { temperature = 300 K', 'left { temperature = 3000 K', 'limit/over-range'],
  ['the initial temperature', heated, 'initial { temperature = 300 K', 'initial { temperature = 3000 K', 'limit/over-range'],
  ['a value behind a name', heated, 'slope = 1e-3', 'slope = 1e-2', 'limit/over-range'],
  ['the dimension behind a name', heated, '1e-3 1/K', '1e-3 1/m', 'unit/sum'],
  ['the size of the domain', heated, 'length = 1 cm', 'length = 1 mm', 'study/outside'],
  ['the end of a study', heated, '1 min', '20 s', 'study/time-outside'],
])('%s changes what is said elsewhere, and back', async (_what, text, old, by, code) => {
  const changed = text.replace(old, by);
  const editor = new Editor(text);
  const sound = await editor.diagnostics();
  editor.change(changed);
  const found = await editor.diagnostics();
  expect(found.map((diagnostic) => diagnostic.code)).toContain(code);
  expect(found).toEqual(await fresh(changed));
  editor.change(text);
  expect(await editor.diagnostics()).toEqual(sound);
  await editor.close();
});

test('an imported file that changes is seen', async () => {
  const library = new Editor('species A { molar_mass = 50 g/mol }\nlet hot = 400 K\n');
  const name = library.uri.path.split('/').at(-1)!;
  const text = apart(`import "${name}"\n${heated.replace('top = 400 K from 350 K to 450 K', 'top = 400 K')}`).replace(
    '{ temperature = top }',
    '{ temperature = hot }',
  );
  await library.diagnostics();
  const editor = new Editor(text);
  const sound = await editor.diagnostics();
  library.change('species A { molar_mass = 50 g/mol }\nlet hot = 4000 K\n');
  await library.diagnostics();
  const found = await editor.diagnostics();
  expect(found.map((diagnostic) => diagnostic.code)).toContain('limit/over-range');
  expect(found).toEqual(await fresh(text));
  library.change('species A { molar_mass = 50 g/mol }\nlet hot = 400 K\n');
  await library.diagnostics();
  expect(await editor.diagnostics()).toEqual(sound);
  await editor.close();
  await library.close();
});

test('random edits of every example', async () => {
  const step = fc.oneof(
    { weight: 3, arbitrary: anyEdit.map((edit) => (text: string, before: string) => edits[edit.kind]!(text, edit.at, edit.piece, before)) },
    {
      weight: 2,
      arbitrary: fc.constantFrom(...rewrites).map(
        ([old, by]) =>
          (text: string) =>
            text.replace(old, by),
      ),
    },
    {
      weight: 3,
      arbitrary: someNumber.map(
        ({ at, by }) =>
          (text: string) =>
            withNumber(text, at, by),
      ),
    },
    { weight: 2, arbitrary: fc.constant((_text: string, before: string) => before) },
  );
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...examples), fc.array(step, { minLength: 2, maxLength: 10 }), async (example, steps) => {
      const editor = new Editor(example);
      await editor.diagnostics();
      let [before, text] = [example, example];
      for (const change of steps) {
        [before, text] = [text, change(text, before)];
        editor.change(text);
        expect(await editor.diagnostics()).toEqual(await fresh(text));
        judged++;
      }
      await editor.close();
    }),
    { numRuns: 100, seed: 11 },
  );
  expect(judged).toBeGreaterThan(300);
}, 300_000);
