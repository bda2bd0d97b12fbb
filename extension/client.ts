/** The language client of an extension host on Node: the server is a process of its own. */
import * as vscode from 'vscode';
import { type ForkOptions, LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { clientOptions, languageId, serverName } from './client-options.js';

/** A parse makes much short-lived data; a larger young generation spares a third of the time of every keystroke. */
const options: ForkOptions = { execArgv: ['--max-semi-space-size=64'] };

export function createClient(context: vscode.ExtensionContext, output: vscode.LogOutputChannel): LanguageClient {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.cjs').fsPath;
  const run = { module, transport: TransportKind.ipc, options };
  const debug = { ...run, options: { execArgv: [...(options.execArgv ?? []), '--nolazy', '--inspect=6009'] } };
  return new LanguageClient(languageId, serverName, { run, debug }, clientOptions(output));
}
