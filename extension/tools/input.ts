/** What the language-model tools are asked about: a file of the workspace, or a model given as text. */
import * as vscode from 'vscode';
import { languageId } from '../client-options.js';

export interface ModelInput {
  /** Path inside the workspace, absolute, or a uri; nothing outside of the workspace's folders. */
  readonly file?: string;
  /** A whole model, instead of a file. */
  readonly text?: string;
}

/** Opens the model; a text becomes an unsaved document that is not shown. @returns its address, and its name in answers. */
export async function checked({ file, text }: ModelInput): Promise<{ readonly name: string; readonly uri: string }> {
  if ((file === undefined) === (text === undefined))
    throw new Error('Give either `file` (a path in the workspace) or `text` (a whole model).');
  const document =
    text === undefined
      ? await vscode.workspace.openTextDocument(fileUri(file!))
      : await vscode.workspace.openTextDocument({ language: languageId, content: text });
  return { name: file ?? 'text.soret', uri: document.uri.toString() };
}

function fileUri(file: string): vscode.Uri {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  if (!folder) throw new Error('No folder is open, so no file can be read: give the model as `text`.');
  const written = /^[a-z][a-z0-9+.-]+:\/\//i.test(file)
    ? vscode.Uri.parse(file, true)
    : file.startsWith('/') || /^[a-z]:[\\/]/i.test(file)
      ? folder.uri.with({ path: vscode.Uri.file(file).path })
      : vscode.Uri.joinPath(folder.uri, file);
  // Dots in the path are resolved before it is compared.
  const uri = vscode.Uri.joinPath(written, '.');
  if (!vscode.workspace.getWorkspaceFolder(uri)) throw new Error(`${file} is outside of the workspace; only files in it are read.`);
  if (!uri.path.endsWith('.soret')) throw new Error(`${file} is not a model: its name does not end in .soret.`);
  return uri;
}
