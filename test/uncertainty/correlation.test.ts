/** Numbers with `±` that were measured together: what a correlation does to results, and what it is refused for. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { CompletionList, DocumentSymbol, Hover, TextEdit } from 'vscode-languageserver-protocol';
import { separation } from '../fit/cell.js';
import { Session, applyEdits, positionAt, withCursor } from '../server/session.js';
import { problemOf, run, source } from './model.js';

const both = (rho: string, more = '') =>
  source({
    D: 'D',
    S: '9.5e-3 +- 0.3e-3 1/K',
    more: `param D = 6.21e-10 ± 0.2e-10 m^2/s\n${rho}${more}`,
  });

describe('first order', () => {
  test.each([-1, -0.6, 0, 0.8, 1])('u² = Σ Σ c_i u_i r_ij u_j c_j for r = %f', async (r) => {
    const outcome = await run(both(`correlation(D, S) = ${r}`), 'relax');
    const { byD, byS } = separation(600);
    const [a, b] = [byD * 0.2e-10, byS * 0.3e-3];
    const wanted = Math.sqrt(a * a + b * b + 2 * r * a * b);
    expect(outcome.measures.dw!.propagated!.at(-1)! / wanted).toBeCloseTo(1, 4);
    const { shares } = outcome.propagation!.sensitivities.dw!;
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 10);
    expect(outcome.propagation!.correlations.map(({ between, value }) => [...between, value])).toEqual([['D', 'S', r]]);
  });
  test('a let and a param, in either order; bands too; a pair that is not used changes nothing', async () => {
    const text = (r: string) =>
      source({ S: '9.5e-3 +- 0.3e-3 1/K', cold: 'base', more: `let base = 295.15 ± 0.5 K\nlet idle = 1 +- 0.1\n${r}` });
    // at rest Δw = S · 0.25 · (301.15 K − base)
    const [a, b] = [1.5 * 0.3e-3, -9.5e-3 * 0.25 * 0.5];
    const stated = await run(text('correlation(base, S) = 0.5'), 'rest');
    expect(stated.measures.dw!.propagated![0]! / Math.sqrt(a * a + b * b + a * b)).toBeCloseTo(1, 6);
    const independent = await run(text(''), 'rest');
    const width = ({ bands }: typeof stated) => bands!['0/0']!.upper[0]![0]! - bands!['0/0']!.lower[0]![0]!;
    expect(width(stated)).toBeLessThan(width(independent));
    expect((await run(text('correlation(idle, S) = 0.5'), 'rest')).measures.dw!.propagated).toEqual(independent.measures.dw!.propagated);
  });
});

test('samples are drawn from the joint distribution', async () => {
  const text = (r: number) =>
    source({
      S: '9.5e-3 +- 0.3e-3 1/K',
      cold: 'base',
      inSteady: 'propagation = monte_carlo; samples = 800',
      more: `let base = 295.15 ± 0.5 K\ncorrelation(base, S) = ${r}`,
    });
  const [a, b] = [1.5 * 0.3e-3, -9.5e-3 * 0.25 * 0.5];
  for (const r of [-0.9, 0.7]) {
    const outcome = await run(text(r), 'rest');
    expect(outcome.measures.dw!.propagated![0]! / Math.sqrt(a * a + b * b + 2 * r * a * b)).toBeGreaterThan(0.95);
    expect(outcome.measures.dw!.propagated![0]! / Math.sqrt(a * a + b * b + 2 * r * a * b)).toBeLessThan(1.05);
  }
});

test('it is part of the model: another coefficient, another hash', async () => {
  const hashes = await Promise.all(
    ['', 'correlation(D, S) = 0.5', 'correlation(D, S) = 0.6'].map(async (r) => (await problemOf(both(r))).hash),
  );
  expect(new Set(hashes).size).toBe(3);
});

let session: Session;
beforeAll(async () => void (session = await Session.start()), 60_000);
afterAll(() => session.stop());

describe('what cannot be', () => {
  const numbers =
    'let a = 2 +- 0.1\nlet b = 3 +- 0.2\nlet g = 4 +- 0.2\nlet d = 5\nlet h = (1 +- 0.1) * (2 +- 0.1)\nmeasure m = a * b * g * d * h\n';
  const findings = async (text: string) => {
    const found = await session.check(numbers + text);
    return found.filter((d) => d.severity === 1).map((d) => String(d.message));
  };
  test.each<[string, RegExp]>([
    ['correlation(a, b) = 1.2', /^A correlation lies between -1 and 1, but this is 1\.2\./],
    ['correlation(a, b) = -60 %\ncorrelation(b, a) = 0.1', /^The correlation of b and a is stated twice\./],
    ['correlation(a, a) = 0.5', /^A number is not correlated with itself\./],
    ['correlation(a) = 0.5', /^A correlation is of two numbers, but here are 1\./],
    ['correlation(a, d) = 0.5', /^d has no ± of its own\.\n= state its standard uncertainty: d = value ± uncertainty/],
    ['correlation(a, h) = 0.5', /^h is made of more than one number with ±\./],
    ['correlation(a, f) = 0.5', /^No param or let is called f\./],
    ['correlation(a, m) = 0.5', /^m is a measure\./],
    ['correlation(a, b) = 0.5 m', /^A correlation needs .*but this is/],
    ['correlation(a, b) = m', /^A correlation is a constant number\./],
    ['correlation(a, b)', /^This correlation has no value\./],
    [
      'correlation(a, b) = 0.9\ncorrelation(b, g) = 0.9\ncorrelation(a, g) = -0.5',
      /^correlation\(a, b\) = 0\.9 and correlation\(b, g\) = 0\.9 leave 0\.62 to 1 for a and g, but this is -0\.5\./,
    ],
    [
      'correlation(a, b) = 0.9\ncorrelation(b, g) = 0.9',
      /leave 0\.62 to 1 for a and g, which are not stated to be correlated\.\n= state correlation\(a, g\)/,
    ],
  ])('%s', async (text, message) => {
    const found = await findings(text);
    expect(found, found.join('\n')).toHaveLength(1);
    expect(found[0]).toMatch(message);
  });
  test('what can be is not marked: a per cent value, three that fit together, ±1', async () => {
    expect(await findings('correlation(a, b) = 90 %\ncorrelation(b, g) = 0.9\ncorrelation(a, g) = 0.7')).toEqual([]);
    expect(await findings('correlation(a, b) = 1')).toEqual([]);
  });
});

describe('in the editor', () => {
  const numbers = 'param D = 6.2e-10 +- 0.2e-10 m^2/s\nlet S = 9.5e-3 ± 3e-4 1/K\nlet other = 5\n';
  test('completion offers the statement with the names that have a ±, and these inside it', async () => {
    const labels = async (marked: string) => {
      const { text, position } = withCursor(marked);
      return (await session.of<CompletionList>('completion', await session.open(text), { position })).items;
    };
    const statement = (await labels(`${numbers}corr|`)).find((item) => item.label === 'correlation')!;
    expect(statement.textEdit!.newText).toBe('correlation(${1|D,S|}, ${2:S}) = $0');
    expect((await labels(`${numbers}correlation(|`)).map((i) => i.label)).toEqual(expect.arrayContaining(['D', 'S']));
    expect((await labels(`${numbers}correlation(D, |) = 0.1`)).map((i) => i.label)).not.toContain('other');
  });
  test('hover, outline, rename and formatting know it', async () => {
    const text = `${numbers}correlation( D,S )=-0.6\n`;
    const uri = await session.open(text);
    const at = (needle: string) => positionAt(text, text.indexOf(needle));
    const shown = await session.of<Hover>('hover', uri, { position: at('correlation') });
    expect(JSON.stringify(shown.contents)).toContain('of two numbers stated with ±');
    expect((await session.of<DocumentSymbol[]>('documentSymbol', uri)).map((s) => s.name)).toContain('correlation( D,S )=-0.6');
    const renamed = await session.of<{ changes: Record<string, TextEdit[]> }>('rename', uri, { position: at('S ='), newName: 'S_T' });
    expect(applyEdits(text, renamed.changes[uri]!)).toContain('correlation( D,S_T )');
    const formatted = await session.of<TextEdit[]>('formatting', uri, { options: { tabSize: 2, insertSpaces: true } });
    expect(applyEdits(text, formatted)).toContain('\ncorrelation(D, S) = -0.6\n');
  });
});
