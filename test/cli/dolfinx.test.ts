/** The exported DOLFINx program gives the numbers of the bundled solver; needs a Python with DOLFINx (Debian: python3-dolfinx). */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument, runSoret } from './run-soret.js';

const examples = path.join(import.meta.dirname, '../../examples');
const python = [process.env['DOLFINX_PYTHON'], '/usr/bin/python3', 'python3'].find(
  (candidate) => candidate !== undefined && spawnSync(candidate, ['-c', 'import dolfinx']).status === 0,
);
if (!python) console.warn('SKIPPED: no Python with DOLFINx here (Debian: apt install python3-dolfinx; or set DOLFINX_PYTHON)');

/** Last row of the program's table. */
async function lastRow(example: string, study: string): Promise<readonly number[]> {
  const folder = mkdtempSync(path.join(tmpdir(), 'soret-dolfinx-'));
  expect((await runSoret(['export', path.join(examples, example), '--to', 'dolfinx', '--study', study, '--out', folder])).code).toBe(0);
  const stem = `${path.basename(example, '.soret')}-${study}`;
  const { status, stderr } = spawnSync(python!, [`${stem}.py`], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, OMP_NUM_THREADS: '1' },
  });
  expect(stderr.match(/Error.*/)?.[0] ?? '').toBe('');
  expect(status).toBe(0);
  return readFileSync(path.join(folder, `${stem}.csv`), 'utf8')
    .trim()
    .split('\n')
    .at(-1)!
    .split(',')
    .map(Number);
}

describe('the program', () => {
  test('is complete: mesh, weak form, walls, time steps', async () => {
    const { code, out } = await runSoret(['export', path.join(examples, 'gin-and-tonic.soret'), '--to', 'dolfinx', '--study', 'relax']);
    expect(code).toBe(0);
    for (const part of ['mesh.create_interval', 'def storage', 'def fluxes', 'fem.dirichletbc', 'mpirun -n']) expect(out).toContain(part);
    expect(out).not.toMatch(/undefined|NaN\b/);
  });
  test('is refused where fields jump between layers, with the reason', async () => {
    const { code, err } = await runSoret([
      'export',
      path.join(import.meta.dirname, '../verification/models/partition.soret'),
      '--to',
      'dolfinx',
    ]);
    expect(code).toBe(2);
    expect(err).toContain('jump between layers');
  });
  test.skipIf(!python)('agrees at rest', { timeout: 180_000 }, async () => {
    const row = await lastRow('gin-and-tonic.soret', 'rest');
    const { fields } = (await runDocument(path.join(examples, 'gin-and-tonic.soret'), '--study', 'rest', '--fields')).studies['rest']!;
    const w = (fields!['w(ethanol)']!.values[0] as number[]).at(-1)!;
    expect(Math.abs(row[3]! - w)).toBeLessThan(1e-8);
  });
  test.skipIf(!python)('agrees in time', { timeout: 180_000 }, async () => {
    const row = await lastRow('gin-and-tonic.soret', 'relax');
    const { fields } = (await runDocument(path.join(examples, 'gin-and-tonic.soret'), '--study', 'relax', '--fields')).studies['relax']!;
    const w = (fields!['w(ethanol)']!.values.at(-1) as number[]).at(-1)!;
    expect(Math.abs(row[3]! - w) / 0.0077).toBeLessThan(1e-4);
  });
});
