/** Values over a place, over a param, and both with time. */
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.js';
import { deGroot } from '../verification/closed-forms/transient.js';
import { cell, cellModel, lowered } from './cell.js';

const slope = (dT: number) => (cell.soret * cell.w0 * (1 - cell.w0) * dT) / cell.L;
const w = (x: number, t: number, dT: number = cell.dT) => deGroot(x, t, { D: cell.D, s: slope(dT), L: cell.L, w0: cell.w0 });

async function fitted(source: string, csv: string) {
  const outcome = solve(await lowered(source, csv), { studies: ['cell'] }).outcomes[0]!;
  if (outcome.kind !== 'fit') throw new Error('no fit');
  expect(outcome.reason).toBeUndefined();
  return outcome;
}
const off = (value: number, wanted: number) => Math.abs(value / wanted - 1);

test('profiles at several times: t and x together', async () => {
  const rows = [100, 400, 900].flatMap((t) => [0.1, 0.5, 0.9, 1.4].map((x) => `${t},${x},${w(x * 1e-3, t)}`));
  const source = cellModel().replace(/measure dw.*/, 'measure dw = value(w(A), x = x)');
  const { parameters, curve } = await fitted(source, ['t [s],x [mm],dw [1]', ...rows].join('\n'));
  expect(curve.abscissa).toBe('t');
  expect(off(parameters.D!.value, cell.D)).toBeLessThan(1e-5);
  expect(off(parameters.S!.value, cell.soret)).toBeLessThan(1e-5);
});

test('a param that the equations feel: one transient for each of its values', async () => {
  const rows = [3, 6, 9].flatMap((dT) => [200, 700, 1500].map((t) => `${t},${dT},${w(0, t, dT) - w(cell.L, t, dT)}`));
  const source = cellModel({ more: 'param dT = 6 K' }).replace('301.15 K', '295.15 K + dT');
  const { parameters } = await fitted(source, ['t [s],dT [K],dw [1]', ...rows].join('\n'));
  expect(off(parameters.D!.value, cell.D)).toBeLessThan(1e-5);
  expect(off(parameters.S!.value, cell.soret)).toBeLessThan(1e-5);
});

test('a measure that asks for a place needs data with one, and the reverse', async () => {
  const at = cellModel().replace(/measure dw.*/, 'measure dw = value(w(A), x = x)');
  const rows = 't [s],dw [1]\n100,0.5\n200,0.5\n300,0.5';
  const [first] = solve(await lowered(at, rows), { studies: ['cell'] }).outcomes;
  expect(first?.reason?.message).toContain('dw depends on x, but the data run have no column x');
  const [second] = solve(await lowered(cellModel(), 't [s],x [mm],dw [1]\n100,1,0\n200,1,0\n300,1,0'), { studies: ['cell'] }).outcomes;
  expect(second?.reason?.message).toContain('over x, but dw does not depend on x');
});
