/** Every request at every offset of the example: each is answered, none fails. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { positionAt, root, Session } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');
let session: Session;
let uri: string;
beforeAll(async () => {
  session = await Session.start();
  uri = await session.open(gin);
  await session.diagnostics(uri);
});
afterAll(() => session.stop());

const offsets = Array.from({ length: gin.length + 1 }, (_, offset) => offset);
const answers = <R>(ask: (position: { line: number; character: number }) => Promise<R>): Promise<R[]> =>
  Promise.all(offsets.map((offset) => ask(positionAt(gin, offset))));

test.each(['completion', 'hover', 'signatureHelp', 'definition', 'documentHighlight'])(
  'textDocument/%s',
  async (method) => {
    const all = await answers((position) => session.at(method, uri, position));
    expect(all.length).toBe(offsets.length);
    expect(all.filter((answer) => answer !== null && answer !== undefined).length).toBeGreaterThan(5);
  },
  60_000,
);

test('textDocument/references', async () => {
  const all = await answers((position) =>
    session.at<unknown[] | null>('references', uri, position, { context: { includeDeclaration: true } }),
  );
  expect(all.filter((answer) => Array.isArray(answer) && answer.length > 1).length).toBeGreaterThan(50);
}, 60_000);

test('textDocument/codeAction', async () => {
  const all = await answers((position) =>
    session.of<unknown[]>('codeAction', uri, { range: { start: position, end: position }, context: { diagnostics: [] } }),
  );
  expect(all.filter((actions) => actions.length > 0).length).toBeGreaterThan(50);
}, 60_000);

test('textDocument/selectionRange: each range contains the one inside it, the last is the file', async () => {
  interface Nested {
    range: { start: { line: number; character: number }; end: { line: number; character: number } };
    parent?: Nested;
  }
  const [first] = await answers((position) => session.of<Nested[]>('selectionRange', uri, { positions: [position] }));
  expect(first).toHaveLength(1);
  const all = await session.of<Nested[]>('selectionRange', uri, { positions: offsets.map((offset) => positionAt(gin, offset)) });
  const end = positionAt(gin, gin.length);
  for (const made of all) {
    let last = made;
    for (let outer = made.parent; outer; outer = outer.parent) {
      expect(isBefore(outer.range.start, last.range.start) && isBefore(last.range.end, outer.range.end)).toBe(true);
      last = outer;
    }
    expect(last.range).toEqual({ start: { line: 0, character: 0 }, end });
  }
}, 60_000);
const isBefore = (a: { line: number; character: number }, b: { line: number; character: number }): boolean =>
  a.line < b.line || (a.line === b.line && a.character <= b.character);

test('textDocument/prepareRename refuses in words or answers', async () => {
  const all = await answers((position) =>
    session.at('prepareRename', uri, position).then(
      (range) => range ?? 'nothing',
      (error: Error) => error.message,
    ),
  );
  const messages = new Set(all.filter((answer) => typeof answer === 'string'));
  for (const message of messages) expect(message).toMatch(/^nothing$|is part of the language and keeps its name\.$/);
  expect(all.filter((answer) => typeof answer === 'object').length).toBeGreaterThan(100);
}, 60_000);

test('requests about the whole document', async () => {
  const everything = { range: { start: { line: 0, character: 0 }, end: positionAt(gin, gin.length) } };
  for (const method of ['documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full'])
    expect(await session.of(method, uri), method).toBeDefined();
  for (const method of ['inlayHint', 'semanticTokens/range']) expect(await session.of(method, uri, everything), method).toBeDefined();
});
