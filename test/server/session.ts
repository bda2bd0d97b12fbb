/** A language server session as an editor holds it: the bundled server as a child process, the protocol over stdio. */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type Diagnostic,
  type InitializeResult,
  type Position,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
  type TextDocumentContentChangeEvent,
} from 'vscode-languageserver-protocol/node';
import { serverPlugins } from '../../server/bundling/index.mjs';
import type { ClientNotifications, Requests, ServerNotifications } from '../../server/protocol.js';

export const root = path.resolve(import.meta.dirname, '../..');

const shipped = { absWorkingDir: root, bundle: true, minify: true, charset: 'utf8', logLevel: 'error', plugins: serverPlugins } as const;

let bundle: Promise<string> | undefined;
/** Path of the server, bundled once per test file into a folder of its own, as it is shipped, the pages of diagnostics beside it. */
export function bundledServer(): Promise<string> {
  bundle ??= (async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'soret-server-'));
    symlinkSync(path.join(root, 'docs'), path.join(folder, 'docs'));
    const outfile = path.join(folder, 'dist', 'server.cjs');
    await build({
      ...shipped,
      entryPoints: ['server/main.node.ts'],
      outfile,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
      define: { 'import.meta.url': 'bundleUrl' },
      banner: { js: "const bundleUrl = require('node:url').pathToFileURL(__filename).href;" },
    });
    return outfile;
  })();
  return bundle;
}
/** Text of the server that runs in a browser's worker, as it is shipped. */
export async function bundledWorker(): Promise<string> {
  const { outputFiles } = await build({
    ...shipped,
    entryPoints: ['server/main.browser.ts'],
    write: false,
    platform: 'browser',
    format: 'iife',
    target: 'es2022',
    mainFields: ['browser', 'module', 'main'],
    conditions: ['browser'],
  });
  return outputFiles[0]!.text;
}

export class Session {
  private readonly waiting = new Map<string, ((published: PublishDiagnosticsParams) => boolean)[]>();
  readonly published = new Map<string, PublishDiagnosticsParams>();
  readonly changed: ServerNotifications['soret/modelChanged'][] = [];
  private readonly versions = new Map<string, number>();
  private count = 0;
  initialized!: InitializeResult;

  private constructor(
    readonly process: ChildProcess,
    readonly connection: ProtocolConnection,
  ) {
    connection.onNotification('textDocument/publishDiagnostics', (published: PublishDiagnosticsParams) => {
      this.published.set(published.uri, published);
      this.waiting.set(
        published.uri,
        (this.waiting.get(published.uri) ?? []).filter((answer) => !answer(published)),
      );
    });
    connection.onNotification(
      'soret/modelChanged',
      (changed: ServerNotifications['soret/modelChanged']) => void this.changed.push(changed),
    );
    connection.onRequest('client/registerCapability', () => null);
    connection.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => null));
    connection.onRequest('workspace/codeLens/refresh', () => null);
    connection.onRequest('workspace/inlayHint/refresh', () => null);
    connection.listen();
  }

  static async start({ folder, snippets = true }: { folder?: string; snippets?: boolean } = {}): Promise<Session> {
    const child = spawn(process.execPath, ['--max-semi-space-size=64', await bundledServer(), '--stdio'], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const session = new Session(
      child,
      createProtocolConnection(new StreamMessageReader(child.stdout!), new StreamMessageWriter(child.stdin!)),
    );
    session.initialized = await session.connection.sendRequest<InitializeResult>('initialize', {
      processId: process.pid,
      rootUri: null,
      workspaceFolders: folder ? [{ uri: pathToFileURL(folder).toString(), name: 'test' }] : null,
      capabilities: {
        textDocument: {
          completion: { completionItem: { snippetSupport: snippets } },
          publishDiagnostics: { relatedInformation: true, versionSupport: true },
        },
        workspace: { codeLens: { refreshSupport: true }, inlayHint: { refreshSupport: true }, configuration: true, workspaceFolders: true },
      },
    });
    await session.connection.sendNotification('initialized', {});
    return session;
  }
  async stop(): Promise<void> {
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    this.connection.dispose();
    this.process.kill();
  }

  /** Opens a document; its address is made up unless given. */
  async open(text: string, uri = `file:///models/model${++this.count}.soret`): Promise<string> {
    this.versions.set(uri, 1);
    await this.connection.sendNotification('textDocument/didOpen', { textDocument: { uri, languageId: 'soret', version: 1, text } });
    return uri;
  }
  async change(uri: string, ...contentChanges: TextDocumentContentChangeEvent[]): Promise<number> {
    const version = (this.versions.get(uri) ?? 1) + 1;
    this.versions.set(uri, version);
    await this.connection.sendNotification('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    return version;
  }
  replace = (uri: string, text: string): Promise<number> => this.change(uri, { text });
  close = (uri: string): Promise<void> => this.connection.sendNotification('textDocument/didClose', { textDocument: { uri } });

  /** Diagnostics of the newest version of a document. */
  diagnostics(uri: string): Promise<Diagnostic[]> {
    const version = this.versions.get(uri) ?? 1;
    const now = this.published.get(uri);
    if (now?.version === version) return Promise.resolve(now.diagnostics);
    return new Promise((resolve) => {
      const answer = (published: PublishDiagnosticsParams): boolean => {
        if (published.version !== version) return false;
        resolve(published.diagnostics);
        return true;
      };
      this.waiting.set(uri, [...(this.waiting.get(uri) ?? []), answer]);
    });
  }
  /** Opens a text and gives what is wrong with it. */
  async check(text: string): Promise<Diagnostic[]> {
    return this.diagnostics(await this.open(text));
  }

  at<R>(method: string, uri: string, position: Position, more: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri }, position, ...more });
  }
  of<R>(method: string, uri: string, more: object = {}): Promise<R> {
    return this.connection.sendRequest<R>(`textDocument/${method}`, { textDocument: { uri }, ...more });
  }
  request<Name extends keyof Requests>(name: Name, params: Requests[Name]['params']): Promise<Requests[Name]['result']> {
    return this.connection.sendRequest<Requests[Name]['result']>(name, params);
  }
  notify<Name extends keyof ClientNotifications>(name: Name, params: ClientNotifications[Name]): Promise<void> {
    return this.connection.sendNotification(name, params);
  }
}

/** Position of an offset, in UTF-16 as the protocol counts. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\n|\r/);
  return { line: before.length - 1, character: before.at(-1)!.length };
}
/** The text without its `‸`, and where that stood. */
export function withCursor(marked: string): { text: string; position: Position; offset: number } {
  const offset = marked.indexOf('‸');
  const text = marked.replace('‸', '');
  return { text, offset, position: positionAt(text, offset) };
}
export function applyEdits(text: string, edits: readonly { range: { start: Position; end: Position }; newText: string }[]): string {
  const lineStarts = [0];
  for (const match of text.matchAll(/\r\n|\n|\r/g)) lineStarts.push(match.index + match[0].length);
  const offset = ({ line, character }: Position) => (lineStarts[line] ?? text.length) + character;
  return [...edits]
    .sort((a, b) => offset(b.range.start) - offset(a.range.start) || offset(b.range.end) - offset(a.range.end))
    .reduce((result, { range, newText }) => result.slice(0, offset(range.start)) + newText + result.slice(offset(range.end)), text);
}
