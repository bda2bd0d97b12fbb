/** What empties: a body swept by a drift that nothing refills ends empty; a flux that takes more than there is ends the run in time. */
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument } from '../cli/run-soret.js';

const model = (name: string): string => path.join(import.meta.dirname, 'models', `${name}.soret`);

/**
 * Rate at which the body empties [1/s]: along v = A/rⁿ particles keep their concentration, so that the front between swept and full
 * encloses a volume that falls evenly, by the flux through the wall over the volume.
 */
const rates = {
  'swept-slab': 2e-5 / 1e-3,
  'swept-slab-warm': 2e-5 / 1e-3,
  'swept-cylinder': (2 * 1e-3 * 2e-5) / (4e-6 - 1e-6),
  'swept-sphere': (3 * 1e-6 * 2e-5) / (8e-9 - 1e-9),
} as const;

describe('particles driven to a cold wall that keeps them', () => {
  for (const [name, rate] of Object.entries(rates))
    test(`${name}: the body empties evenly, to the end, and no value is negative`, async () => {
      const { swept } = (await runDocument(model(name), '--fields')).studies;
      expect(swept!.status).toBe('ok');
      expect(swept!.report.mass_drift).toBeLessThan(1e-12);
      expect(swept!.report.entropy_production_min).toBeGreaterThanOrEqual(0);
      for (const profile of swept!.fields!['c(P)']!.values as number[][]) expect(Math.min(...profile)).toBeGreaterThanOrEqual(0);
      const { values, errors } = swept!.measures['left_over']!;
      expect(values.length).toBe(16);
      values.forEach((value, k) => {
        const away = Math.abs(value - Math.max(0, 1 - rate * swept!.t[k]!));
        // The robust scheme smears the front over √(cell · length), which shows while it reaches the wall.
        expect(away).toBeLessThan(0.02);
        if (k > 0) expect(away).toBeLessThan(errors[k]!);
      });
    });
});

describe('a sealed body in which everything is used up', () => {
  test('rests empty, and gets there as first order and saturated sinks say', async () => {
    const { rest, loss, after } = (await runDocument(model('decay'), '--fields')).studies;
    for (const study of [rest, after]) {
      expect(study!.status).toBe('ok');
      expect(study!.measures['left_A']!.values[0]).toBe(0);
      expect(Math.abs(study!.measures['left_B']!.values[0]!)).toBeLessThan(1e-12);
      expect(study!.report.mass_drift).toBeLessThan(1e-9);
    }
    expect(loss!.status).toBe('ok');
    const { left_A, left_B } = loss!.measures;
    loss!.t.forEach((t, k) => {
      expect(left_A!.values[k]).toBeCloseTo(Math.exp(-1e-3 * t!), 4);
      // c + K ln c falls evenly; K is small, so that the last of it goes at once.
      expect(Math.abs(left_B!.values[k]! - Math.max(0, 2 - 1e-3 * t!))).toBeLessThan(3e-4);
    });
  });
});

describe('a flux that takes more than there is', () => {
  test('ends the run when nothing is left at the wall, and what was computed is kept', async () => {
    const { drained } = (await runDocument(model('exhausted'))).studies;
    expect(drained!.status).toBe('failed');
    // The wall is empty when √(πt/D)·2J/π reaches the initial concentration: t = π D c²/(4 J²).
    const emptied = (Math.PI * 1e-9) / (4 * 1e-10);
    expect(Math.abs(drained!.t.at(-1)! / emptied - 1)).toBeLessThan(0.01);
    expect(drained!.reason).toMatchObject({
      code: 'run/exhausted',
      message: expect.stringContaining('nothing is left of c(P) at 0 mm, 7.8') as string,
    });
    expect(drained!.measures['left_over']!.values.at(-1)).toBeCloseTo(1 - (1e-5 * emptied) / 1e-3, 3);
  });
});
