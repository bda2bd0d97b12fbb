/** The server of the browser: the same bundle format as shipped, in a scope without Node, files through the client. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createContext, runInContext } from 'node:vm';
import {
  AbstractMessageReader,
  AbstractMessageWriter,
  createProtocolConnection,
  type DataCallback,
  type Diagnostic,
  type Message,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { expect, test } from 'vitest';
import type { ModelAnswer } from '../../server/protocol.js';
import { bundledWorker, root } from './session.js';

const gin = readFileSync(path.join(root, 'examples/gin-and-tonic.soret'), 'utf8');

/** The client's ends of the channel, as a browser has them. */
class PortReader extends AbstractMessageReader {
  constructor(private readonly port: MessagePort) {
    super();
  }
  listen(callback: DataCallback) {
    this.port.onmessage = ({ data }) => callback(data as Message);
    return { dispose: () => (this.port.onmessage = null) };
  }
}
class PortWriter extends AbstractMessageWriter {
  constructor(private readonly port: MessagePort) {
    super();
  }
  async write(message: Message): Promise<void> {
    this.port.postMessage(message);
  }
  end(): void {}
}

test('diagnostics, model and imports through the client', async () => {
  const { port1, port2 } = new MessageChannel();
  // what a worker's global scope has of this: no require, no process
  createContextWith(port1, await bundledWorker());
  const connection = createProtocolConnection(new PortReader(port2), new PortWriter(port2));
  const diagnostics = new Map<string, Diagnostic[]>();
  const asked: string[] = [];
  connection.onNotification(
    'textDocument/publishDiagnostics',
    (published: PublishDiagnosticsParams) => void diagnostics.set(published.uri, published.diagnostics),
  );
  connection.onRequest('soret/readFile', ({ uri }: { uri: string }) => {
    asked.push(uri);
    return uri.endsWith('/salts.soret') ? 'species KBr { molar_mass = 119 g/mol }\n' : null;
  });
  connection.onRequest('client/registerCapability', () => null);
  connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
  connection.listen();
  await connection.sendRequest('initialize', { processId: null, rootUri: null, workspaceFolders: null, capabilities: {} });
  await connection.sendNotification('initialized', {});
  const open = (uri: string, text: string) =>
    connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'soret', version: 1, text } });

  await open('memfs:/gin.soret', gin);
  expect(await connection.sendRequest<ModelAnswer>('soret/model', { uri: 'memfs:/gin.soret' })).toMatchObject({ state: 'ready' });
  expect(diagnostics.get('memfs:/gin.soret')).toEqual([]);

  await open(
    'memfs:/brine.soret',
    'import "./salts.soret"\nimport "./missing.soret"\nspecies water { molar_mass = 18 g/mol }\nsolution brine of KBr in water { density = 1000 kg/m^3 }\n',
  );
  await connection.sendRequest('soret/model', { uri: 'memfs:/brine.soret' });
  expect(asked).toEqual(expect.arrayContaining(['memfs:/salts.soret', 'memfs:/missing.soret']));
  const codes = diagnostics.get('memfs:/brine.soret')!.map(({ code }) => code);
  expect(codes).not.toContain('name/unknown');
  expect(codes).toContain('name/import');
  connection.dispose();
  port1.close();
  port2.close();
}, 60_000);

function createContextWith(port: MessagePort, source: string): void {
  const scope: Record<string, unknown> = {
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    queueMicrotask,
    performance,
    TextEncoder,
    TextDecoder,
    URL,
    console,
    MessageChannel,
  };
  scope['self'] = {
    postMessage: (message: unknown) => port.postMessage(message),
    addEventListener: () => undefined,
    set onmessage(listener: (event: { data: unknown }) => void) {
      port.onmessage = ({ data }) => listener({ data: data as unknown });
    },
  };
  runInContext(source, createContext(scope));
}
