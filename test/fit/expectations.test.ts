/** `expect … of` a fit is judged on the study at the fitted values; measures at the places of data exist only in fits. */
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.js';
import { cell, cellData, cellModel, lowered, separation } from './cell.js';

const runs = async (more: string, csv = cellData(20, 1e-5, 3)) => solve(await lowered(cellModel({ more }), csv), { studies: ['cell'] });

test('fitted parameters, measures and functionals of the fitted state', async () => {
  const more = `
expect D of cell is ${cell.D} m^2/s within 2 %
expect S of cell above 9e-3 1/K below 10e-3 1/K
expect dw of cell is ${separation(1800).value} within 0.5 %
expect dw of cell at 600 s is ${separation(600).value} within 0.5 %
expect value(T, right) of cell is 301.15 K within 1e-6 K
expect D of cell above 1e-9 m^2/s`;
  const { expectations } = await runs(more);
  expect(expectations.map(({ ok }) => ok)).toEqual([true, true, true, true, true, false]);
  expect(expectations[0]!.actual / cell.D).toBeCloseTo(1, 1);
  expect(expectations[3]!.actual / separation(600).value).toBeCloseTo(1, 2);
});

test('a fit that fails judges nothing and says why', async () => {
  const { expectations } = await runs('expect D of cell above 0 m^2/s', 't [s],dw [1]\n20,1e-3');
  expect(expectations[0]).toMatchObject({ ok: false });
  expect(expectations[0]!.message).toMatch(/cannot determine 2 parameters/);
});

test('a measure at the place of each value has no value in a study alone; expecting it says what to write', async () => {
  const source = cellModel({ more: 'measure profile = value(w(A), x = x)\nexpect profile of relax is 0.5 within 1 %' });
  const { outcomes, expectations } = solve(await lowered(source, cellData(20, 1e-5, 3)), { studies: ['relax'] });
  expect(Object.keys(outcomes[0]!.measures)).toEqual(['dw']);
  expect(expectations[0]!.message).toMatch(/value\(T, x = 1 mm\)/);
});

test('a sweep has no single value', async () => {
  const source = cellModel({ more: 'sweep many { study = relax; vary(S) = linspace(1e-3 1/K, 2e-3 1/K, 2) }\nexpect dw of many above 0' });
  const { expectations } = solve(await lowered(source, cellData(20, 1e-5, 3)), { studies: ['many'] });
  expect(expectations[0]!.message).toMatch(/a value for each case/);
});
