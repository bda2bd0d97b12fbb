/** What grows the faster the larger it is: the run says so, with the place, the instant and the statement, and keeps what came before. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument, runSoret } from '../cli/run-soret.js';

const model = (name: string): string => path.join(import.meta.dirname, 'models', `${name}.soret`);

describe('a thermal explosion', () => {
  test('does not happen below the critical source of Frank-Kamenetskii', async () => {
    const { rest, rise } = (await runDocument(model('runaway'), '--set', 'delta=0.87')).studies;
    expect([rest!.status, rise!.status]).toEqual(['ok', 'ok']);
    // The middle is at θ ln(1/a) with a = cos²(√(δ a/2)) … the lower of two roots, below the 1.19 θ of the critical state.
    let most = 0.5;
    for (let k = 0; k < 200; k++) most = 2 * Math.log(Math.cosh(Math.sqrt((0.87 * Math.exp(most)) / 2)));
    expect(rest!.measures['hottest']!.values[0]).toBeCloseTo(20 * most, 3);
  });
  test('is told by both studies above it, with the hot spot, the instant and the source', async () => {
    const { rest, rise } = (await runDocument(model('runaway'), '--set', 'delta=0.89')).studies;
    for (const study of [rest, rise]) {
      expect(study!.status).toBe('failed');
      expect(study!.reason).toMatchObject({
        code: 'run/runaway',
        message: expect.stringMatching(/^T runs away at 5 mm: it has reached .* K after .* s and grows without bound$/) as string,
      });
    }
    const [earlier, last] = rise!.t.slice(-2) as number[];
    expect(last).toBeGreaterThan(earlier!);
    expect(rise!.measures['hottest']!.values.length).toBe(rise!.t.length);
    expect(rise!.measures['hottest']!.values[10]).toBeLessThan(60);
    const { out, err } = await runSoret(['run', model('runaway'), '--set', 'delta=0.89', '--study', 'rise']);
    expect(out + err).toContain('see line 13 of the model');
  });
});

describe('autocatalysis', () => {
  test('runs away when the closed form says so: t = 1/(k c)', async () => {
    const { growth } = (await runDocument(model('autocatalysis'))).studies;
    expect(growth!.reason).toMatchObject({
      code: 'run/runaway',
      message: expect.stringMatching(/^c\(A\) runs away everywhere: it has reached .* mol\/m\^3 after 100 s/) as string,
    });
    expect(growth!.t.at(-1)).toBeCloseTo(100, 1);
    expect(growth!.measures['top']!.values[5]).toBeCloseTo(2, 5);
  });
});
