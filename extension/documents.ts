/** Which document a command means. */
import * as vscode from 'vscode';
import { languageId } from './client-options.js';

/** The uri given by a code lens, a menu or a keybinding's argument; else the model in the active editor, else the one of the active results view. */
export function modelUri(argument: unknown, activeResults?: vscode.Uri): vscode.Uri | undefined {
  if (argument instanceof vscode.Uri) return argument;
  if (typeof argument === 'string' && argument !== '') return vscode.Uri.parse(argument, true);
  const active = vscode.window.activeTextEditor?.document;
  if (active?.languageId === languageId) return active.uri;
  return activeResults ?? vscode.window.visibleTextEditors.find((editor) => editor.document.languageId === languageId)?.document.uri;
}

export const fileName = (uri: vscode.Uri): string => uri.path.slice(uri.path.lastIndexOf('/') + 1);

/** A place of the protocol as VS Code's own. */
export function toRange(range: {
  readonly start: { readonly line: number; readonly character: number };
  readonly end: { readonly line: number; readonly character: number };
}): vscode.Range {
  return new vscode.Range(range.start.line, range.start.character, range.end.line, range.end.character);
}
