/** `soret run`: the documented JSON, tables, figures, parameters, exit codes. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument, runSoret } from './run-soret.js';

const gin = path.join(import.meta.dirname, '../../examples/gin-and-tonic.soret');
const folder = mkdtempSync(path.join(tmpdir(), 'soret-run-'));

test('the separation says which way it counts', async () => {
  const { out } = await runSoret(['run', gin, '--study', 'rest']);
  expect(out).toMatch(/separation of w\(ethanol\) +-0\.0076\d* .*\(left − right\)/);
});

test('what does not change is drawn as a line, not as its rounding', async () => {
  const model = path.join(folder, 'still.soret');
  writeFileSync(
    model,
    `species A { molar_mass = 50 g/mol }
species B { molar_mass = 20 g/mol }
mixture m of A, B { density = 1000 kg/m^3; diffusion = 1e-9 m^2/s; conductivity = 0.5 W/(m*K); heat_capacity = 4000 J/(kg*K); soret(A) = 0 1/K }
geometry slab { length = 1 mm; medium = m }
initial { temperature = 20 degC; w(A) = 0.4 }
boundary left { temperature = 20 degC }
boundary right { temperature = 30 degC }
measure gap = value(w(A), left) - value(w(A), right)
transient run { until = 10 min }
plot w(A) over x of run at 0 s, end
plot gap over t of run
`,
  );
  const { out } = await runSoret(['run', model, '--plot', 'svg', '--out', folder]);
  const rows = out.split('\n').filter((line) => line.includes('┤'));
  expect(rows).toHaveLength(20);
  expect(rows.filter((line) => /┤./.test(line))).toHaveLength(2);
  expect(rows.map((line) => line.trim().split(' ')[0]).filter((label) => label !== '┤' && !label?.startsWith('┤'))).toEqual([
    '0.408',
    '0.392',
    '1',
    '-1',
  ]);
  const svg = readFileSync(path.join(folder, 'still-plot-2.svg'), 'utf8');
  expect(svg).not.toMatch(/e-1\d</);
});

describe('run --format json', () => {
  test('is one document with the fixed names', async () => {
    const document = await runDocument(gin);
    expect(document).toMatchObject({ model: 'Gin and tonic: ethanol and water between two plates', file: gin });
    expect(document.hash).toMatch(/^\w+$/);
    const { relax, rest } = document.studies;
    expect(relax).toMatchObject({ kind: 'transient', status: 'ok' });
    expect(rest).toMatchObject({ kind: 'steady', status: 'ok', t: [null] });
    expect(relax!.t.at(0)).toBe(0);
    expect(relax!.t).toEqual(expect.arrayContaining([10, 60, 600]));
    expect(relax!.measures['separation']).toMatchObject({ unit: '1' });
    expect(relax!.measures['separation']!.values).toHaveLength(relax!.t.length);
    expect(relax!.fields).toBeUndefined();
    expect(relax!.report).toMatchObject({ cells: expect.any(Number), steps: expect.any(Number), wall_ms: expect.any(Number) });
    expect(document.expectations).toEqual([expect.objectContaining({ name: 'separation', study: 'rest', ok: true })]);
  });
  test('--fields adds the coordinate and every field at every time', async () => {
    const { relax } = (await runDocument(gin, '--fields', '--study', 'relax')).studies;
    const points = relax!.fields!['x']!.values.length;
    for (const name of ['T', 'w(ethanol)', 'w(water)']) {
      const field = relax!.fields![name]!;
      expect(field.values).toHaveLength(relax!.t.length);
      expect(field.values[0]).toHaveLength(points);
    }
    expect(relax!.fields!['x']).toMatchObject({ unit: 'm' });
  });
  test('--study runs only what it names', async () => {
    expect(Object.keys((await runDocument(gin, '--study', 'rest')).studies)).toEqual(['rest']);
  });
  test('--set replaces a param, in its own unit', async () => {
    const base = (await runDocument(gin, '--study', 'rest')).studies['rest']!.measures['separation']!.values[0]!;
    const hotter = (await runDocument(gin, '--study', 'rest', '--set', 'hot=40 degC')).studies['rest']!.measures['separation']!.values[0]!;
    expect(hotter / base).toBeCloseTo(2, 3);
    const kelvin = (await runDocument(gin, '--study', 'rest', '--set', 'hot', '313.15', 'K').catch(() => undefined))?.studies;
    expect(kelvin).toBeUndefined();
    const unquoted = (await runDocument(gin, '--study', 'rest', '--set', 'hot=313.15', 'K')).studies['rest']!.measures['separation']!
      .values[0]!;
    expect(unquoted).toBe(hotter);
  });
  test('equal runs give equal numbers', async () => {
    const [a, b] = [await runDocument(gin), await runDocument(gin)];
    expect(b.studies['relax']!.measures).toEqual(a.studies['relax']!.measures);
    expect(b.hash).toBe(a.hash);
  });
});

describe('run for people', () => {
  test('prints title, measures with errors, balances, a plot and the verdicts', async () => {
    const { code, out } = await runSoret(['run', gin]);
    expect(code).toBe(0);
    expect(out).toContain('Gin and tonic');
    expect(out).toMatch(/separation\s+-0\.0076\d+ ± \d/);
    expect(out).toContain('mass drift');
    expect(out).toMatch(/[\u2801-\u28ff]/);
    expect(out).toMatch(/✓ .*separation/);
  });
  test('csv has a header with units', async () => {
    const { out } = await runSoret(['run', gin, '--study', 'relax', '--format', 'csv']);
    const [header, first] = out.split('\n');
    expect(header).toBe('t [s],separation [1]');
    expect(first!.split(',')).toHaveLength(2);
  });
  test('--out and --plot svg write tables, the record and figures', async () => {
    const out = path.join(folder, 'results');
    expect((await runSoret(['run', gin, '--out', out, '--plot', 'svg'])).code).toBe(0);
    const names = readdirSync(out).sort();
    expect(names).toEqual([
      'gin-and-tonic-plot-1.svg',
      'gin-and-tonic-plot-2.svg',
      'gin-and-tonic-relax-fields.csv',
      'gin-and-tonic-relax.csv',
      'gin-and-tonic-rest-fields.csv',
      'gin-and-tonic-rest.csv',
      'gin-and-tonic.json',
    ]);
    const svg = readFileSync(path.join(out, 'gin-and-tonic-plot-1.svg'), 'utf8');
    expect(svg).toMatch(/^<svg [^>]*xmlns/);
    expect(svg.match(/<title>/g)!.length).toBe(5);
    expect(svg).not.toMatch(/NaN|undefined/);
  });
});

describe('exit codes', () => {
  const variant = (name: string, from: string, to: string): string => {
    const file = path.join(folder, `${name}.soret`);
    const text = readFileSync(gin, 'utf8');
    expect(text).toContain(from);
    writeFileSync(file, text.replace(from, to));
    return file;
  };
  test('1 when an expectation fails', async () => {
    const { code, out } = await runSoret(['run', variant('unmet', '-7.7e-3 within', '-9e-3 within')]);
    expect(code).toBe(1);
    expect(out).toMatch(/✗ .*separation/);
  });
  test('3 when a run fails, with the reason: heat that feeds itself', async () => {
    const file = variant('failing', 'steady    rest', 'source { heat = 1e9 W/m^3 * exp((T - 293 K) / 1 K) }\nsteady    rest');
    const document = await runDocument(file);
    expect(document.studies['relax']).toMatchObject({ status: 'failed', reason: { message: expect.any(String) } });
    expect((await runSoret(['run', file])).code).toBe(3);
  });
  test('3 when one study has no steady state, and the others run; 0 when only those were asked for', async () => {
    const file = path.join(folder, 'heated.soret');
    writeFileSync(
      file,
      `solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }
geometry slab { length = 1 cm; medium = steel }
initial { temperature = 20 degC }
boundary left { heat_flux = 100 W/m^2 }
steady rest
transient warm { until = 1 min }
measure middle = mean(T)
plot T over x
`,
    );
    const document = await runDocument(file);
    expect(document.diagnostics.map((d) => d.code)).toEqual(['study/no-steady-state']);
    expect(document.studies['rest']).toMatchObject({ status: 'failed', reason: { code: 'run/no-steady-state' } });
    expect(document.studies['warm']).toMatchObject({ status: 'ok' });
    // 100 W/m² for a minute into 1 cm of 3.9 MJ/(m³·K).
    expect(document.studies['warm']!.measures['middle']!.values.at(-1)! - 293.15).toBeCloseTo((100 * 60) / (0.01 * 7800 * 500), 6);
    const all = await runSoret(['run', file]);
    expect(all.code).toBe(3);
    expect(all.out).not.toMatch(/rest: steady.*\n {2}middle/);
    expect(all.out).toMatch(/warm: transient to 1 min\n {2}middle/);
    expect((await runSoret(['run', file, '--study', 'warm'])).code).toBe(0);
    expect((await runSoret(['check', file])).code).toBe(1);
  });
  test('130 when cancelled', async () => {
    const { code } = await runSoret(['run', gin], { cancelled: () => true });
    expect(code).toBe(130);
  });
});
