/** Monte-Carlo propagation: agrees with first order where the model is nearly linear, and tells where it is not. */
import { expect, test } from 'vitest';
import { latinHypercube, normalQuantile, quantile } from '../../solver/uncertainty/sampling.js';
import { run, source } from './model.js';

const samples = 'propagation = monte_carlo; samples = 400';

test('a linear measure: the same standard uncertainty as first order, and 95 % within 1.96 of it', async () => {
  const stated = { S: '9.5e-3 +- 0.3e-3 1/K', hot: '301.15 ± 0.1 K' };
  const first = await run(source(stated), 'rest');
  const sampled = await run(source({ ...stated, inSteady: samples }), 'rest');
  const u = first.measures.dw!.propagated![0]!;
  expect(sampled.propagation).toMatchObject({ method: 'monte_carlo', solves: 401, failed: 0 });
  expect(Math.abs(sampled.measures.dw!.propagated![0]! / u - 1)).toBeLessThan(0.02);
  const { mean, lower, upper } = sampled.propagation!.distributions.dw!;
  expect(Math.abs(mean[0]! - first.measures.dw!.values[0]!) / u).toBeLessThan(0.01);
  expect(Math.abs((upper[0]! - lower[0]!) / (2 * 1.96 * u) - 1)).toBeLessThan(0.1);
});

test('the square of a normal number: the mean is shifted and the interval lopsided, as it must be', async () => {
  const more = 'let q = 1 +- 0.3\nmeasure square = q^2 + 0 * dw';
  const outcome = await run(source({ inSteady: samples, more }), 'rest');
  const { mean, lower, upper } = outcome.propagation!.distributions.square!;
  expect(mean[0]).toBeCloseTo(1 + 0.09, 2);
  expect(outcome.measures.square!.propagated![0]).toBeCloseTo(Math.sqrt(4 * 0.09 + 2 * 0.0081), 1);
  expect(lower[0]).toBeCloseTo((1 - 1.96 * 0.3) ** 2, 1);
  expect(upper[0]).toBeCloseTo((1 + 1.96 * 0.3) ** 2, 1);
});

test('the same run gives the same samples', async () => {
  const text = source({ D: '6.21e-10 ± 0.3e-10 m^2/s', inTransient: 'propagation = monte_carlo; samples = 20' });
  const [a, b] = [await run(text, 'relax'), await run(text, 'relax')];
  expect(a.measures.dw!.propagated).toEqual(b.measures.dw!.propagated);
});

test('samples without a solution are counted and said', async () => {
  const outcome = await run(source({ D: '6.21e-10 ± 6e-10 m^2/s', inTransient: 'propagation = monte_carlo; samples = 100' }), 'relax');
  expect(outcome.propagation!.failed).toBeGreaterThan(5);
  expect(outcome.warnings.map((w) => w.code)).toContain('run/uncertainty');
});

test('quantiles of the normal distribution, and one sample in every slice', () => {
  expect(normalQuantile(0.975)).toBeCloseTo(1.959963984540054, 11);
  expect(normalQuantile(1e-6)).toBeCloseTo(-4.753424308822899, 8);
  expect(normalQuantile(0.5)).toBeCloseTo(0, 12);
  const rows = latinHypercube(100, 2, 7);
  for (const column of [0, 1]) {
    const sorted = rows.map((row) => row[column]!).sort((a, b) => a - b);
    sorted.forEach((u, i) => expect(Math.floor(100 * u)).toBe(i));
  }
  expect(quantile(Float64Array.of(0, 1, 2, 3), 0.5)).toBe(1.5);
});
