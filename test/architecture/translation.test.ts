import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { texts } from '../webview/texts.js';
import { handWritten, root } from './sources.js';

/** Texts of the VS Code half, as the code says them, and those of the results view, which stand in one table. */
const said = new Set([
  ...texts,
  ...handWritten()
    .filter(({ path }) => path.startsWith('extension/') && !path.startsWith('extension/webview/') && path.endsWith('.ts'))
    .flatMap(({ text }) => [...text.matchAll(/\bl10n\.t\(\s*'((?:[^'\\]|\\.)*)'/g)].map(([, words]) => (words ?? '').replace(/\\'/g, "'"))),
]);
const calls = handWritten()
  .filter(({ path }) => path.startsWith('extension/') && !path.startsWith('extension/webview/') && path.endsWith('.ts'))
  .reduce((n, { text }) => n + [...text.matchAll(/\bl10n\.t\(/g)].length, 0);
const placeholders = (text: string): string[] => [...text.matchAll(/\{\d\}/g)].map(([p]) => p).sort();
const bundles = readdirSync(join(root, 'l10n'));
const read = (file: string): Record<string, string> => JSON.parse(readFileSync(join(root, file), 'utf8')) as Record<string, string>;

describe('translations', () => {
  it('are found by a plain text at every call', () => {
    const literal = handWritten()
      .filter(({ path }) => path.startsWith('extension/') && !path.startsWith('extension/webview/') && path.endsWith('.ts'))
      .reduce((n, { text }) => n + [...text.matchAll(/\bl10n\.t\(\s*'/g)].length, 0);
    expect(literal).toBe(calls);
    expect(said.size).toBeGreaterThan(30);
  });

  it.each(bundles)('%s has every text once, and none to spare', (file) => {
    expect(Object.keys(read(`l10n/${file}`)).sort()).toEqual([...said].sort());
  });

  it.each(bundles)('%s keeps what is filled in, and leaves no text as it was', (file) => {
    for (const [english, other] of Object.entries(read(`l10n/${file}`))) {
      expect(placeholders(other), english).toEqual(placeholders(english));
      expect(other).not.toBe(english);
    }
  });

  it('of the manifest keep their links and code', () => {
    const english = read('package.nls.json');
    for (const file of readdirSync(root).filter((name) => /^package\.nls\..+\.json$/.test(name)))
      for (const [key, text] of Object.entries(read(file))) {
        const kept = (words: string): string[] => [...words.matchAll(/\(command:[^)]*\)|`[^`]*`|\$\{\w+\}/g)].map(([part]) => part).sort();
        expect(kept(text), `${file} ${key}`).toEqual(kept(english[key] ?? ''));
      }
    expect(readdirSync(root).filter((name) => /^package\.nls\..+\.json$/.test(name))).toHaveLength(bundles.length);
  });
});
