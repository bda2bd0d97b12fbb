/** A property that is called by what books write for it is recognised. */
import { expect, test } from 'vitest';
import { runSoret } from '../cli/run-soret.js';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'soret-symbols-')), 'm.soret');

test.each([
  ['S_T', 'soret'],
  ['D', 'diffusion'],
  ['D_T', 'thermodiffusion'],
  ['alpha_T', 'thermal_diffusion_factor'],
  ['lambda', 'conductivity'],
  ['rho', 'density'],
  ['cp', 'heat_capacity'],
  ['c_p', 'heat_capacity'],
  ['eta', 'viscosity'],
])('%s is %s', async (written, meant) => {
  writeFileSync(
    file,
    `species A { molar_mass = 20 g/mol }\nspecies B { molar_mass = 18 g/mol }\nmixture m of A, B { ${written} = 1 }\ngeometry slab { length = 1 mm; medium = m }\n`,
  );
  const { out } = await runSoret(['check', file]);
  expect(out).toContain(`There is no property called ${written}.\n  = did you mean ${meant}?`);
});
