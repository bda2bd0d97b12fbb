/** The error of the state that a study starts from is in the error bars of the study, and of those that start from it in turn. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

const model = path.join(import.meta.dirname, 'models', 'start-of-another.soret');

test('the error of a coarse start is in the bars of what follows, while it lasts', async () => {
  const document = await runDocument(model);
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

test('so it is in every case of a sweep', async () => {
  const file = path.join(mkdtempSync(path.join(tmpdir(), 'soret-start-')), 'swept.soret');
  const source = readFileSync(model, 'utf8')
    .replace('= 1 W/(m*K)', '= k')
    .replace(/times = list\(1 ms, .*\)/, '');
  writeFileSync(
    file,
    `${source.replace('until = 200 ms', 'until = 10 ms')}
param k = 1 W/(m*K)
sweep over_k { study = second; vary(k) = list(0.5 W/(m*K), 1 W/(m*K), 2 W/(m*K)) }
`,
  );
  const { studies } = await runDocument(file, '--study', 'over_k', '--study', 'second');
  const swept = studies['over_k']!;
  expect(swept.status).toBe('ok');
  for (const measure of ['middle', 'heat'] as const) {
    const { values, errors } = swept.measures[measure]!;
    // The start is that of the model's own k in every case; from there on heat spreads k times as fast.
    [0.5, 1, 2].forEach((k, i) => {
      const { [measure]: wanted } = exact(0.05 + k * 0.01);
      const away = Math.abs(values[i]! - (measure === 'heat' ? k : 1) * wanted);
      expect(away, `${measure} at k = ${k}`).toBeLessThan(errors[i]!);
    });
    const alone = studies['second']!.measures[measure]!;
    expect(errors[1]! / alone.errors.at(-1)!).toBeCloseTo(1, 1);
  }
  expect(swept.measures['middle']!.errors[1]!).toBeGreaterThan(1e-6);
  expect(swept.warnings?.[0]?.message).toContain('the state that it starts from');
});
