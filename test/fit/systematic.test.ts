/** What stated uncertainties do to fitted values, beside the errors of the data, in closed form. */
import { expect, test } from 'vitest';
import type { FitOutcome } from '../../solver/outcome.js';
import { solve } from '../../solver/solve.js';
import { cell, cellData, cellModel, lowered } from './cell.js';

const fit = async (source: string): Promise<FitOutcome> => {
  const outcome = solve(await lowered(source, cellData(40, 2e-5, 11)), { studies: ['cell'] }).outcomes[0];
  if (outcome?.kind !== 'fit' || outcome.status !== 'ok') throw new Error(outcome?.reason?.message);
  return outcome;
};
const model = cellModel();

test('a length: D goes with its square, S_T does not see it', async () => {
  const { D, S } = (await fit(model.replace('length = 1.5 mm', 'length = 1.5 ± 0.01 mm'))).parameters;
  expect(D!.propagated! / ((2 * 0.01 * D!.value) / 1.5)).toBeCloseTo(1, 4);
  expect(S!.propagated! / S!.value).toBeLessThan(1e-6);
});

test('walls and a contrast factor: S_T goes with the inverse of both, in quadrature; D does not see them', async () => {
  const source = model
    .replace('boundary right { temperature = 301.15 K }', 'boundary right { temperature = 301.15 ± 0.1 K }')
    .replace('measure dw = ', 'let contrast = 1 ± 0.02\nmeasure dw = contrast * (')
    .replace('value(w(A), right)', 'value(w(A), right))');
  const outcome = await fit(source);
  const { D, S } = outcome.parameters;
  expect(S!.propagated! / (S!.value * Math.hypot(0.1 / 6, 0.02))).toBeCloseTo(1, 4);
  expect(D!.propagated! / D!.value).toBeLessThan(1e-6);
  // the fitted signal at the end is what was measured, whatever the factor
  expect(outcome.measures.dw!.propagated![0]! / outcome.measures.dw!.values[0]!).toBeLessThan(1e-6);
});

test('the uncertainty of a contrast factor reaches D_T = D S_T as it reaches S_T', async () => {
  const source = model
    .replace('measure dw = ', 'let contrast = 0.0123 ± 0.0004\nmeasure D_T = D * S\nmeasure dw = contrast / 0.0123 * (')
    .replace('value(w(A), right)', 'value(w(A), right))');
  const { parameters, measures } = await fit(source);
  const share = 0.0004 / 0.0123;
  expect(parameters.S!.propagated! / (parameters.S!.value * share)).toBeCloseTo(1, 4);
  const { values, errors, propagated } = measures.D_T!;
  expect(values[0]! / (parameters.D!.value * parameters.S!.value)).toBeCloseTo(1, 9);
  expect(propagated![0]! / (values[0]! * share)).toBeCloseTo(1, 4);
  // The data know the product better than the errors of its factors would say.
  const apart = Math.hypot(parameters.D!.standardError / parameters.D!.value, parameters.S!.standardError / parameters.S!.value);
  expect(errors[0]! / values[0]!).toBeLessThan(apart);
});

test('values and standard errors are those of the same fit without ±', async () => {
  const plain = await fit(model);
  const stated = await fit(model.replace('length = 1.5 mm', 'length = 1.5 ± 0.01 mm'));
  for (const name of ['D', 'S']) {
    expect(plain.parameters[name]!.propagated).toBeUndefined();
    expect(stated.parameters[name]!.value / plain.parameters[name]!.value).toBeCloseTo(1, 9);
    expect(stated.parameters[name]!.standardError / plain.parameters[name]!.standardError).toBeCloseTo(1, 6);
  }
});

test('what is fitted is not uncertain before the fit', async () => {
  const { D } = (await fit(cellModel({ start: ['8e-10 ± 4e-10 m^2/s', '7e-3 ± 2e-3 1/K'] }))).parameters;
  expect(D!.propagated ?? 0).toBe(0);
  expect(D!.value / cell.D).toBeCloseTo(1, 1);
});
