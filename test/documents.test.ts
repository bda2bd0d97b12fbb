/** Documents that carry their expectations: presence, absence, exact ranges, and that every fix mends what it says. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { diagnostics } from '../language/validation/catalogue.js';
import { diagnosticPages } from '../language/validation/pages.js';
import type { DiagnosticData } from '../language/validation/finding.js';
import { applied, diagnose, found, marks } from './documents/marks.js';

const root = new URL('./documents/', import.meta.url).pathname;
const folders = readdirSync(root, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const codeOf = (folder: string): string => folder.replace('-', '/');

test.each([...diagnostics.keys()])('%s has a folder of documents', (code) => {
  expect(existsSync(`${root}${code.replace('/', '-')}`)).toBe(true);
});

describe.each(folders)('%s', (folder) => {
  const names = readdirSync(root + folder);
  const files = names.filter((name) => name.endsWith('.soret'));
  const companions = Object.fromEntries(names.map((name) => [name, readFileSync(`${root}${folder}/${name}`, 'utf8')]));
  test('is the folder of a code, and shows it', () => {
    expect(diagnostics.has(codeOf(folder))).toBe(true);
    const all = files.flatMap((file) => marks(readFileSync(`${root}${folder}/${file}`, 'utf8')));
    expect(all.map((mark) => mark.code)).toContain(codeOf(folder));
  });
  test.each(files)('%s', async (file) => {
    const text = readFileSync(`${root}${folder}/${file}`, 'utf8');
    const reported = await diagnose(text, companions);
    expect(found(text, reported)).toEqual(marks(text).map(({ partOfMessage: _, ...mark }) => mark));
    for (const [i, mark] of marks(text).entries()) expect(reported[i]!.message).toContain(mark.partOfMessage);
  });
  test.each(files)('every fix in %s mends what it says', async (file) => {
    const text = readFileSync(`${root}${folder}/${file}`, 'utf8');
    for (const diagnostic of await diagnose(text, companions)) {
      for (const fix of (diagnostic.data as DiagnosticData).fixes) {
        const mended = await diagnose(applied(text, fix.edits), companions);
        const count = (list: typeof mended) => list.filter((d) => d.code === diagnostic.code).length;
        expect(count(mended), `${fix.title}\n${applied(text, fix.edits)}`).toBeLessThan(count(await diagnose(text, companions)));
        expect(mended.filter((d) => d.code === 'syntax/error' && diagnostic.code !== 'syntax/error')).toEqual([]);
      }
    }
  });
});

describe.each([...diagnostics.values()])('the page of $code', ({ code, bad, good, severity, files }) => {
  test('shows it', async () => {
    expect((await diagnose(bad, files)).map((d) => [d.code, d.severity])).toContainEqual([
      code,
      { error: 1, warning: 2, hint: 4 }[severity],
    ]);
  });
  test('mends it', async () => {
    expect((await diagnose(good, files)).map((d) => d.message)).toEqual([]);
  });
});

test('docs/diagnostics holds exactly the pages of the records', () => {
  const folder = new URL('../docs/diagnostics/', import.meta.url).pathname;
  const pages = diagnosticPages();
  expect(readdirSync(folder).sort()).toEqual(Object.keys(pages).sort());
  for (const [name, text] of Object.entries(pages)) expect(readFileSync(folder + name, 'utf8')).toBe(text);
});

/** Every prefix that a hand at the keyboard passes through, in steps, and every file with one line missing. */
test.each(['gin-and-tonic', 'onsager-reciprocity', 'ternary-dcmix'])('half-typed %s is judged without a defect', async (name) => {
  const text = readFileSync(new URL(`../examples/${name}.soret`, import.meta.url).pathname, 'utf8');
  const lines = text.split('\n');
  const variants = lines.map((_, i) => lines.filter((__, j) => j !== i).join('\n'));
  for (let end = 0; end < text.length; end += 11) variants.push(text.slice(0, end));
  for (const variant of variants)
    for (const found of await diagnose(variant)) expect(diagnostics.has(String(found.code)), `${found.message}\n${variant}`).toBe(true);
});
