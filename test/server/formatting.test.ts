/** The formatter: keeps meaning and comments, reaches its end in one step, lays things out as people expect. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { EmptyFileSystem } from 'langium';
import type { AstNode } from 'langium';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { apply } from '../../language/lsp/formatting/formatter.js';
import { layoutEdits } from '../../language/lsp/formatting/layout.js';
import { grammarWords } from '../../language/lsp/grammar-words.js';
import { tokenize } from '../../language/lsp/tokens.js';
import { createSoretServices } from '../../language/services.js';
import { applyEdits, root, Session } from './session.js';

const { soret } = createSoretServices(EmptyFileSystem);
const words = grammarWords(soret.Grammar);
const format = (text: string, unit = '  '): string => apply(text, layoutEdits(tokenize(soret.parser.Lexer, text), words, unit));
const examples = readdirSync(path.join(root, 'examples')).filter((file) => file.endsWith('.soret'));
const read = (file: string): string => readFileSync(path.join(root, 'examples', file), 'utf8');

/** The tree without places and links. */
function tree(text: string): unknown {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (typeof value !== 'object' || value === null) return value;
    if ('$refText' in value) return value.$refText;
    return Object.fromEntries(
      Object.entries(value).flatMap(([key, inner]) => (key.startsWith('$') && key !== '$type' ? [] : [[key, plain(inner)]])),
    );
  };
  return plain(soret.parser.LangiumParser.parse<AstNode>(text).value);
}
const comments = (text: string): string[] =>
  tokenize(soret.parser.Lexer, text)
    .all.filter((token) => token.tokenType.name.endsWith('COMMENT'))
    .map((token) => token.image.replace(/\n\s*/g, '\n'));

test.each(examples)('%s: same tree, same comments, nothing left to do the second time', (file) => {
  const text = read(file);
  const once = format(text);
  expect(tree(once)).toEqual(tree(text));
  expect(comments(once)).toEqual(comments(text));
  expect(format(once)).toBe(once);
});
test('the first example stands as the formatter wants it', () => {
  expect(format(read('gin-and-tonic.soret'))).toBe(read('gin-and-tonic.soret'));
});

test('blanks pushed in at random make no difference', () => {
  const text = read('gin-and-tonic.soret');
  const { code } = tokenize(soret.parser.Lexer, text);
  const places = code.slice(1).map((token) => token.startOffset);
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom(...places), fc.constantFrom(' ', '  ', '\t'))), (blanks) => {
      // a blank inside of a call's name and its parenthesis, or before a unit, is still a blank
      const messy = [...blanks]
        .sort((a, b) => b[0] - a[0])
        .reduce((result, [at, blank]) => result.slice(0, at) + blank + result.slice(at), text);
      const once = format(messy);
      expect(tree(once)).toEqual(tree(messy));
      expect(format(once)).toBe(once);
    }),
    { numRuns: 100, seed: 3 },
  );
});

test('half-typed and broken text: no token changes, one step is enough', () => {
  const text = read('gin-and-tonic.soret');
  const images = (t: string) => tokenize(soret.parser.Lexer, t).code.map((token) => token.image);
  for (let offset = 0; offset < text.length; offset += 3) {
    const cut = text.slice(0, offset);
    const once = format(cut);
    expect(images(once)).toEqual(images(cut));
    expect(format(once)).toBe(once);
  }
});

test.each([
  ['signs, powers, calls', 'let a=-x ^2+3*( -y )\n', 'let a = -x^2 + 3 * (-y)\n'],
  ['a blank before ^ raises the quantity', 'let a = 3 m ^ 2 + 3 m^2\n', 'let a = 3 m ^ 2 + 3 m^2\n'],
  ['a unit is not a division', 'let a = 6 m/s+6 m /s\n', 'let a = 6 m/s + 6 m / s\n'],
  ['a product ends a unit', 'let a = 40 K*sin( x )\n', 'let a = 40 K * sin(x)\n'],
  ['uncertainty', 'let a = 3.2e-3+-1e-4   1/K\n', 'let a = 3.2e-3 +- 1e-4 1/K\n'],
  ['conditions', 'let a=if x<1 m and(not y) then 1 else 2\n', 'let a = if x < 1 m and (not y) then 1 else 2\n'],
  ['named arguments', 'measure m=value( T ,x=0.3 mm )\n', 'measure m = value(T, x = 0.3 mm)\n'],
  [
    'columns of a block',
    'mixture m of a, b {\ndensity=1 kg/m^3 // d\n soret(a)  = 1 1/K // s\n}\n',
    'mixture m of a, b {\n  density  = 1 kg/m^3  // d\n  soret(a) = 1 1/K     // s\n}\n',
  ],
  ['columns of neighbours', 'param hot=1 K\nlet b=2 K\n', 'param hot = 1 K\nlet   b   = 2 K\n'],
  ['one blank line is enough', 'let a = 1\n\n\n\nlet b = 2\n\n\n', 'let a = 1\n\nlet b = 2\n'],
  ['a missing last line end', 'let a = 1', 'let a = 1\n'],
  ['lines that go on', 'plot w(a) over x\nof rest\n', 'plot w(a) over x\n  of rest\n'],
  ['inner blocks', 'geometry slab {\nlayer a {\nthickness=1 mm\n}\n}\n', 'geometry slab {\n  layer a {\n    thickness = 1 mm\n  }\n}\n'],
  [
    'comments of several lines',
    'mixture m of a, b {\n/* one\n   two */\ndensity = 1 kg/m^3\n}\n',
    'mixture m of a, b {\n  /* one\n     two */\n  density = 1 kg/m^3\n}\n',
  ],
  [
    'a comment that the writer has put in column',
    'let a = 1          // one\nlet bb = 2         // two\n',
    'let a  = 1         // one\nlet bb = 2         // two\n',
  ],
  [
    'reactions',
    'source { reaction k { 2 A+B->C; rate=1 mol/(m^3*s) } }\n',
    'source { reaction k { 2 A + B -> C; rate = 1 mol/(m^3*s) } }\n',
  ],
  ['Windows line ends', 'let a=1\r\nlet bb=2\r\n', 'let a  = 1\r\nlet bb = 2\r\n'],
])('%s', (_, text, wanted) => {
  expect(format(text)).toBe(wanted);
  expect(tree(wanted)).toEqual(tree(text));
});
test('tabs when the editor wants them', () => {
  expect(format('mixture m of a, b {\ndensity = 1 kg/m^3\n}\n', '\t')).toBe('mixture m of a, b {\n\tdensity = 1 kg/m^3\n}\n');
});

let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());
const options = { tabSize: 2, insertSpaces: true };

test('a range changes its own lines only', async () => {
  const text = 'let a=1\nlet b=2\nlet c=3\n';
  const uri = await session.open(text);
  const edits = await session.of<never[]>('rangeFormatting', uri, {
    range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
    options,
  });
  expect(applyEdits(text, edits)).toBe('let a=1\nlet b = 2\nlet c=3\n');
});
test('a new line puts the line before it in order, and leaves the cursor alone', async () => {
  const text = 'mixture m of a, b {\ndensity=1 kg/m^3\n    \n}\n';
  const uri = await session.open(text);
  const edits = await session.at<never[]>('onTypeFormatting', uri, { line: 2, character: 4 }, { ch: '\n', options });
  expect(applyEdits(text, edits)).toBe('mixture m of a, b {\n  density = 1 kg/m^3\n    \n}\n');
});
