/** What every suite does with the editor: open a model, wait for something to become true. */
import * as vscode from 'vscode';
import type { Exports } from '../../extension/activate.js';

/** Waits until `find` gives something; the last failure is told when it never does. */
export async function until<T>(what: string, find: () => T | undefined | Promise<T | undefined>, limit = 20_000): Promise<T> {
  const started = Date.now();
  for (;;) {
    const found = await find();
    if (found !== undefined && found !== false) return found;
    if (Date.now() - started > limit) throw new Error(`${what}: not within ${limit / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}

export async function activated(): Promise<Exports> {
  const extension = vscode.extensions.getExtension<Exports>('soret.soret');
  if (!extension) throw new Error('The extension soret.soret is not installed.');
  return extension.activate();
}

let count = 0;

/** Writes a model into the workspace and opens it. */
export async function openModel(text: string): Promise<vscode.TextDocument> {
  const folder = vscode.workspace.workspaceFolders?.[0];
  if (!folder) throw new Error('No folder is open.');
  const uri = vscode.Uri.joinPath(folder.uri, `test-${++count}.soret`);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await vscode.workspace.openTextDocument(uri);
  await vscode.window.showTextDocument(document, vscode.ViewColumn.One);
  return document;
}

/** The document with `old` replaced, as one edit. */
export async function replace(document: vscode.TextDocument, old: string, replacement: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, rangeOf(document, old), replacement);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

/** Types at the end of a document. */
export async function append(document: vscode.TextDocument, text: string): Promise<void> {
  const edit = new vscode.WorkspaceEdit();
  edit.insert(document.uri, document.lineAt(document.lineCount - 1).range.end, text);
  if (!(await vscode.workspace.applyEdit(edit))) throw new Error('The edit was refused.');
}

export function rangeOf(document: vscode.TextDocument, text: string): vscode.Range {
  const offset = document.getText().indexOf(text);
  if (offset < 0) throw new Error(`${text} does not stand in the document.`);
  return new vscode.Range(document.positionAt(offset), document.positionAt(offset + text.length));
}

/** The checked model of a document; its errors are told when it is not of the wanted state. */
export async function expectModel(document: vscode.TextDocument, state: 'ready' | 'broken'): Promise<void> {
  const { server } = await activated();
  const answer = await server.request('soret/model', { uri: document.uri.toString() });
  if (answer.state !== state)
    throw new Error(`The model is ${answer.state}: ${answer.state === 'broken' ? JSON.stringify(answer.errors) : ''}`);
}

export const errorsOf = (document: vscode.TextDocument): vscode.Diagnostic[] =>
  vscode.languages.getDiagnostics(document.uri).filter(({ severity }) => severity === vscode.DiagnosticSeverity.Error);
