/**
 * Hydrogen in Zircaloy: nine measured rods, each fitted with the example's model. Printed heats of transport: J. T. Merlino, M.Eng. paper,
 * The Pennsylvania State University (2019), table A2.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.js';
import { example } from '../language/session.js';
import { lowered, normal } from './cell.js';

const printed: readonly (readonly [specimen: string, joulePerMole: number])[] = [
  ['A26a', 30214],
  ['A46', 23200],
  ['A09a', 28753],
  ['A10b', 30873],
  ['B14', 32596],
  ['A12a', 30647],
  ['B15', 28065],
  ['C18', 18547],
  ['C16b', 14716],
];

test.each(printed)('%s: the printed heat of transport, %d J/mol, within half a per cent', async (specimen, wanted) => {
  const name = `data/zirconium-hydrogen-${specimen}.csv`;
  const csv = readFileSync(new URL(`../../examples/${name}`, import.meta.url), 'utf8');
  const temperatures = csv.split('\n').flatMap((line) => /^[\d.]+,([\d.]+),/.exec(line)?.[1] ?? []);
  const [low, high] = [Math.min(...temperatures.map(Number)), Math.max(...temperatures.map(Number))];
  const source = example('zirconium-hydrogen.soret')
    .replace(/data\/zirconium-hydrogen-\w+\.csv/, name)
    .replace(/let cold\s*=.*/, `let cold = ${low - 1} degC`)
    .replace(/let hot\s*=.*/, `let hot = ${high + 1} degC`)
    .replace(/param T_slice\s*=.*/, `param T_slice = ${0.5 * (low + high)} degC`);
  const [outcome] = solve(await lowered(source, csv, name), { studies: ['fitted'] }).outcomes;
  if (outcome?.kind !== 'fit') throw new Error('no fit');
  expect(outcome.reason).toBeUndefined();
  expect(Math.abs(outcome.parameters.Q!.value / wanted - 1)).toBeLessThan(0.005);
});

/** Slope of the straight line through (1/T, ln_H), times R [J/mol]. */
function lineThrough(rows: readonly (readonly [kelvin: number, ln: number])[]): number {
  const x = rows.map(([kelvin]) => 1 / kelvin);
  const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
  const [mx, my] = [mean(x), mean(rows.map(([, ln]) => ln))];
  const sxy = rows.reduce((sum, [, ln], i) => sum + (x[i]! - mx) * (ln - my), 0);
  const sxx = x.reduce((sum, v) => sum + (v - mx) ** 2, 0);
  return (8.31446261815324 * sxy) / sxx;
}

test('twenty-four other specimens, made up: the fit is the straight line through ln c against 1/T', async () => {
  const noise = normal(5);
  const size = () => Math.abs(noise());
  const pattern = example('zirconium-hydrogen.soret');
  for (let k = 0; k < 24; k++) {
    const cold = 255 + (k % 12) * 15;
    const span = 60 + 130 * Math.min(1, size());
    const Q = 8e3 + (36e3 * ((k * 7) % 60)) / 60;
    const count = 6 + (k % 8);
    const scatter = 0.02 + 0.1 * Math.min(1.5, size());
    const rows = Array.from({ length: count }, (_, i): readonly [number, number] => {
      const kelvin = cold + 273.15 + (span * i) / (count - 1);
      return [kelvin, Math.log(30 + 5 * k) + (Q / 8.31446261815324) * (1 / kelvin - 1 / (cold + span + 273.15)) + scatter * noise()];
    });
    const csv = ['T [K],ln_H [1]', ...rows.map((row) => row.join(','))].join('\n');
    const source = pattern
      .replace(/data\/zirconium-hydrogen-\w+\.csv/, 'data/other.csv')
      .replace(/let cold\s*=.*/, `let cold = ${cold - 1} degC`)
      .replace(/let hot\s*=.*/, `let hot = ${cold + span + 1} degC`)
      .replace(/param T_slice\s*=.*/, `param T_slice = ${cold + span / 2} degC`)
      .replace(/range\(5 kJ\/mol, 60 kJ\/mol\)/, 'range(-100 kJ/mol, 200 kJ/mol)');
    const [outcome] = solve(await lowered(source, csv, 'data/other.csv'), { studies: ['fitted'] }).outcomes;
    if (outcome?.kind !== 'fit') throw new Error('no fit');
    expect(outcome.reason, `specimen ${k}`).toBeUndefined();
    expect(Math.abs(outcome.parameters.Q!.value / lineThrough(rows) - 1), `specimen ${k}`).toBeLessThan(1e-4);
  }
}, 120_000);
