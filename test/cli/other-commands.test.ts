/** test, format, explain, library, export. */
import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSoret } from './run-soret.js';

const examples = path.join(import.meta.dirname, '../../examples');
const gin = path.join(examples, 'gin-and-tonic.soret');
const folder = mkdtempSync(path.join(tmpdir(), 'soret-cli-'));
const write = (name: string, text: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return file;
};

describe('test', () => {
  test('TAP: a plan and one point per expectation', async () => {
    const { code, out } = await runSoret(['test', gin]);
    expect(code).toBe(0);
    expect(out).toMatch(/^TAP version 14\n1\.\.1\nok 1 - .*separation of rest\n$/);
  });
  test('TAP: what failed, wanted against actual', async () => {
    const file = write('unmet.soret', readFileSync(gin, 'utf8').replace('is -7.7e-3', 'is -9e-3'));
    const { code, out } = await runSoret(['test', file]);
    expect(code).toBe(1);
    expect(out).toContain('not ok 1');
    expect(out).toMatch(/expected: -0\.009\n/);
    expect(out).toMatch(/actual: -0\.0076/);
  });
  test('JUnit: counts and a failure element', async () => {
    const file = write('unmet2.soret', readFileSync(gin, 'utf8').replace('is -7.7e-3', 'is -9e-3'));
    const { code, out } = await runSoret(['test', gin, file, '--reporter', 'junit']);
    expect(code).toBe(1);
    expect(out).toContain('<testsuites tests="2" failures="1">');
    expect(out).toContain('<failure message=');
  });
  test('a model with errors is a failed point, not silence', async () => {
    const { code, out } = await runSoret(['test', write('broken.soret', 'species A {\ngeometry slab { length = 1 kg }')]);
    expect(code).toBe(1);
    expect(out).toContain('not ok 1');
  });
});

describe('format', () => {
  test('leaves the examples as they are', async () => {
    const files = readdirSync(examples).filter((name) => name.endsWith('.soret'));
    expect(await runSoret(['format', ...files.map((name) => path.join(examples, name)), '--check'])).toMatchObject({ code: 0 });
  });
  test('rewrites the file and leaves it alone the second time', async () => {
    const file = write('untidy.soret', readFileSync(gin, 'utf8').replace(/ {2,}/g, ' '));
    expect((await runSoret(['format', file, '--check'])).code).toBe(1);
    expect((await runSoret(['format', file])).code).toBe(0);
    const once = readFileSync(file, 'utf8');
    expect((await runSoret(['format', file, '--check'])).code).toBe(0);
    expect((await runSoret(['format', file])).err).toBe('');
    expect(readFileSync(file, 'utf8')).toBe(once);
  });
});

describe('explain and library', () => {
  test('explain prints the page of a code; without one, the list', async () => {
    expect((await runSoret(['explain', 'unit/mismatch'])).out).toContain('unit/mismatch');
    expect((await runSoret(['explain'])).out.split('\n').length).toBeGreaterThan(20);
  });
  test('library lists names, and prints one as a model that can be imported', async () => {
    const { out } = await runSoret(['library']);
    expect(out).toContain('liquids');
    expect((await runSoret(['library', 'liquids'])).out).toMatch(/species water/);
  });
});

describe('export', () => {
  test('python holds the curves and parses as Python', async () => {
    const { code, out } = await runSoret(['export', gin, '--to', 'python']);
    expect(code).toBe(0);
    expect(out).toContain('import matplotlib');
    expect(out).toContain('w(ethanol)');
  });
  test('vtk writes one file per output time', async () => {
    const target = path.join(folder, 'vtk');
    expect((await runSoret(['export', gin, '--to', 'vtk', '--study', 'relax', '--out', target])).code).toBe(0);
    const files = readdirSync(target);
    expect(files.length).toBeGreaterThan(3);
    const text = readFileSync(path.join(target, files[0]!), 'utf8');
    const [, points] = /DIMENSIONS (\d+) 1 1/.exec(text)!;
    expect(text).toContain(`POINT_DATA ${points}`);
    expect(text).toContain('SCALARS w_ethanol double 1');
  });
  test('latex makes a table', async () => {
    const { out } = await runSoret(['export', gin, '--to', 'latex']);
    expect(out).toMatch(/relax & separation & \$-7\.246\d*\(\d+\) \\times 10\^\{-3\}\$ &/);
    expect(out).toMatch(/one digit in brackets: estimated numerical error/);
    expect(out).not.toMatch(/standard uncertainty/);
  });
  test('latex: what stated uncertainties leave to a measure is the bracket, with two digits', async () => {
    const { out } = await runSoret(['export', path.join(examples, 'transient-grating.soret'), '--to', 'latex']);
    // run says 1.6031 ± 0.0059 from the stated numbers; the numerical error is smaller by orders of magnitude
    expect(out).toMatch(/grating & signal & \$1\.603\d\(59\)\$ &/);
    expect(out).toMatch(
      /two digits in brackets: standard uncertainty from the numbers stated with \$\\pm\$, combined with the numerical error/,
    );
    expect(out).not.toMatch(/one digit in brackets/);
  });
  test('latex: units with powers and products are set as such, and every row has four cells', async () => {
    const { out } = await runSoret(['export', path.join(examples, 'soot-deposition.soret'), '--to', 'latex']);
    expect(out).toMatch(/on\\_cold\\_plate & \$6\.43\d*\(\d+\) \\times 10\^\{-15\}\$ & mol\/\(m\$\^\{2\}\$\\,s\) \\\\/);
    for (const row of out.split('\n').filter((line) => / & /.test(line))) expect(row.split(' & ')).toHaveLength(4);
  });
  test('csv: what stated uncertainties leave to a measure is a column of its own', async () => {
    const { out } = await runSoret(['run', path.join(examples, 'transient-grating.soret'), '--format', 'csv']);
    const [header, ...rows] = out
      .trim()
      .split('\n')
      .map((line) => line.split(','));
    const column = header!.indexOf('signal uncertainty [1]');
    expect(column).toBe(header!.indexOf('signal [1]') + 1);
    expect(Number(rows.at(-1)![column])).toBeCloseTo(0.0059, 3);
  });
});
