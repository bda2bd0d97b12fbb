/** The language server as the rest of the extension sees it: typed requests, what it announces, and restarting. */
import * as vscode from 'vscode';
import { type BaseLanguageClient, ErrorCodes, ResponseError, State } from 'vscode-languageclient';
import type { ClientNotifications, Requests, ServerNotifications, ServerRequests } from '../server/protocol.js';

export type ModelChange = ServerNotifications['soret/modelChanged'];

/** How long a request waits for a server that does not run [ms]. */
const startLimit = 20_000;

export class LanguageServer implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<ModelChange>();
  readonly #started = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[] = [this.#changed, this.#started];

  /** The checked model of a document changed. */
  readonly onModelChanged = this.#changed.event;
  /** The server runs, for the first time or again after it ended: what it was told before must be asked for again. */
  readonly onStarted = this.#started.event;

  constructor(
    readonly client: BaseLanguageClient,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.#subscriptions.push(
      client.onNotification('soret/modelChanged', (change: ModelChange) => this.#changed.fire(change)),
      client.onRequest('soret/readFile', (request: ServerRequests['soret/readFile']['params']) => readFile(request.uri)),
      client.onDidChangeState(({ newState }) => {
        if (newState === State.Running) this.#started.fire();
      }),
    );
  }

  start(): Promise<void> {
    return this.timed('language server started', this.client.start());
  }

  /** Ends the server's process or worker and starts another one; open documents are sent to it again. */
  restart(): Promise<void> {
    // A server that hangs does not answer the request to end; it is replaced all the same.
    const stopped = this.client.stop().catch((error: unknown) => this.output.warn(String(error)));
    return this.timed(
      'language server restarted',
      stopped.then(() => this.client.start()),
    );
  }

  /** Waits for a server that is starting or being replaced. */
  async request<K extends string & keyof Requests>(
    name: K,
    params: Requests[K]['params'],
    token?: vscode.CancellationToken,
  ): Promise<Requests[K]['result']> {
    await this.#running();
    try {
      return await this.timed(name, this.#send(name, params, token), 'trace');
    } catch (error) {
      if (!isLostConnection(error)) throw error;
      // The server ended before it answered. Requests only ask, so the one that takes its place can be asked again.
      await this.#restarted();
      return this.#send(name, params, token);
    }
  }

  notify<K extends string & keyof ClientNotifications>(name: K, params: ClientNotifications[K]): void {
    // A server that is being restarted has no use for the results of the one before.
    if (this.client.state === State.Running) void this.client.sendNotification(name, params);
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
  }

  #send<K extends string & keyof Requests>(
    name: K,
    params: Requests[K]['params'],
    token?: vscode.CancellationToken,
  ): Promise<Requests[K]['result']> {
    // A token that is not there must not be sent either: it would arrive as a second parameter.
    return token ? this.client.sendRequest(name, params, token) : this.client.sendRequest(name, params);
  }

  async #running(): Promise<void> {
    if (this.client.state !== State.Running) await this.#restarted();
  }

  #restarted(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => {
        waiting.dispose();
        reject(new Error(vscode.l10n.t('The Soret language server does not run. The command "Soret: Restart Language Server" starts it.')));
      }, startLimit);
      const waiting = this.onStarted(() => {
        clearTimeout(late);
        waiting.dispose();
        resolve();
      });
    });
  }

  private async timed<T>(what: string, work: Promise<T>, level: 'info' | 'trace' = 'info'): Promise<T> {
    const started = performance.now();
    const result = await work;
    this.output[level](`${what} in ${(performance.now() - started).toFixed(1)} ms`);
    return result;
  }
}

/** The connection closed while a request was on its way, or before it could be sent. */
function isLostConnection(error: unknown): boolean {
  const lost: readonly unknown[] = [
    ErrorCodes.PendingResponseRejected,
    ErrorCodes.ConnectionInactive,
    ErrorCodes.MessageWriteError,
    ErrorCodes.MessageReadError,
  ];
  return error instanceof ResponseError && lost.includes(error.code);
}

/** Text of a file that a model refers to; null when there is none. */
async function readFile(uri: string): Promise<string | null> {
  const target = vscode.Uri.parse(uri, true);
  const open = vscode.workspace.textDocuments.find((document) => document.uri.toString() === target.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(target));
  } catch {
    return null;
  }
}
