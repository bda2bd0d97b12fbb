/** Fits of many kinds against least squares of the closed form alone: values, standard errors, correlations. */
import { expect, test } from 'vitest';
import type { FitOutcome } from '../../solver/outcome.js';
import { solve } from '../../solver/solve.js';
import { lowered } from './cell.js';
import { gradient, inverse, judgedAt, leastSquares } from './independent.js';
import { derivedError, specimens, type Specimen } from './specimens.js';

async function fitted({ source, csv }: Pick<Specimen, 'source' | 'csv'>): Promise<FitOutcome> {
  const outcome = solve(await lowered(source, csv), { studies: ['fitted'] }).outcomes[0]!;
  if (outcome.kind !== 'fit') throw new Error('no fit');
  return outcome;
}
const off = (value: number, wanted: number) => Math.abs(value / wanted - 1);

test.each(specimens.map((s) => [s.name, s] as const))('%s', async (_, specimen) => {
  const outcome = await fitted(specimen);
  expect(outcome.reason).toBeUndefined();
  const { f, samples, stated, truth, parameters } = specimen;
  const wanted = leastSquares(f, samples, truth, stated);
  const p = parameters.map((name) => outcome.parameters[name]!.value);
  const here = judgedAt(f, samples, p, stated);
  parameters.forEach((name, k) => {
    const { value, standardError } = outcome.parameters[name]!;
    expect(Math.abs(value - wanted.p[k]!) / wanted.errors[k]!, `${name} in standard errors`).toBeLessThan(1e-3);
    expect(off(standardError, here.errors[k]!), `standard error of ${name}`).toBeLessThan(1e-6);
    // Of a handful of values the scatter, and so the standard error, is itself hardly known.
    if (samples.length > 10) expect(Math.abs(value - truth[k]!) / standardError, `truth of ${name}`).toBeLessThan(4);
    parameters.forEach((__, j) => expect(Math.abs(outcome.correlation[k]![j]! - here.correlation[k]![j]!)).toBeLessThan(1e-6));
  });
});

const called = (start: string): Specimen => specimens.find(({ name }) => name.startsWith(start))!;

test('outliers under a robust loss: the minimum of soft L1 and its sandwich', async () => {
  const own = called('several cells');
  const far = new Set([4, 11, 25]);
  const samples = own.samples.map((s, i) => (far.has(i) ? { ...s, value: Number((s.value + 25 * s.sigma).toPrecision(12)) } : s));
  const [header, ...rows] = own.csv.trim().split('\n');
  const csv = [header, ...rows.map((row, i) => row.replace(/[^,]+$/, String(samples[i]!.value)))].join('\n');
  const outcome = await fitted({ csv, source: own.source.replace('observe = signal', 'observe = signal; loss = robust') });
  expect(outcome.reason).toBeUndefined();
  const weight = (r: number) => 1 / Math.sqrt(1 + r * r);
  let p: readonly number[] = own.truth;
  // Least squares with weights of the last residuals comes to rest where the robust cost has its minimum.
  for (let round = 0; round < 60; round++) {
    const weighted = samples.map((s) => ({ ...s, sigma: s.sigma / Math.sqrt(weight((own.f(p, s.at) - s.value) / s.sigma)) }));
    p = leastSquares(own.f, weighted, p, true).p;
  }
  const at = own.parameters.map((name) => outcome.parameters[name]!.value);
  const J = samples.map((s) => gradient((q) => own.f(q, s.at), at).map((g) => g / s.sigma));
  const residuals = samples.map((s) => (own.f(at, s.at) - s.value) / s.sigma);
  const product = (of: (r: number) => number) =>
    at.map((_, a) => at.map((__, b) => J.reduce((sum, row, i) => sum + of(residuals[i]!) * row[a]! * row[b]!, 0)));
  const outer = inverse(product((r) => (1 + r * r) ** -1.5));
  const inner = product((r) => (weight(r) * r) ** 2);
  own.parameters.forEach((name, k) => {
    const { value, standardError } = outcome.parameters[name]!;
    let variance = 0;
    for (const [a, row] of inner.entries()) for (const [b, v] of row.entries()) variance += outer[k]![a]! * v * outer[b]![k]!;
    expect(off(standardError, Math.sqrt((variance * samples.length) / (samples.length - at.length)))).toBeLessThan(1e-6);
    expect(Math.abs(value - p[k]!) / standardError).toBeLessThan(1e-3);
    expect(Math.abs(value - own.truth[k]!) / standardError).toBeLessThan(4);
  });
});

test('a parameter that rests on its bound: the others are judged as if it were known', async () => {
  const own = called('an activation energy');
  const outcome = await fitted({
    ...own,
    source: own.source.replace('range(5 kJ/mol, 60 kJ/mol)', 'range(5 kJ/mol, 22 kJ/mol)').replace('E = 26', 'E = 20'),
  });
  expect(outcome.reason).toBeUndefined();
  expect(outcome.parameters.E).toMatchObject({ value: 22e3, standardError: NaN });
  expect(outcome.warnings.map((w) => w.code)).toEqual(['fit/deviations', 'fit/at-bound']);
  const f: Specimen['f'] = ([D0, S], at) => own.f([D0!, 22e3, S!], at);
  const wanted = leastSquares(f, own.samples, [own.truth[0]! / 2, own.truth[2]!], true);
  ['D0', 'S'].forEach((name, k) => {
    const { value, standardError } = outcome.parameters[name]!;
    expect(Math.abs(value - wanted.p[k]!) / wanted.errors[k]!).toBeLessThan(1e-3);
    expect(
      off(standardError, judgedAt(f, own.samples, [outcome.parameters.D0!.value, outcome.parameters.S!.value], true).errors[k]!),
    ).toBeLessThan(1e-6);
  });
});

test('quantities derived from fitted parameters', async () => {
  const own = called('S_T(T) that changes its sign');
  const outcome = await fitted({
    ...own,
    source: `${own.source}\nmeasure step = value(c(A), right) / value(c(A), left)\nmeasure slope = S * T0`,
  });
  const p = own.parameters.map((name) => outcome.parameters[name]!.value);
  const { covariance } = judgedAt(own.f, own.samples, p, true);
  const step = (q: readonly number[]) => own.f(q, { x: 1e-3 }) / own.f(q, { x: 0 });
  const derived = { step, slope: ([S, T0]: readonly number[]) => S! * T0! };
  for (const [name, f] of Object.entries(derived)) {
    const measured = outcome.measures[name]!;
    expect(off(measured.values[0]!, f(p)), name).toBeLessThan(1e-8);
    expect(off(measured.errors[0]!, derivedError(f, p, covariance)), name).toBeLessThan(1e-6);
  }
});

test.each([
  ['1e-6 m^2/s', '18 kJ/mol', '3e-2 1/K'],
  ['2e-4 m^2/s', '33 kJ/mol', '2e-3 1/K'],
  ['3e-6 m^2/s', '24 kJ/mol', '4e-2 1/K'],
])('from D0 = %s, E = %s, S = %s the same minimum is found', async (D0, E, S) => {
  const own = called('an activation energy');
  const source = own.source
    .replace('D0 = 1.5e-5 m^2/s', `D0 = ${D0}`)
    .replace('E = 26 kJ/mol', `E = ${E}`)
    .replace('S = 7e-3 1/K', `S = ${S}`);
  const outcome = await fitted({ ...own, source });
  expect(outcome.reason).toBeUndefined();
  const wanted = leastSquares(own.f, own.samples, own.truth, true);
  own.parameters.forEach((name, k) =>
    expect(Math.abs(outcome.parameters[name]!.value - wanted.p[k]!) / wanted.errors[k]!, name).toBeLessThan(2e-3),
  );
});
