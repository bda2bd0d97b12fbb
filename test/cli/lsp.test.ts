/** `soret lsp --stdio` as any editor sees it: messages in JSON-RPC over pipes, nothing of VS Code on this side. */
import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtSoret } from './bundle.js';

const gin = readFileSync(path.join(import.meta.dirname, '../../examples/gin-and-tonic.soret'), 'utf8');
const folder = mkdtempSync(path.join(tmpdir(), 'soret-lsp-'));
const uri = pathToFileURL(path.join(folder, 'model.soret')).href;

interface Message {
  readonly id?: number;
  readonly method?: string;
  readonly params?: unknown;
  readonly result?: unknown;
  readonly error?: { readonly message: string };
}

/** The base protocol by hand: a header with the length, then JSON. */
class PlainClient {
  readonly notifications: Message[] = [];
  readonly #answers = new Map<number, (message: Message) => void>();
  #bytes = Buffer.alloc(0);
  #last = 0;

  constructor(readonly server: ChildProcessWithoutNullStreams) {
    server.stdout.on('data', (data: Buffer) => this.#take(data));
  }
  request(method: string, params: unknown): Promise<unknown> {
    const id = ++this.#last;
    this.#send({ jsonrpc: '2.0', id, method, params });
    return new Promise((resolve, reject) =>
      this.#answers.set(id, ({ result, error }) => (error ? reject(new Error(error.message)) : resolve(result))),
    );
  }
  notify(method: string, params: unknown): void {
    this.#send({ jsonrpc: '2.0', method, params });
  }
  #send(message: object): void {
    const body = JSON.stringify(message);
    this.server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  }
  #take(data: Buffer): void {
    this.#bytes = Buffer.concat([this.#bytes, data]);
    for (;;) {
      const end = this.#bytes.indexOf('\r\n\r\n');
      const length = Number(/Content-Length: (\d+)/.exec(this.#bytes.toString('latin1', 0, Math.max(end, 0)))?.[1] ?? NaN);
      if (end < 0 || !(this.#bytes.length >= end + 4 + length)) return;
      const message = JSON.parse(this.#bytes.toString('utf8', end + 4, end + 4 + length)) as Message;
      this.#bytes = this.#bytes.subarray(end + 4 + length);
      if (message.method === undefined) this.#answers.get(message.id!)?.(message);
      // A client that offers nothing answers requests of the server with nothing.
      else if (message.id !== undefined) this.#send({ jsonrpc: '2.0', id: message.id, result: null });
      else this.notifications.push(message);
    }
  }
}

interface Published {
  readonly uri: string;
  readonly diagnostics: readonly {
    readonly code: string;
    readonly severity: number;
    readonly range: { readonly start: { readonly line: number } };
  }[];
}
const published = (): Published | undefined =>
  client.notifications
    .filter(({ method }) => method === 'textDocument/publishDiagnostics')
    .map(({ params }) => params as Published)
    .filter((one) => one.uri === uri)
    .at(-1);

let client: PlainClient;
beforeAll(async () => {
  client = new PlainClient(spawn(process.execPath, [await builtSoret(), 'lsp', '--stdio']));
}, 120_000);
afterAll(() => client.server.kill('SIGKILL'));

describe('a session', () => {
  test('begins with what the server can do', async () => {
    const answer = (await client.request('initialize', {
      processId: process.pid,
      rootUri: pathToFileURL(folder).href,
      capabilities: {},
    })) as {
      capabilities: Record<string, unknown>;
    };
    for (const ability of [
      'completionProvider',
      'hoverProvider',
      'definitionProvider',
      'renameProvider',
      'documentFormattingProvider',
      'codeActionProvider',
    ])
      expect(answer.capabilities[ability], ability).toBeTruthy();
    client.notify('initialized', {});
  });
  test('marks a wrong unit and lets go when it is mended', async () => {
    const wrong = gin.replace('4.5e-10 m^2/s', '4.5e-10 m');
    client.notify('textDocument/didOpen', { textDocument: { uri, languageId: 'soret', version: 1, text: wrong } });
    await expect
      .poll(() => published()?.diagnostics, { timeout: 20_000 })
      .toMatchObject([{ code: 'unit/mismatch', severity: 1, range: { start: { line: 10 } } }]);
    client.notify('textDocument/didChange', { textDocument: { uri, version: 2 }, contentChanges: [{ text: gin }] });
    await expect.poll(() => published()?.diagnostics, { timeout: 20_000 }).toEqual([]);
  });
  test('says what a coefficient is', async () => {
    const hover = (await client.request('textDocument/hover', { textDocument: { uri }, position: { line: 11, character: 4 } })) as {
      contents: { value: string };
    };
    expect(hover.contents.value).toMatch(/Soret/);
  });
  test('completes, finds and formats', async () => {
    const line = gin.split('\n').findIndex((text) => text.includes('heat_capacity'));
    const at = { textDocument: { uri }, position: { line, character: 2 } };
    const completion = (await client.request('textDocument/completion', at)) as { items?: { label: string }[] } | { label: string }[];
    expect((Array.isArray(completion) ? completion : (completion.items ?? [])).length).toBeGreaterThan(3);
    const lineOfUse = gin.split('\n').findIndex((text) => text.includes('length = gap'));
    const found = await client.request('textDocument/definition', {
      textDocument: { uri },
      position: { line: lineOfUse, character: gin.split('\n')[lineOfUse]!.indexOf('gap') + 1 },
    });
    expect(JSON.stringify(found)).toContain('"line":3');
    expect(await client.request('textDocument/formatting', { textDocument: { uri }, options: { tabSize: 2, insertSpaces: true } })).toEqual(
      [],
    );
  });
  test('refuses a request that it does not know, and goes on', async () => {
    await expect(client.request('textDocument/noSuchThing', {})).rejects.toThrow(/noSuchThing|Unhandled method/);
    expect(await client.request('soret/model', { uri })).toMatchObject({ state: 'ready', uri });
  });
  test('ends when it is asked to', async () => {
    const ended = new Promise((resolve) => client.server.once('exit', resolve));
    expect(await client.request('shutdown', null)).toBeNull();
    client.notify('exit', null);
    expect(await ended).toBe(0);
  });
});
