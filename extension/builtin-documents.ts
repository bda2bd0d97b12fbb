/** Documents that the language brings along (constants, functions, materials): read-only, their text comes from the server. */
import * as vscode from 'vscode';
import type { LanguageServer } from './language-server.js';

const scheme = 'builtin';

export function registerBuiltinDocuments(server: LanguageServer): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri, token) => server.request('soret/builtin', { uri: uri.toString() }, token),
  });
}
