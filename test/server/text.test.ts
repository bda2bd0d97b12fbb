/** Positions count UTF-16 units; Windows line ends and characters beyond the basic plane are ordinary text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Range } from 'vscode-languageserver-protocol';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { positionAt, root, Session } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');
let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

test('behind a character of two units the columns are those of the editor', async () => {
  const text = 'let 𝛼_0 = 3 m\nlet b = /* 🧪🧪 */ 𝛼_0 + 2 s\n';
  const [wrong] = await session.check(text);
  expect(wrong).toMatchObject({ code: 'unit/sum', range: { start: { line: 1 } } });
  const { start, end } = wrong!.range;
  const line = text.split('\n')[1]!;
  expect(line.slice(start.character, end.character)).toContain('𝛼_0 + 2 s');
});

test('a name beyond the basic plane can be renamed', async () => {
  const text = 'let 𝛼_0 = 3 m\nlet b = 2 * 𝛼_0\n';
  const uri = await session.open(text);
  await session.diagnostics(uri);
  const edit = await session.at<{ changes: Record<string, { range: Range }[]> }>('rename', uri, positionAt(text, text.lastIndexOf('𝛼')), {
    newName: 'ψ',
  });
  expect(edit.changes[uri]!.map(({ range }) => [range.start.character, range.end.character])).toEqual([
    [4, 8],
    [12, 16],
  ]);
});

test('Windows line ends: same diagnostics, same outline, same colours', async () => {
  const broken = gin.replace('0.35 W/(m*K)', '0.35 W/(m*s)');
  const [unix, windows] = [await session.open(broken), await session.open(broken.replaceAll('\n', '\r\n'))];
  const plain = async (uri: string) => (await session.diagnostics(uri)).map(({ range, code, message }) => ({ range, code, message }));
  expect(await plain(windows)).toEqual(await plain(unix));
  expect((await plain(unix)).length).toBeGreaterThan(0);
  for (const method of ['documentSymbol', 'semanticTokens/full', 'foldingRange']) {
    const [a, b] = await Promise.all([unix, windows].map((uri) => session.of(method, uri)));
    expect(b, method).toEqual(a);
  }
});
