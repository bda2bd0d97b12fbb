/** The language client of an extension host in a browser: the server is a web worker. */
import * as vscode from 'vscode';
import { BrowserMessageReader, BrowserMessageWriter, LanguageClient, type MessageTransports } from 'vscode-languageclient/browser';
import { clientOptions, languageId, serverName } from './client-options.js';

export function createClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClient {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.worker.js').toString(true);
  let worker: Worker | undefined;
  // Asked again at a restart; the worker before it may hang and has to go. The client is given the two ends of the conversation and
  // not the worker: it would not know it for one, because the extension host puts its own constructor in the place of `Worker`.
  const start = (): Promise<MessageTransports> => {
    worker?.terminate();
    worker = new Worker(script);
    return Promise.resolve({ reader: new BrowserMessageReader(worker), writer: new BrowserMessageWriter(worker) });
  };
  context.subscriptions.push({ dispose: () => worker?.terminate() });
  return new LanguageClient(languageId, serverName, start, clientOptions(output));
}
