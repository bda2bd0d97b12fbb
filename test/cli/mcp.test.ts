/** `soret mcp`: the shipped bundle, spoken to by the protocol's own client over standard input and output. */
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { exampleModel } from '../../cli/mcp/instructions.js';
import { builtSoret } from './bundle.js';
import { runSoret } from './run-soret.js';

const examples = path.join(import.meta.dirname, '../../examples');
const base = mkdtempSync(path.join(tmpdir(), 'soret-mcp-'));
const folder = path.join(base, 'models');
mkdirSync(folder);
for (const name of ['gin-and-tonic.soret', 'dopant-wafer.soret']) copyFileSync(path.join(examples, name), path.join(folder, name));
const gin = path.join(folder, 'gin-and-tonic.soret');

/** Minutes of work. */
const endless = exampleModel
  .replace('medium = liquid', 'medium = liquid; cells = 5000')
  .replace('until = 10 min', 'until = 1 h; every = 1 s')
  .replace('steady rest\n', '')
  .replace(/expect .*\n/, '');

let bundle: string;
let client: Client;

async function connected(...options: readonly string[]): Promise<Client> {
  const made = new Client({ name: 'test', version: '1' });
  await made.connect(
    new StdioClientTransport({ command: process.execPath, args: [bundle, 'mcp', '--folder', folder, ...options], stderr: 'inherit' }),
  );
  return made;
}

interface Result {
  readonly text: string;
  readonly exit: number | undefined;
  readonly isError: boolean;
}
async function call(name: string, input: Record<string, unknown>, on = client, signal?: AbortSignal): Promise<Result> {
  const answer = await on.callTool({ name, arguments: input }, undefined, { timeout: 60_000, ...(signal && { signal }) });
  const [content] = answer.content as readonly { readonly type: string; readonly text: string }[];
  return { text: content!.text, exit: answer._meta?.['soret/exit'] as number | undefined, isError: answer.isError === true };
}

/** Without the only numbers that may differ between equal runs. */
const withoutTimes = (json: string): unknown =>
  JSON.parse(json, (key, value: unknown) => (key === 'wall_ms' ? undefined : key === 'file' ? path.basename(String(value)) : value));

beforeAll(async () => {
  bundle = await builtSoret();
  client = await connected();
}, 120_000);
afterAll(() => client.close());

describe('what it offers', () => {
  test('the commands as tools that read only, described, with the options of the command line', async () => {
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(['check', 'run', 'test', 'sweep', 'fit', 'design', 'explain', 'convert', 'library']);
    for (const { annotations, description } of tools) {
      expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
      expect(description!.length).toBeGreaterThan(60);
    }
    const run = tools.find(({ name }) => name === 'run')!;
    expect(Object.keys(run.inputSchema.properties!)).toEqual(['file', 'text', 'study', 'set', 'fields']);
  });
  test('instructions whose model is sound and holds what it expects', async () => {
    expect(client.getInstructions()).toContain(exampleModel);
    expect(await call('test', { text: exampleModel })).toMatchObject({
      exit: 0,
      text: expect.stringContaining('ok 1 - text.soret: separation of rest'),
    });
  });
});

describe('the same answers as the command line', () => {
  test.each([
    ['check', { file: 'gin-and-tonic.soret' }, ['check', gin, '--format', 'json']],
    [
      'run',
      { file: 'gin-and-tonic.soret', set: ['hot=40 degC'], fields: true },
      ['run', gin, '--set', 'hot=40 degC', '--fields', '--format', 'json'],
    ],
    ['run', { file: gin, study: ['rest'] }, ['run', gin, '--study', 'rest', '--format', 'json']],
    [
      'design',
      { file: gin, study: 'rest', vary: ['hot=25 degC to 60 degC'], largest: true },
      ['design', gin, '--study', 'rest', '--vary', 'hot=25 degC to 60 degC', '--largest', '--format', 'json'],
    ],
  ])('%s %j', async (name, input, argv) => {
    const ours = await runSoret(argv);
    const { text, exit } = await call(name, input);
    expect(withoutTimes(text)).toEqual(withoutTimes(ours.out));
    expect(exit).toBe(ours.code);
  });
  test('a model with errors is an answer with the exit code 1, its diagnostics with fixes', async () => {
    const { text, exit, isError } = await call('check', { text: exampleModel.replace('935 kg/m^3', '935 kgg/m^3') });
    expect({ exit, isError }).toEqual({ exit: 1, isError: false });
    expect(JSON.parse(text)).toMatchObject({
      files: [
        {
          file: 'text.soret',
          diagnostics: [
            { code: 'unit/unknown', fixes: expect.arrayContaining([{ title: expect.any(String), edits: [expect.any(Object)] }]) },
          ],
        },
      ],
    });
  });
  test('a sweep answers every case and leaves no table behind', async () => {
    const { text, exit } = await call('sweep', { file: 'dopant-wafer.soret' });
    expect(exit).toBe(0);
    expect(JSON.parse(text)).toMatchObject({
      studies: { what_if: { kind: 'sweep', status: 'ok', parameters: { Q_star: { values: { length: 21 } } } } },
    });
    expect(readdirSync(folder).sort()).toEqual(['dopant-wafer.soret', 'gin-and-tonic.soret']);
  });
  test('explain, convert and library answer their texts', async () => {
    expect((await call('explain', { code: 'unit/mismatch' })).text).toBe((await runSoret(['explain', 'unit/mismatch'])).out);
    expect((await call('convert', { value: '9.5e-3 1/K', to: 'alpha_T', at: '25 degC' })).text).toBe('alpha_T = 2.832425\n');
    expect((await call('convert', { value: '-3.2e-3 1/K', to: 'alpha_T', at: '298.15 K' })).text).toContain('alpha_T = -0.954');
    expect((await call('library', { name: 'liquids' })).text).toContain('species water');
  });
});

describe('nothing outside of the folder is read', () => {
  const secret = path.join(base, 'secret.soret');
  const secretData = path.join(base, 'secret.csv');
  writeFileSync(secret, readFileSync(path.join(examples, 'gin-and-tonic.soret')));
  writeFileSync(secretData, 't [s],value [1]\n0,1\n1,2\n');
  test.each([['../secret.soret'], [secret], ['models/../../secret.soret'], ['../no-such.soret'], ['/etc/hostname']])('%s', async (file) => {
    const { text, exit, isError } = await call('run', { file });
    expect({ exit, isError }).toEqual({ exit: 2, isError: true });
    expect(text).toContain('outside of the folder');
  });
  test('a link that leads out', async () => {
    const inside = mkdtempSync(path.join(base, 'linked-'));
    symlinkSync(secret, path.join(inside, 'link.soret'));
    symlinkSync(base, path.join(inside, 'up'));
    const confined = await connected('--folder', inside).catch((error: unknown) => error);
    expect(confined).toBeInstanceOf(Error); // --folder is given twice
    const made = new Client({ name: 'test', version: '1' });
    await made.connect(
      new StdioClientTransport({ command: process.execPath, args: [bundle, 'mcp', '--folder', inside], stderr: 'ignore' }),
    );
    for (const file of ['link.soret', 'up/secret.soret'])
      expect(await call('check', { file }, made)).toMatchObject({ exit: 2, text: expect.stringContaining('outside of the folder') });
    await made.close();
  });
  test.each([
    ['import', `import "../secret.soret"\n${exampleModel}`, 'name/import'],
    ['data', `${exampleModel}data measured { file = "../secret.csv"; column(v) = "value" }\n`, 'data/file'],
    ['data by its whole path', `${exampleModel}data measured { file = "${secretData}"; column(v) = "value" }\n`, 'data/file'],
  ])('%s of a model', async (_what, text, code) => {
    const answer = JSON.parse((await call('check', { text })).text) as { files: { diagnostics: { code: string }[] }[] };
    expect(answer.files[0]!.diagnostics.map((d) => d.code)).toContain(code);
  });
});

describe('bounds', () => {
  test('a call that takes too long is stopped, and the next one is answered', async () => {
    const hurried = await connected('--time-limit', '3 s');
    const began = performance.now();
    const { text, exit, isError } = await call('run', { text: endless }, hurried);
    expect({ exit, isError }).toEqual({ exit: 3, isError: true });
    expect(text).toMatch(/longer than 3 s/);
    expect(performance.now() - began).toBeLessThan(20_000);
    expect((await call('convert', { value: '1 eV', to: 'J' }, hurried)).text).toContain('1.602176634e-19 J');
    await hurried.close();
  }, 90_000);
  test('a call that takes too much memory is stopped', async () => {
    const small = await connected('--memory-limit', '128');
    const enormous = Array.from({ length: 60_000 }, (_, i) => `let length_${i} = ${i} mm + 1 m * ${i}`).join('\n');
    const { text, exit } = await call('check', { text: enormous }, small);
    expect(exit).toBe(3);
    expect(text).toMatch(/more than 128 MB/);
    await small.close();
  }, 90_000);
  test('a call that is cancelled makes room for the next', async () => {
    const stop = new AbortController();
    const running = call('run', { text: endless }, client, stop.signal);
    setTimeout(() => stop.abort(), 1500);
    await expect(running).rejects.toThrow(/abort/i);
    const began = performance.now();
    expect((await call('convert', { value: '1 eV', to: 'J' })).exit).toBe(0);
    expect(performance.now() - began).toBeLessThan(15_000);
  }, 60_000);
});

describe('wrong input is refused in words', () => {
  test.each<[string, Record<string, unknown>, RegExp]>([
    ['check', {}, /Give file/],
    ['check', { file: 'a.soret', text: 'b' }, /not both/],
    ['check', { fiel: 'a.soret' }, /fiel/],
    ['run', { file: 'gin-and-tonic.soret', set: ['hott=3 degC'] }, /Did you mean hot\?/],
    ['run', { file: 'gin-and-tonic.soret', study: ['--out'] }, /no study --out/],
    ['run', { file: '--out' }, /no file|not a model/],
    ['run', { file: 7 }, /file/],
    ['convert', { value: '1 1/K', to: 'alpha_T' }, /give --at/],
    ['no_such_tool', {}, /no_such_tool/],
  ])('%s %j', async (name, input, message) => {
    const { text, isError } = await call(name, input);
    expect(isError).toBe(true);
    expect(text).toMatch(message);
  });
});

test('the options of the command are checked', async () => {
  for (const [argv, message] of [
    [['mcp', '--folder', path.join(base, 'nowhere')], /no such folder/],
    [['mcp', '--time-limit', '5 kg'], /is not a time/],
    [['mcp', '--memory-limit', 'much'], /whole number of megabytes/],
  ] as const) {
    const { code, err } = await runSoret(argv);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  }
});
