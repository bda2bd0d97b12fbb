/** `soret check`: the three forms and the exit codes. */
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runSoret } from './run-soret.js';

const examples = path.join(import.meta.dirname, '../../examples');
const gin = path.join(examples, 'gin-and-tonic.soret');
const folder = mkdtempSync(path.join(tmpdir(), 'soret-check-'));

/** Gin and tonic with one line replaced. */
async function spoiled(name: string, from: string, to: string): Promise<string> {
  const text = readFileSync(gin, 'utf8');
  expect(text).toContain(from);
  const file = path.join(folder, `${name}.soret`);
  writeFileSync(file, text.replace(from, to));
  return file;
}

interface CheckDocument {
  readonly files: readonly {
    readonly file: string;
    readonly diagnostics: readonly {
      readonly severity: string;
      readonly code: string;
      readonly message: string;
      readonly range: {
        readonly start: { readonly line: number; readonly character: number };
        readonly end: { readonly line: number; readonly character: number };
      };
      readonly related: readonly unknown[];
      readonly fixes: readonly { readonly title: string; readonly edits: readonly { readonly newText: string }[] }[];
    }[];
  }[];
}

describe('a sound model', () => {
  test('says nothing on standard output and ends with 0', async () => {
    const { code, out } = await runSoret(['check', gin]);
    expect({ code, out }).toEqual({ code: 0, out: '' });
  });
  test('json has the file with no diagnostics', async () => {
    const { code, out } = await runSoret(['check', gin, '--format', 'json']);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toEqual({ files: [{ file: gin, diagnostics: [] }] });
  });
});

describe('a wrong unit', () => {
  const wrong = () => spoiled('wrong-unit', '4.5e-10 m^2/s', '4.5e-10 m');
  test('text: place, severity, code, message, source line and caret; ends with 1', async () => {
    const file = await wrong();
    const { code, out } = await runSoret(['check', file]);
    expect(code).toBe(1);
    expect(out).toMatch(/wrong-unit\.soret:11:\d+: error unit\/mismatch /);
    const [, source, caret] = /\n( {2}11 \| .*)\n( {4} \| *\^+)\n/.exec(out)!;
    expect(source!.slice(caret!.indexOf('^'), caret!.lastIndexOf('^') + 1)).toContain('m');
  });
  test('json: zero-based range of the offending part', async () => {
    const file = await wrong();
    const { out } = await runSoret(['check', file, '--format', 'json']);
    const [diagnostic] = (JSON.parse(out) as CheckDocument).files[0]!.diagnostics;
    expect(diagnostic).toMatchObject({ severity: 'error', code: 'unit/mismatch', range: { start: { line: 10 }, end: { line: 10 } } });
  });
  test('sarif: 2.1.0 with the rule, the level and one-based columns', async () => {
    const { out } = await runSoret(['check', await wrong(), '--format', 'sarif']);
    const [run] = (
      JSON.parse(out) as {
        runs: { results: { ruleId: string; level: string; locations: { physicalLocation: { region: { startLine: number } } }[] }[] }[];
      }
    ).runs;
    expect(run!.results[0]).toMatchObject({ ruleId: 'unit/mismatch', level: 'error' });
    expect(run!.results[0]!.locations[0]!.physicalLocation.region.startLine).toBe(11);
  });
  test('run refuses with 1 and prints a document without studies', async () => {
    const { code, out } = await runSoret(['run', await wrong(), '--format', 'json']);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({ studies: {}, expectations: [], diagnostics: [{ code: 'unit/mismatch' }] });
  });
});

describe('an unknown unit', () => {
  test('comes with a fix whose edit mends the file', async () => {
    const { out } = await runSoret(['check', await spoiled('unknown', '935 kg/m^3', '935 kgg/m^3'), '--format', 'json']);
    const [diagnostic] = (JSON.parse(out) as CheckDocument).files[0]!.diagnostics;
    expect(diagnostic!.code).toBe('unit/unknown');
    expect(diagnostic!.fixes.flatMap((f) => f.edits.map((e) => e.newText)).join(' ')).toContain('kg');
  });
});

test('several files: one entry each, 1 when any is wrong', async () => {
  const { code, out } = await runSoret(['check', gin, await spoiled('both', '0.4 }', '1.4 }'), '--format', 'json']);
  expect(code).toBe(1);
  expect((JSON.parse(out) as CheckDocument).files.map((f) => f.diagnostics.length > 0)).toEqual([false, true]);
});

test('every line with a finding is read by the problem matcher of the extension', async () => {
  const { contributes } = JSON.parse(readFileSync(path.join(examples, '../package.json'), 'utf8')) as {
    contributes: { problemMatchers: { pattern: { regexp: string } }[] };
  };
  const pattern = new RegExp(contributes.problemMatchers[0]!.pattern.regexp);
  const file = path.join(folder, 'a folder: with signs.soret');
  writeFileSync(file, 'model "x"\nlet gap = 1 frob\nparam unused = 1 m from 2 m to 3 m\n');
  const { out } = await runSoret(['check', file]);
  const findings = out.split('\n').filter((line) => /^\S.*: (error|warning|hint) /.test(line));
  expect(findings.length).toBeGreaterThan(1);
  for (const line of findings) {
    const [, name, , , severity, code] = pattern.exec(line) ?? [];
    expect(name).toBe(file);
    expect(['error', 'warning', 'hint']).toContain(severity);
    expect(code).toMatch(/^[a-z-]+\/[a-z-]+$/);
  }
});
