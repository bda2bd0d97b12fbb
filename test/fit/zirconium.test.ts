/**
 * Hydrogen in Zircaloy: nine measured rods, each fitted with the example's model. Printed heats of transport: J. T. Merlino, M.Eng. paper,
 * The Pennsylvania State University (2019), table A2.
 */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.js';
import { example } from '../language/session.js';
import { lowered } from './cell.js';

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
