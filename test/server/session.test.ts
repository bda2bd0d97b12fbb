/** The life of a session: start, open, ask for the model, change, crash and start again. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { root, Session } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');
let session: Session;
beforeAll(async () => void (session = await Session.start()));
afterAll(() => session.stop());

test('the server says what it can do', () => {
  const { capabilities, serverInfo } = session.initialized;
  expect(serverInfo?.name).toBe('soret');
  expect(capabilities).toMatchObject({
    textDocumentSync: { change: 2 },
    hoverProvider: true,
    definitionProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    renameProvider: { prepareProvider: true },
    documentSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    codeActionProvider: { codeActionKinds: expect.arrayContaining(['quickfix', 'source.fixAll.soret']) },
  });
  for (const feature of [
    'completionProvider',
    'signatureHelpProvider',
    'inlayHintProvider',
    'semanticTokensProvider',
    'codeLensProvider',
    'documentLinkProvider',
    'workspaceSymbolProvider',
    'documentOnTypeFormattingProvider',
  ] as const)
    expect(capabilities[feature], feature).toBeDefined();
});

test('a sound model has no diagnostics and lowers', async () => {
  const uri = await session.open(gin);
  expect(await session.diagnostics(uri)).toEqual([]);
  const answer = await session.request('soret/model', { uri });
  expect(answer).toMatchObject({
    state: 'ready',
    uri,
    version: 1,
    problem: { title: 'Gin and tonic: ethanol and water between two plates', parameters: [{ name: 'hot', value: 303.15 }] },
  });
});

test('a model answers for the newest version, and its hash changes with its meaning only', async () => {
  const uri = await session.open(gin);
  const hashes: string[] = [];
  for (const text of [gin, `${gin}\n// a remark`, gin.replace('0.4 }', '0.45 }')]) {
    const version = await session.replace(uri, text);
    const answer = await session.request('soret/model', { uri });
    expect(answer).toMatchObject({ state: 'ready', version });
    if (answer.state === 'ready') hashes.push(answer.problem.hash);
  }
  expect(hashes[1]).toBe(hashes[0]);
  expect(hashes[2]).not.toBe(hashes[0]);
  await expect.poll(() => session.changed.filter((changed) => changed.uri === uri).at(-1)).toMatchObject({ hash: hashes[2], errors: 0 });
});

test('a broken model says where', async () => {
  const uri = await session.open(gin.replace('4.5e-10 m^2/s', '4.5e-10 m^2/parsec'));
  const answer = await session.request('soret/model', { uri });
  expect(answer).toMatchObject({ state: 'broken', errors: [{ code: 'unit/unknown', range: { start: { line: 10 } } }] });
  await expect.poll(() => session.changed.filter((changed) => changed.uri === uri).at(-1)).toMatchObject({ hash: null, errors: 1 });
});

test('an error of one study leaves the model ready: the other studies run', async () => {
  const heated = `solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }
geometry slab { length = 1 cm; medium = steel }
initial { temperature = 20 degC }
boundary left { heat_flux = 100 W/m^2 }
steady rest
transient warm { until = 1 min }
`;
  const uri = await session.open(heated);
  const answer = await session.request('soret/model', { uri });
  expect(answer).toMatchObject({ state: 'ready', warnings: [{ code: 'study/no-steady-state', range: { start: { line: 4 } } }] });
});

test('a diagnostic leads to the page that explains it', async () => {
  const [error] = await session.check(gin.replace('4.5e-10 m^2/s', '4.5e-10 m^2/parsec'));
  expect(error).toMatchObject({ code: 'unit/unknown' });
  expect(readFileSync(new URL(error!.codeDescription!.href), 'utf8')).toContain('`unit/unknown`');
});

test('built-in documents have texts', async () => {
  expect(await session.request('soret/builtin', { uri: 'builtin:/prelude.soret' })).toMatch(/let k_B +=/);
  expect(await session.request('soret/builtin', { uri: 'soret:/liquids.soret' })).toContain('species water');
  expect(await session.request('soret/builtin', { uri: 'soret:/no-such.soret' })).toBe('');
});

test('a killed server starts again with the documents of the editor', async () => {
  const doomed = await Session.start();
  const uri = await doomed.open(gin.replace('gap; medium', 'gapp; medium'));
  const before = await doomed.diagnostics(uri);
  doomed.process.kill('SIGKILL');
  doomed.connection.dispose();
  const next = await Session.start();
  expect(await next.diagnostics(await next.open(gin.replace('gap; medium', 'gapp; medium'), uri))).toEqual(before);
  await next.stop();
});
