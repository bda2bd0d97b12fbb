/** What README and manual show as a whole model is one: it checks without an error. */
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { open, syntaxErrors, unresolved } from './session.js';

const root = path.join(import.meta.dirname, '../..');
const pages = ['README.md', ...readdirSync(path.join(root, 'docs/manual')).map((name) => `docs/manual/${name}`)];
const models = pages.flatMap((page) =>
  [...readFileSync(path.join(root, page), 'utf8').matchAll(/```soret\n(.*?)```/gs)].map(
    (block, i) => [`${page} ${i + 1}`, block[1]!] as const,
  ),
);

test.each(models)('%s', async (_, text) => {
  expect(text).toContain('geometry');
  const { document, check } = await open(text);
  expect(syntaxErrors(document)).toEqual([]);
  expect(unresolved(document)).toEqual([]);
  expect(check.problems).toEqual([]);
});

test.each(pages)('%s links only to what is there', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  for (const [, target] of text.matchAll(/\]\(([^)#]+)(?:#[^)]*)?\)/g))
    if (!target!.startsWith('http')) {
      const file = path.join(root, path.dirname(page), target!);
      expect(readdirSync(path.dirname(file)), target).toContain(path.basename(file));
    }
});
