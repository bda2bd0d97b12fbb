/** What both kinds of language client are told. */
import type * as vscode from 'vscode';
import type { LanguageClientOptions } from 'vscode-languageclient';
import { ReplaceDeadServer } from './connection-errors.js';
import { linked } from './pages.js';

export const languageId = 'soret';
export const serverName = 'Soret Language Server';

export function clientOptions(output: vscode.LogOutputChannel): LanguageClientOptions {
  return {
    documentSelector: [{ language: languageId }],
    outputChannel: output,
    errorHandler: new ReplaceDeadServer(),
    middleware: { handleDiagnostics: (uri, diagnostics, next) => next(uri, linked(diagnostics)) },
  };
}
