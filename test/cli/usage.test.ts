/** Wrong usage is told in the user's words and ends with 2; help exists for every command. */
import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '../../cli/commands/index.js';
import { runSoret } from './run-soret.js';

const folder = mkdtempSync(path.join(tmpdir(), 'soret-usage-'));
const gin = path.join(import.meta.dirname, '../../examples/gin-and-tonic.soret');

describe('help', () => {
  test('lists every command', async () => {
    const { code, out } = await runSoret(['--help']);
    expect(code).toBe(0);
    for (const command of commands) expect(out).toContain(command.name);
  });
  test.each(commands.map((c) => [c.name, c] as const))('%s --help names its options and shows an example', async (name, command) => {
    const { code, out } = await runSoret([name, '--help']);
    expect(code).toBe(0);
    expect(out).toContain(`Usage: soret ${name}`);
    for (const option of Object.keys(command.options)) expect(out).toContain(`--${option}`);
    expect(command.examples.length).toBeGreaterThan(0);
  });
  test('--version prints a version', async () => {
    expect((await runSoret(['--version'])).out).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

describe('wrong usage ends with 2 and says what is wrong', () => {
  const notModel = path.join(folder, 'notes.txt');
  writeFileSync(notModel, 'hello');
  mkdirSync(path.join(folder, 'models'));
  test.each<[readonly string[], RegExp]>([
    [[], /Usage: soret COMMAND/],
    [['chekc', gin], /no command chekc\. Did you mean check\?/],
    [['help', 'chekc'], /no command chekc\. Did you mean check\?/],
    [['check'], /one or more \.soret files is missing/],
    [['check', path.join(folder, 'missing.soret')], /there is no file .*missing\.soret/],
    [['check', path.join(gin, 'deeper.soret')], /there is no file .*deeper\.soret/],
    [['check', notModel], /not a model: its name does not end in \.soret/],
    [['check', path.join(folder, 'models')], /is a folder/],
    [['check', gin, '--format', 'xml'], /--format is one of text, json, sarif, not xml/],
    [['check', gin, '--formt', 'json'], /no option --formt\. Did you mean --format\?/],
    [['check', gin, '--format'], /--format needs a value/],
    [['run', gin, '--study', 'relx'], /no study relx\. Did you mean relax\?/],
    [['run', gin, '--set', 'hott=40 degC'], /no param hott\. Did you mean hot\?/],
    [['run', gin, '--set', 'hot'], /--set hot has no value/],
    [['run', gin, '--set', 'hot=40 kg'], /hot is measured in degC, and this is in kg/],
    [['run', gin, '--set', 'hot=40'], /hot is measured in degC, and this is a plain number/],
    [['run', gin, '--set', 'hot=40 frob'], /frob is not a unit/],
    [['run', gin, '--set', 'hot=warm'], /not a number with a unit/],
    [['run', gin, gin], /too much/],
    [['run', gin, '--plot', 'pdf'], /svg, png/],
    [['run', gin, '--study', 'rest', '--out', gin], /is a file, so nothing can be written into it/],
    [['run', gin, '--study', 'rest', '--out', path.join(gin, 'deeper')], /is a file, so nothing can be written into it/],
    [['export', gin, '--to', 'latex', '--out', gin], /is a file, so nothing can be written into it/],
    [['run', gin, '--tolerance', 'small'], /--tolerance small is not a number/],
    [['sweep', gin], /has no sweep/],
    [['sweep', gin, '-j', 'many'], /whole number|has no sweep/],
    [['fit', gin], /has no fit/],
    [['explain', 'unit/mismach'], /Did you mean unit\/mismatch\?/],
    [['library', 'liquid'], /no library liquid/],
    [['lsp'], /--stdio is missing/],
    [['convert', '1', '1/K'], /missing|write what to convert/],
  ])('soret %j', async (argv, message) => {
    const { code, err } = await runSoret(argv);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
