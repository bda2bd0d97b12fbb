/** Whatever is wrong with the data, a fit changes neither them nor the model, and leaves nothing beside them. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runSoret } from '../cli/run-soret.js';
import { cellData, cellModel } from './cell.js';

const sound = cellData(20, 1e-4, 3);
test.each<readonly [string, string | Buffer, number, RegExp]>([
  ['sound data', sound, 0, /S +0\.0/],
  ['a column missing', sound.replace('dw [1]', 'dv [1]'), 3, /have no column for dw/],
  ['another unit', sound.replace('dw [1]', 'dw [K]'), 1, /data\/unit The column dw of run\.csv must be a pure number but is K/],
  ['not a number', `${sound}\n1790,NaN`, 1, /Line 22 of run\.csv: NaN is not a number/],
  ['decimal commas', sound.replaceAll(',', ';').replaceAll('.', ','), 1, /data\/decimal-comma Line \d+ of run\.csv/],
  ['times beyond the end', `${sound}\n99999,0.01`, 3, /reach 99999 s, but relax ends at 1800 s/],
  ['nothing', '', 1, /run\.csv has no header/],
  ['bytes', Buffer.from([0, 255, 13, 10, 0, 7]), 1, /run\.csv is not a text file/],
  ['a text of another encoding', Buffer.from(`\ufeff${sound}`, 'utf16le'), 1, /run\.csv is not a text file[^]*UTF-8/],
])('%s', async (_, data, code, message) => {
  const folder = mkdtempSync(path.join(tmpdir(), 'soret-untouched-'));
  const [model, csv] = [path.join(folder, 'fit.soret'), path.join(folder, 'run.csv')];
  writeFileSync(model, cellModel());
  writeFileSync(csv, data);
  const before = [readFileSync(model), readFileSync(csv)];
  const answer = await runSoret(['fit', model]);
  expect(answer.code).toBe(code);
  expect(answer.out + answer.err).toMatch(message);
  expect([readFileSync(model), readFileSync(csv)]).toEqual(before);
  expect(readdirSync(folder).sort()).toEqual(['fit.soret', 'run.csv']);
});
