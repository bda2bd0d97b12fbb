/** `soret design`: the report, the JSON, and what it refuses. */
import path from 'node:path';
import { expect, test } from 'vitest';
import { runSoret } from '../cli/run-soret.js';

const file = (name: string) => path.join(import.meta.dirname, '../../examples', name);
const gin = file('gin-and-tonic.soret');

test('sensitivities in the units of the model', async () => {
  const { out, code } = await runSoret(['design', gin, '--study', 'rest']);
  expect(code).toBe(0);
  expect(out).toMatch(/separation of rest, steady state: -0\.0076798/);
  expect(out).toMatch(/hot\s+30 degC\s+-0\.000768 per degC\s+-0\.0307 over its range/);
});

test('a wanted signal: where it is, or how near the range comes', async () => {
  const reached = await runSoret(['design', gin, '--study', 'rest', '--reach', '-0.01']);
  expect(reached.code).toBe(0);
  expect(reached.out).toMatch(/hot\s+33\.02\d* degC/);
  const { out, code } = await runSoret(['design', gin, '--study', 'rest', '--reach', '-0.5']);
  expect(code).toBe(3);
  expect(out).toMatch(/not reached\s+from 20 degC to 60 degC; nearest -0\.030\d* at 60 degC/);
});

test('an optimum on the end of a range is called that', async () => {
  const { out } = await runSoret(['design', gin, '--study', 'relax', '--at', '5 min', '--smallest', '--vary', 'hot=25 degC to 50 degC']);
  expect(out).toMatch(/Smallest separation found: -0\.01/);
  expect(out).toMatch(/hot\s+50 degC\s+the upper end of its range/);
  expect(out).toMatch(/the range decides, not the experiment/);
});

test('JSON in SI units', async () => {
  const { out } = await runSoret(['design', gin, '--study', 'rest', '--reach', '-0.01', '--format', 'json']);
  const document = JSON.parse(out) as {
    readonly value: number;
    readonly sensitivities: readonly { readonly name: string; readonly derivative: number }[];
    readonly reached: readonly { readonly parameter: string; readonly reachedAt: number }[];
  };
  expect(document.value).toBeCloseTo(-0.0076798, 6);
  expect(document.sensitivities[0]).toMatchObject({ name: 'hot' });
  expect(document.reached[0]!.reachedAt).toBeCloseTo(306.17, 1);
});

test.each([
  [['--study', 'rest', '--reach', '3 K'], /separation is a plain number/],
  [['--study', 'rest', '--at', '3 min'], /steady and has no time/],
  [[], /more than one steady or transient study.*rest, relax/],
  [['--study', 'rest', '--vary', 'hot=60 degC to 20 degC', '--largest'], /the lower end must come first/],
  [['--study', 'rest', '--vary', 'hto=20 degC to 60 degC', '--largest'], /Did you mean hot/],
  [['--study', 'rest', '--largest', '--smallest'], /one goal at a time/],
  [['--measure', 'separatoin', '--study', 'rest'], /Did you mean separation/],
])('refuses %j', async (given, message) => {
  const { err, code } = await runSoret(['design', gin, ...given]);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});
