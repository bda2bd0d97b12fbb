/** The error of the state that a study starts from is in the error bars of the study, and of those that start from it in turn. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runDocument } from '../cli/run-soret.js';

/** T [K] in the middle and heat [W/m²] into the hot wall of a slab of 1 mm, whose diffusivity is 1e-6 m²/s, t [s] after it jumped by 10 K. */
function exact(t: number): { readonly middle: number; readonly heat: number } {
  let [middle, heat] = [305, 1e4];
  for (let n = 1; n < 400; n++) {
    const left = Math.exp(-n * n * Math.PI * Math.PI * t);
    middle -= (20 / (n * Math.PI)) * Math.sin((n * Math.PI) / 2) * left;
    heat += 2e4 * left;
  }
  return { middle, heat };
}

test('the error of a coarse start is in the bars of what follows, while it lasts', async () => {
  const document = await runDocument(path.join(import.meta.dirname, 'models', 'start-of-another.soret'));
  const begins = { first: 0, second: 0.05, third: 0.25 };
  for (const name of ['second', 'third'] as const) {
    const study = document.studies[name]!;
    expect(study.status).toBe('ok');
    for (const measure of ['middle', 'heat'] as const) {
      const { values, errors } = study.measures[measure]!;
      study.t.forEach((t, k) => {
        const away = Math.abs(values[k]! - exact(begins[name] + t!)[measure]);
        expect(away, `${measure} of ${name} after ${t} s`).toBeLessThan(errors[k]!);
        // Not merely because bars are wide: the slowest mode of the start's error dies out like the slab's.
        if (measure === 'middle') expect(errors[k]!).toBeLessThan(1e-4 * Math.exp(-Math.PI * Math.PI * (begins[name] + t! - 0.05)) + 1e-8);
      });
    }
  }
  const { second } = document.studies;
  expect(second!.measures['middle']!.errors[1]!).toBeGreaterThan(1e-6);
  expect(second!.warnings).toMatchObject([
    { code: 'run/tolerance', message: expect.stringContaining('the state that it starts from') as string },
  ]);
  expect(document.studies['third']!.warnings ?? []).toEqual([]);
});
