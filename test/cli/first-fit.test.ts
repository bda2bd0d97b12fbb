/** The page First fit of the manual, followed to the letter, and the pictures of fits. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { runSoret } from './run-soret.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const page = readFileSync(path.join(root, 'docs/manual/first-fit.md'), 'utf8');
const block = (kind: string, index = 0): string => [...page.matchAll(new RegExp(`\`\`\`${kind}\n(.*?)\`\`\``, 'gs'))][index]![1]!;
const folder = mkdtempSync(path.join(tmpdir(), 'soret-first-fit-'));
const file = path.join(folder, 'cell.soret');
writeFileSync(path.join(folder, 'run.csv'), block('csv'));
writeFileSync(file, block('soret'));

test('prints what the page shows', async () => {
  const { code, out, err } = await runSoret(['fit', file]);
  expect([code, err]).toEqual([0, '']);
  const shown = block('text', 1).trim().split('\n');
  expect(shown).toHaveLength(9);
  for (const line of shown) expect(out).toContain(`${line}\n`);
  // The truth that the table was made from.
  const [, D, errorOfD] = /D {4}\((\S+) ± (\S+)\)e-10/.exec(out)!;
  expect(Math.abs(Number(D) - 6.2) / Number(errorOfD)).toBeLessThan(2);
  expect(out).toMatch(/dw of relax, fitted by coefficients[^]*─ fit {3}· data/);
});

test('draws every value with its uncertainty, and the curve through none but its own', async () => {
  const out = path.join(folder, 'drawn');
  const { err } = await runSoret(['run', file, '--plot', 'svg', '--out', out]);
  expect(err).toContain('cell-plot-1.svg');
  const svg = readFileSync(path.join(out, 'cell-plot-1.svg'), 'utf8');
  // Twelve values and the sample of the legend.
  expect(svg.match(/<circle /g)).toHaveLength(13);
  expect(/<title>data<\/title><path d="([^"]+)"/.exec(svg)![1]!.match(/V/g)).toHaveLength(12);
  expect(svg).toContain('<title>fit</title>');
  expect(svg).not.toMatch(/NaN|undefined/);
});

test('values at the same time in several cells are not joined', async () => {
  const cells = path.join(folder, 'cells.soret');
  const [comment, , ...rows] = block('csv').trim().split('\n');
  const both = [1.5, 2].flatMap((gap) => rows.map((row) => `${row},${gap}`));
  writeFileSync(path.join(folder, 'run2.csv'), [comment, 't [min],dw [1],sigma [1],gap [mm]', ...both].join('\n'));
  writeFileSync(cells, `${block('soret').replace('length = 1.5 mm', 'length = gap').replace('run.csv', 'run2.csv')}\nparam gap = 1.5 mm\n`);
  const { out } = await runSoret(['fit', cells]);
  expect(out).toContain('· fit   · data');
});

test('the Python script has the data with their uncertainties', async () => {
  const { out } = await runSoret(['export', file, '--to', 'python']);
  expect(out).toMatch(/\("data", \[30, 60, .*\], \[-0\.00292, .*\], "o", \[0\.0001, .*\]\)/);
  expect(out).toMatch(/\("fit", .*, "-", None\)/);
});

test('--plot with nothing to draw says so', async () => {
  const bare = path.join(folder, 'bare.soret');
  writeFileSync(bare, block('soret').replace(/data run[^]*$/, ''));
  const { err } = await runSoret(['run', bare, '--plot', 'svg']);
  expect(err).toContain('nothing was drawn');
});
