/** Documents that the language brings along (constants, functions, materials): read-only, their text comes from the server. */
import * as vscode from 'vscode';
import type { LanguageServer } from './language-server.js';

/** Built-in names, and the library of materials. */
const schemes = ['builtin', 'soret'];

export function registerBuiltinDocuments(server: LanguageServer): vscode.Disposable {
  const provider: vscode.TextDocumentContentProvider = {
    provideTextDocumentContent: (uri, token) => server.request('soret/builtin', { uri: uri.toString() }, token),
  };
  return vscode.Disposable.from(...schemes.map((scheme) => vscode.workspace.registerTextDocumentContentProvider(scheme, provider)));
}
