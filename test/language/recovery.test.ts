import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type * as ast from '../../language/generated/ast.js';
import { example, model, newSession, open } from './session.js';

/** A megabyte in the long run, where anything quadratic would not end. */
const soupLines = process.env['SORET_LONG'] ? 26_000 : 5_000;

/** Everything that may be asked of a document, whatever it holds. */
async function survive(session: ReturnType<typeof newSession>, text: string): Promise<ast.Model> {
  const document = await session.open(text);
  session.soret.check.CheckService.of(document);
  session.soret.lower.LowerService.of(document);
  session.shared.workspace.LangiumDocuments.deleteDocument(document.uri);
  return document.parseResult.value as ast.Model;
}

describe('half-typed files', () => {
  test('gin and tonic cut at every column: nothing throws, and the declarations before the cut stay', async () => {
    const session = newSession();
    const text = example('gin-and-tonic.soret');
    const whole = await survive(session, text);
    const ends = whole.declarations.map((d) => d.$cstNode!.end);
    let lost = 0;
    for (let cut = 0; cut <= text.length; cut += 3) {
      const root = await survive(session, text.slice(0, cut));
      const complete = ends.filter((end) => end < cut).length;
      if (root.declarations.length < complete) lost++;
    }
    expect(lost).toBe(0);
  }, 120_000);

  test('each line of every form cut at every column: nothing throws, and the other declarations stay', async () => {
    const session = newSession();
    const lines = model('every-form.soret').split('\n');
    const names = (root: ast.Model) => root.declarations.flatMap((d) => ('name' in d ? [d.name] : []));
    const whole = names(await survive(session, lines.join('\n')));
    let cases = 0;
    let missing = 0;
    for (let i = 0; i < lines.length; i++)
      for (let column = 1; column < lines[i]!.length; column += 11) {
        const cut = lines.map((line, k) => (k === i ? line.slice(0, column) : line)).join('\n');
        const found = new Set(names(await survive(session, cut)));
        cases++;
        missing += whole.filter((name) => !lines[i]!.includes(name) && !found.has(name)).length;
      }
    expect(cases).toBeGreaterThan(300);
    // a cut inside a block may take that block's own name with it, never the others'
    expect(missing / (cases * whole.length)).toBeLessThan(0.001);
  }, 120_000);

  test('any soup of tokens', async () => {
    const session = newSession();
    const tokens = fc.constantFrom(
      ...'mixture species { } ( ) = + - * / ^ , ; of in let a b 3 25 degC kg/m^3 % if then else not or "x T w(A) plot over at expect is within geometry slab // /* */ \n ± -> := °C'.split(
        ' ',
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(tokens, { maxLength: 60 }), async (parts) => void (await survive(session, parts.join(' ')))),
      { numRuns: 150 },
    );
  });
});

describe('limits', () => {
  test('deep nesting is a diagnostic, and the next document is read as ever', async () => {
    for (const text of [
      `let a = ${'('.repeat(5000)}1${')'.repeat(5000)}`,
      `let a = ${'-'.repeat(20000)}1`,
      `let a = ${'exp('.repeat(3000)}`,
    ]) {
      const { document } = await open(text);
      expect(document.parseResult.parserErrors.length).toBeGreaterThan(0);
      expect((await open('let b = 2')).root.declarations).toHaveLength(1);
    }
  });
  test('a sum of thousands of terms', async () => {
    const { root, check } = await open(`let a = ${Array.from({ length: 2000 }, () => '1 m').join(' + ')}`);
    expect(check.valueOf((root.declarations[0] as ast.Let).value)).toBe(2000);
    expect(check.problems).toEqual([]);
  });
  test('a long chain of names', async () => {
    const chain = Array.from({ length: 500 }, (_, i) => `let a${i} = ${i === 0 ? '1 m' : `a${i - 1} + 1 m`}`).reverse();
    const { root, check } = await open(chain.join('\n'));
    expect(check.valueOf((root.declarations[0] as ast.Let).value)).toBe(500);
  });
  test('a long soup is read in bounded time', async () => {
    const session = newSession();
    const soup = 'kg 3 m/s ( = } { let x "a\n * degC 4e '.repeat(soupLines);
    await survive(session, soup);
  }, 120_000);
});
