/** Half-typed files: the example cut at every column, edited at random, made of rubbish. The server answers as for a fresh file. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { positionAt, root, Session } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');
let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

test('cut behind every character: diagnostics, completion, outline', async () => {
  const uri = await session.open('');
  for (let offset = 0; offset <= gin.length; offset++) {
    const text = gin.slice(0, offset);
    void session.replace(uri, text);
    const [completion, symbols] = await Promise.all([
      session.at<{ items: unknown[] }>('completion', uri, positionAt(text, offset)),
      session.of<unknown[]>('documentSymbol', uri),
      session.at('hover', uri, positionAt(text, offset)),
      session.at('signatureHelp', uri, positionAt(text, offset)),
    ]);
    expect(Array.isArray(completion.items)).toBe(true);
    expect(Array.isArray(symbols)).toBe(true);
  }
  expect(await session.diagnostics(uri)).toEqual([]);
}, 120_000);

test('each line cut at every column: every other declaration stays in the outline', async () => {
  const uri = await session.open(gin);
  const lines = gin.split('\n');
  const symbolsOf = async () => (await session.of<{ name: string }[]>('documentSymbol', uri)).map((symbol) => symbol.name);
  const whole = await symbolsOf();
  let lost = 0;
  let asked = 0;
  for (const [number, line] of lines.entries()) {
    for (let column = 1; column < line.length; column += 2) {
      const cut = [...lines.slice(0, number), line.slice(0, column), ...lines.slice(number + 1)].join('\n');
      void session.replace(uri, cut);
      const names = await symbolsOf();
      // the declaration that is being typed may be missing or differ
      lost += Math.max(0, whole.filter((name) => !names.includes(name)).length - 1);
      asked++;
    }
  }
  expect(lost / asked).toBeLessThan(0.01);
}, 120_000);

test('random edits by didChange give the diagnostics of a fresh file', async () => {
  const pieces = [
    '{',
    '}',
    '(',
    ')',
    '=',
    ' = ',
    '\n',
    '\r\n',
    '//',
    '/*',
    '*/',
    '"',
    ';',
    'soret',
    'of ',
    '3 kg/m^3',
    'w(ethanol)',
    'é',
    '𝛼',
    '²',
    'geometry ',
    '1e',
    '+-',
  ];
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.integer({ min: 0, max: 12 }),
    text: fc.constantFrom(...pieces),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 12 }), async (edits) => {
      const uri = await session.open(gin);
      let text = gin;
      for (const { at, length, text: inserted } of edits) {
        const start = Math.floor(at * text.length);
        const end = Math.min(text.length, start + length);
        // a change may not cut a surrogate pair or a line end in two
        if (/[\uDC00-\uDFFF\n]/.test(`${text[start] ?? ''}${text[end] ?? ''}`)) continue;
        void session.change(uri, { range: { start: positionAt(text, start), end: positionAt(text, end) }, text: inserted });
        text = text.slice(0, start) + inserted + text.slice(end);
      }
      const edited = await session.diagnostics(uri);
      const fresh = await session.diagnostics(await session.open(text, `${uri}.fresh.soret`));
      const plain = (list: typeof edited) => list.map(({ range, code, message }) => ({ range, code, message }));
      expect(plain(edited)).toEqual(plain(fresh));
      await session.close(uri);
      await session.close(`${uri}.fresh.soret`);
    }),
    { numRuns: 60, seed: 7 },
  );
}, 120_000);

test('token soup and random characters never fail or hang', async () => {
  const words = gin.split(/(\s+|[{}()=;,])/).filter((word) => word !== '');
  const soup = fc.oneof(
    fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((list) => list.join(' ')),
    fc.string({ maxLength: 120, unit: 'binary' }),
  );
  const uri = await session.open('');
  await fc.assert(
    fc.asyncProperty(soup, async (text) => {
      void session.replace(uri, text);
      const end = positionAt(text, text.length);
      await Promise.all([
        session.diagnostics(uri),
        session.at('completion', uri, end),
        session.at('hover', uri, end),
        session.of('semanticTokens/full', uri),
        session.of('formatting', uri, { options: { tabSize: 2, insertSpaces: true } }),
        session.of('inlayHint', uri, { range: { start: { line: 0, character: 0 }, end } }),
        session.of('codeAction', uri, { range: { start: end, end }, context: { diagnostics: [] } }),
      ]);
    }),
    { numRuns: 150, seed: 11 },
  );
}, 120_000);

test('changes out of order of answers: only the newest version is reported', async () => {
  const uri = await session.open(gin);
  for (let i = 0; i < 30; i++) void session.replace(uri, gin.replace('935 kg', `93${i} kgg`));
  await session.replace(uri, gin);
  expect(await session.diagnostics(uri)).toEqual([]);
});
test('what is half typed is one syntax error at its place, and the rest of the file is judged', async () => {
  for (const [text, line, character] of [
    ['species A { molar_mass = }\nlet q = 3 m + 2 s\n', 0, 25],
    ['mixture \nlet q = 3 m + 2 s\n', 0, 0],
    ['let a = 3 * (2 + \nlet q = 3 m + 2 s\n', 0, 15],
    ['plot over\nlet q = 3 m + 2 s\n', 0, 5],
  ] as const) {
    const found = await session.check(text);
    expect(
      found.filter(({ code }) => code === 'syntax/error').map(({ range }) => range.start),
      text,
    ).toEqual([{ line, character }]);
    expect(
      found.filter(({ code }) => code === 'unit/sum').map(({ range }) => range.start.line),
      text,
    ).toEqual([1]);
    expect(found.map(({ code }) => code)).not.toContain('limit/nesting');
  }
});
