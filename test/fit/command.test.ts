/** `soret fit`: the same numbers as the solver gives the editor, in the unit of the model, and in the documented JSON. */
import path from 'node:path';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { solve } from '../../solver/solve.js';
import { runSoret } from '../cli/run-soret.js';
import { example } from '../language/session.js';
import { lowered } from './cell.js';

const file = path.join(import.meta.dirname, '../../examples/zirconium-hydrogen.soret');
const csv = 'data/zirconium-hydrogen-A46.csv';

interface FitDocument {
  readonly kind: string;
  readonly status: string;
  readonly of: string;
  readonly parameters: Readonly<Record<string, { readonly unit: string; readonly value: number; readonly stderr: number }>>;
  readonly correlation: readonly (readonly number[])[];
  readonly residual_rms: number;
}

test('JSON: bit for bit what a solve in process gives', async () => {
  const { out, code } = await runSoret(['fit', file, '--format', 'json']);
  expect(code).toBe(0);
  const { studies } = JSON.parse(out) as { readonly studies: Readonly<Record<string, FitDocument>> };
  expect(Object.keys(studies)).toEqual(['fitted']);
  const text = readFileSync(new URL(`../../examples/${csv}`, import.meta.url), 'utf8');
  const outcome = solve(await lowered(example('zirconium-hydrogen.soret'), text, csv), { studies: ['fitted'] }).outcomes[0]!;
  if (outcome.kind !== 'fit') throw new Error('no fit');
  const { kind, status, of, parameters, correlation, residual_rms } = studies['fitted']!;
  expect({ kind, status, of, correlation, residual_rms }).toEqual({
    kind: 'fit',
    status: 'ok',
    of: 'rest',
    correlation: outcome.correlation,
    residual_rms: outcome.residualRms,
  });
  for (const [name, { unit, value, standardError }] of Object.entries(outcome.parameters))
    expect(parameters[name]).toEqual({ unit, value, stderr: standardError });
});

test('text: values with errors in the unit of the model, correlation, residual', async () => {
  const { out } = await runSoret(['fit', file]);
  expect(out).toMatch(/Q\s+23\.2 ± 4\.7 kJ\/mol/);
  expect(out).toMatch(/correlation Q, level\s+0\.1766/);
  expect(out).toMatch(/residual \(rms\)\s+0\.179968/);
});

test('neither the model nor its data are touched', async () => {
  const before = readFileSync(file, 'utf8');
  await runSoret(['fit', file]);
  expect(readFileSync(file, 'utf8')).toBe(before);
});
