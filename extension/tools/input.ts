/** What the language-model tools are asked about: a file of the workspace, or a model given as text. */
import * as vscode from 'vscode';
import type { ModelAnswer } from '../../server/protocol.js';
import { languageId } from '../client-options.js';
import type { LanguageServer } from '../language-server.js';

export interface ModelInput {
  /** Absolute path, uri, or path inside the workspace. */
  readonly file?: string;
  /** A whole model, instead of a file. */
  readonly text?: string;
}

/** Opens the model (text becomes an unsaved document that is not shown) and waits until it is checked. */
export async function checkedModel(server: LanguageServer, input: ModelInput, token: vscode.CancellationToken): Promise<ModelAnswer> {
  const document = input.text === undefined ? await vscode.workspace.openTextDocument(fileUri(input.file)) : await openText(input.text);
  return server.request('soret/model', { uri: document.uri.toString() }, token);
}

function openText(content: string): Thenable<vscode.TextDocument> {
  return vscode.workspace.openTextDocument({ language: languageId, content });
}

function fileUri(file: string | undefined): vscode.Uri {
  if (!file) throw new Error('Give `file` (a path in the workspace) or `text` (a whole model).');
  if (/^[a-z][a-z0-9+.-]+:\/\//i.test(file)) return vscode.Uri.parse(file, true);
  if (file.startsWith('/') || /^[a-z]:[\\/]/i.test(file)) return vscode.Uri.file(file);
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error(`No folder is open, so ${file} cannot be found: give an absolute path.`);
  return vscode.Uri.joinPath(folder.uri, file);
}
