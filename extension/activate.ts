/** Assembles the extension around a language client, the same for Node and for a browser. */
import * as vscode from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { registerBuiltinDocuments } from './builtin-documents.js';
import { commands } from './commands/index.js';
import { LanguageServer } from './language-server.js';
import { registerPages } from './pages.js';
import { ResultsPanels } from './results/panels.js';
import type { Soret } from './soret.js';
import { createStatusItem } from './status.js';
import { createTests } from './tests/controller.js';
import { registerTools } from './tools/index.js';

export type CreateClient = (context: vscode.ExtensionContext, output: vscode.LogOutputChannel) => BaseLanguageClient;

/** What tests of the extension may look at. */
export type Exports = Pick<Soret, 'server' | 'results' | 'tests'>;

/** Does not wait for the server: commands work at once, and requests wait for it by themselves. */
export function activateSoret(context: vscode.ExtensionContext, createClient: CreateClient): Exports {
  const started = performance.now();
  const output = vscode.window.createOutputChannel('Soret', { log: true });
  const server = new LanguageServer(createClient(context, output), output);
  const results = new ResultsPanels(context.extensionUri, server, output);
  const tests = createTests(server);
  const soret: Soret = { context, server, results, tests, output };
  context.subscriptions.push(
    output,
    server,
    results,
    createStatusItem(results),
    tests,
    registerBuiltinDocuments(server),
    registerPages(context),
    registerTools(soret),
    ...commands.map(({ id, run }) =>
      vscode.commands.registerCommand(id, (...args: unknown[]) => logged(output, id, () => run(soret, ...args))),
    ),
  );
  server.start().catch((error: unknown) => startFailed(output, error));
  output.info(`activated in ${(performance.now() - started).toFixed(0)} ms`);
  return { server, results, tests };
}

async function startFailed(output: vscode.LogOutputChannel, error: unknown): Promise<void> {
  output.error(error instanceof Error ? error : String(error));
  const restart = vscode.l10n.t('Restart');
  const showLog = vscode.l10n.t('Show log');
  const message = vscode.l10n.t('The Soret language server did not start, so models are neither checked nor run.');
  const chosen = await vscode.window.showErrorMessage(message, restart, showLog);
  if (chosen !== undefined) await vscode.commands.executeCommand(chosen === restart ? 'soret.restartServer' : 'soret.showOutput');
}

/** Commands log how long they took; a failure is shown to the person and stands in the log with its place. */
async function logged(output: vscode.LogOutputChannel, id: string, work: () => unknown): Promise<unknown> {
  const started = performance.now();
  try {
    return await work();
  } catch (error) {
    output.error(error instanceof Error ? error : String(error));
    throw error;
  } finally {
    output.debug(`${id} took ${(performance.now() - started).toFixed(0)} ms`);
  }
}
