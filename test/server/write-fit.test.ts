/** What a fit writes into its file: values, correlation, the data's citation; all of it again without leaving the old beside it. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Requests } from '../../server/protocol.js';
import { applyEdits, Session } from './session.js';

const folder = mkdtempSync(path.join(tmpdir(), 'soret-fit-'));
writeFileSync(
  path.join(folder, 'cell.csv'),
  '# Cell 3 at 25 degC\n#  W. Example, J. Cells 1 (2001) 2.\n\nt [s],dw [1]\n0,0\n# not at the head\n60,0.01\n',
);
let session: Session;
beforeAll(async () => void (session = await Session.start({ folder })), 60_000);
afterAll(() => session.stop());

let count = 0;
const source = (params: string) => `${params}
measure dw = D * S_T
steady rest
data cell { file = "cell.csv" }
fit relax { study = rest; observations = cell; observe = dw; vary(D) = range(1e-10 m^2/s, 2e-9 m^2/s); vary(S_T) = range(1e-3 1/K, 2e-2 1/K) }
`;
const params = 'param gap = 1 mm\n/** diffusion */\nparam D = 5e-10 m^2/s // start\nparam other = 1\nparam S_T = 8e-3 +- 1e-3 1/K';
const fitted = (value: number, correlation: number) => ({
  values: [
    { name: 'S_T', value: 9.5e-3, standardError: 1.234e-4 },
    { name: 'D', value, standardError: 1e-12 },
  ],
  fit: { study: 'relax', correlations: [{ between: ['S_T', 'D'] as const, value: correlation }] },
});
async function written(text: string, what: Omit<Requests['soret/applyParameters']['params'], 'uri'>): Promise<string> {
  const uri = await session.open(text, pathToFileURL(path.join(folder, `m${++count}.soret`)).toString());
  return applyEdits(text, await session.request('soret/applyParameters', { uri, ...what }));
}

test('values with errors, a comment that names fit, file and citation, and the correlation', async () => {
  const once = await written(source(params), fitted(6.21e-10, -0.6234));
  expect(once).toBe(
    source(`param gap = 1 mm
/** diffusion */
// D, S_T: fit relax
// data cell.csv
// Cell 3 at 25 degC
// W. Example, J. Cells 1 (2001) 2.
param D = 6.21e-10 +- 1e-12 m^2/s // start
param other = 1
param S_T = 0.0095 +- 1.2e-4 1/K
correlation(S_T, D) = -0.623`),
  );
  expect((await session.check(once)).filter((d) => String(d.code).startsWith('conflict') || String(d.code).startsWith('syntax'))).toEqual(
    [],
  );
  const again = await written(once, fitted(6.3e-10, 0.5));
  expect(again).toBe(once.replace('6.21e-10', '6.3e-10').replace('-0.623', '0.5'));
});
test('a correlation near 1 keeps the digits that it needs; one on a bound writes none; a slider writes only its value', async () => {
  expect(await written(source(params), fitted(6.21e-10, 0.999_987_4))).toContain('correlation(S_T, D) = 0.9999874\n');
  const bound = { ...fitted(2e-9, NaN), values: [{ name: 'D', value: 2e-9 }] };
  const text = await written(source(params), bound);
  expect(text).toContain('// D: fit relax\n');
  expect(text).toContain('param D = 2e-9 m^2/s // start\n');
  expect(text).not.toContain('correlation');
  const { values } = fitted(6.21e-10, 0);
  expect(await written(source(params), { values })).not.toContain('// data');
});
test('at the end of a file without a last line end', async () => {
  const text = await written('param D = 5e-10 m^2/s\nparam S_T = 8e-3 1/K', fitted(6.21e-10, 0.25));
  expect(text).toBe(
    '// D, S_T: fit relax\nparam D = 6.21e-10 +- 1e-12 m^2/s\nparam S_T = 0.0095 +- 1.2e-4 1/K\ncorrelation(S_T, D) = 0.25',
  );
});
