/** From the results view back to the source: show a statement, write parameter values, apply a quick fix. */
import * as vscode from 'vscode';
import { declarationSnippets } from '../../language/lsp/completion/snippets.js';
import type { SourceRange } from '../../solver/problem.js';
import { toRange } from '../documents.js';
import type { LanguageServer } from '../language-server.js';
import type { ViewMessage } from '../webview/messages.js';

/** Shows a place in the source. */
export async function reveal(place: SourceRange): Promise<void> {
  const selection = toRange(place);
  const editor = await showSource(vscode.Uri.parse(place.uri, true), selection);
  editor.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}

/** Starts a transient study at the end of the file, its first placeholder selected. */
export async function addStudy(uri: vscode.Uri): Promise<void> {
  const transient = declarationSnippets.find(({ keyword }) => keyword === 'transient');
  if (!transient) return;
  const editor = await showSource(uri);
  const end = editor.document.lineAt(editor.document.lineCount - 1).range.end;
  await editor.insertSnippet(new vscode.SnippetString(`\n${transient.body}\n`), end);
}

/** In the editor that has the file open already, else in the first column: never over the results. */
async function showSource(uri: vscode.Uri, selection?: vscode.Range): Promise<vscode.TextEditor> {
  const open = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  const viewColumn = open?.viewColumn ?? columnWithTab(uri) ?? vscode.ViewColumn.One;
  return vscode.window.showTextDocument(uri, { viewColumn, selection });
}

function columnWithTab(uri: vscode.Uri): vscode.ViewColumn | undefined {
  const holds = (tab: vscode.Tab) => tab.input instanceof vscode.TabInputText && tab.input.uri.toString() === uri.toString();
  return vscode.window.tabGroups.all.find((group) => group.tabs.some(holds))?.viewColumn;
}

type Values = Pick<Extract<ViewMessage, { type: 'apply' }>, 'values' | 'fit'>;

/**
 * Writes values into the file as one edit, so that one undo takes them back.
 *
 * @returns the number of places changed, or undefined when the editor refused the edit.
 */
export async function applyParameters(server: LanguageServer, uri: vscode.Uri, { values, fit }: Values): Promise<number | undefined> {
  const changes = await server.request('soret/applyParameters', { uri: uri.toString(), values, fit });
  const edit = new vscode.WorkspaceEdit();
  for (const { range, newText } of changes) edit.replace(vscode.Uri.parse(range.uri, true), toRange(range), newText);
  return (await vscode.workspace.applyEdit(edit)) ? changes.length : undefined;
}

/** Applies the preferred quick fix of a diagnostic. @returns its title, or undefined when it has none any more. */
export async function applyFix(place: SourceRange, code: string): Promise<string | undefined> {
  const uri = vscode.Uri.parse(place.uri, true);
  const range = toRange(place);
  const kind = vscode.CodeActionKind.QuickFix.value;
  // The third argument asks for resolved actions, so that their edits are there.
  const actions = await vscode.commands.executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', uri, range, kind, 8);
  const meant = actions.filter((action) => action.diagnostics?.some((diagnostic) => codeOf(diagnostic) === code));
  const action = meant.find(({ isPreferred }) => isPreferred) ?? meant[0];
  if (!action?.edit || !(await vscode.workspace.applyEdit(action.edit))) return undefined;
  return action.title;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
