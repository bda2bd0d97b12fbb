/** Every JSON document that the command line prints is what docs/reference/*.schema.json say, for every example and every kind of end. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import { runJson } from '../../cli/report/json.js';
import type { Terminal } from '../../cli/terminal.js';
import { solve } from '../../solver/solve.js';
import { runSoret } from './run-soret.js';

const root = fileURLToPath(new URL('../..', import.meta.url));
const examples = path.join(root, 'examples');
const names = readdirSync(examples).filter((name) => name.endsWith('.soret'));
const folder = mkdtempSync(path.join(tmpdir(), 'soret-json-'));
const ajv = new Ajv2020({ allowUnionTypes: true });
const validator = (name: string) =>
  ajv.compile(JSON.parse(readFileSync(path.join(root, 'docs/reference', `soret-${name}.schema.json`), 'utf8')) as object);
const schemas = { check: validator('check'), run: validator('run'), design: validator('design') };

function fits(kind: keyof typeof schemas, text: string): unknown {
  const document = JSON.parse(text) as unknown;
  const validate = schemas[kind];
  validate(document);
  expect(validate.errors ?? []).toEqual([]);
  return document;
}

test.each(names)('run --fields of %s', async (name) => {
  const { out } = await runSoret(['run', path.join(examples, name), '--format', 'json', '--fields']);
  expect(fits('run', out)).toHaveProperty('studies');
});

test('check of all examples, and of a file with errors, related places and fixes', async () => {
  const file = path.join(folder, 'wrong.soret');
  writeFileSync(file, 'species a { density = 3 K }\nspecies a { densty = 1 kg/m^3 }\n');
  fits('check', (await runSoret(['check', ...names.map((name) => path.join(examples, name)), '--format', 'json'])).out);
  const { out } = await runSoret(['check', file, '--format', 'json']);
  fits('check', out);
  expect(out).toContain('"newText"');
  expect(schemas.check(JSON.parse(out.replaceAll('"newText"', '"text"')))).toBe(false);
  fits('run', (await runSoret(['run', file, '--format', 'json'])).out);
});

describe('design', () => {
  const gin = path.join(examples, 'gin-and-tonic.soret');
  test.each([[[]], [['--largest']], [['--smallest', '--at', '5 min']], [['--reach', '-0.005']], [['--reach', '5']]])(
    '%j',
    async (options) => {
      const study = options.includes('--at') ? 'relax' : 'rest';
      fits('design', (await runSoret(['design', gin, '--study', study, ...options, '--format', 'json'])).out);
    },
  );
});

test('fit and sweep', async () => {
  fits('run', (await runSoret(['fit', path.join(examples, 'zirconium-hydrogen.soret'), '--format', 'json'])).out);
  fits(
    'run',
    (await runSoret(['sweep', path.join(examples, 'dopant-wafer.soret'), '--format', 'json', '--out', path.join(folder, 'sweep')])).out,
  );
});

test('runs that were ended or failed: nothing infinite, nothing unknown', async () => {
  for (const name of ['gin-and-tonic', 'dopant-wafer', 'zirconium-hydrogen']) {
    const terminal: Terminal = { write: () => {}, note: () => {}, watched: false, columns: 80, colours: false, cancelled: () => false };
    const [model] = await loadModels([path.join(examples, `${name}.soret`)], terminal);
    for (const most of [0, 1, 2, 5, 12, 40, 100]) {
      let asked = 0;
      const result = solve(model!.problem!, { cancelled: () => ++asked > most });
      const document = fits('run', runJson({ file: name, diagnostics: [], problem: model!.problem!, result }, '1', true));
      expect(document).toHaveProperty('hash', model!.problem!.hash);
    }
  }
});
