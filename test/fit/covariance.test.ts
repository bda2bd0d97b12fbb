import { expect, test } from 'vitest';
import type { FitOutcome } from '../../solver/outcome.js';
import { solve } from '../../solver/solve.js';
import { cell, cellData, cellModel, lowered, separation } from './cell.js';

const sigma = 1e-4;
async function fitted(count: number, seed: number): Promise<FitOutcome> {
  const problem = await lowered(cellModel({ data: `uncertainty(dw) = ${sigma}` }), cellData(count, sigma, seed));
  const [outcome] = solve(problem, { studies: ['cell'] }).outcomes;
  if (outcome?.kind !== 'fit') throw new Error('no fit');
  expect(outcome.reason).toBeUndefined();
  return outcome;
}

test('standard errors and correlation are those of the analytic covariance, for forty points of a relaxing cell', async () => {
  const { parameters, correlation, curve } = await fitted(40, 1);
  const [D, S] = [parameters.D!.value, parameters.S!.value];
  let [dd, ds, ss] = [0, 0, 0];
  for (const t of curve.at) {
    const { byD, byS } = separation(t, D, S);
    [dd, ds, ss] = [dd + byD * byD, ds + byD * byS, ss + byS * byS];
  }
  const determinant = dd * ss - ds * ds;
  expect(parameters.D!.standardError / (sigma * Math.sqrt(ss / determinant))).toBeCloseTo(1, 6);
  expect(parameters.S!.standardError / (sigma * Math.sqrt(dd / determinant))).toBeCloseTo(1, 6);
  expect(correlation[0]![1]! / (-ds / Math.sqrt(dd * ss))).toBeCloseTo(1, 6);
});

test('the truth lies within four standard errors of what was fitted, whatever the noise', async () => {
  for (const seed of [2, 3, 4]) {
    const { parameters } = await fitted(40, seed);
    expect(Math.abs(parameters.D!.value - cell.D)).toBeLessThan(4 * parameters.D!.standardError);
    expect(Math.abs(parameters.S!.value - cell.soret)).toBeLessThan(4 * parameters.S!.standardError);
  }
});

test('data after the end of the study are refused in words', async () => {
  const problem = await lowered(cellModel({ until: '600 s' }), cellData(10, sigma, 1));
  const [outcome] = solve(problem, { studies: ['cell'] }).outcomes;
  expect(outcome?.status).toBe('failed');
  expect(outcome?.reason?.code).toBe('run/data');
});
