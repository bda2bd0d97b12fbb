/** What both kinds of language client are told. */
import type * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';

export const languageId = 'soret';
export const serverName = 'Soret Language Server';

/** Restarts after crashes within three minutes before the client gives up and says so. */
const restarts = 10;

export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: languageId }],
    outputChannel: output,
    connectionOptions: { maxRestartCount: restarts },
  };
}
