/** Opens an example as the person's own copy: nothing is written into the extension's folder, nothing is overwritten. */
import * as vscode from 'vscode';
import type { Example } from './examples.js';

export async function openExample(example: Example): Promise<vscode.TextEditor | undefined> {
  const present = await inWorkspace(example);
  const uri = present ?? (example.files.length === 1 ? await asUntitled(example) : await copyInto(example));
  return uri && vscode.window.showTextDocument(uri, { viewColumn: vscode.ViewColumn.One });
}

/** The workspace may be the folder of examples itself, or hold an earlier copy. */
async function inWorkspace({ name }: Example): Promise<vscode.Uri | undefined> {
  for (const folder of vscode.workspace.workspaceFolders ?? []) {
    const uri = vscode.Uri.joinPath(folder.uri, name);
    if (await exists(uri)) return uri;
  }
  return undefined;
}

/** An unsaved document with the example's name, so that saving proposes it. */
async function asUntitled({ name, files }: Example): Promise<vscode.Uri> {
  // Without a folder the name stands alone, which in-memory workspaces of browsers do not take.
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  const uri = vscode.Uri.from({ scheme: 'untitled', path: folder ? vscode.Uri.joinPath(folder.uri, name).path : name });
  const document = await vscode.workspace.openTextDocument(uri);
  if (document.getText() === '') {
    const edit = new vscode.WorkspaceEdit();
    edit.insert(uri, new vscode.Position(0, 0), files[0]?.text ?? '');
    await vscode.workspace.applyEdit(edit);
  }
  return uri;
}

/** An example that reads other files needs a folder where they lie beside it. */
async function copyInto({ name, files }: Example): Promise<vscode.Uri | undefined> {
  const chosen = await vscode.window.showOpenDialog({
    canSelectFiles: false,
    canSelectFolders: true,
    openLabel: vscode.l10n.t('Copy the example here'),
    title: vscode.l10n.t('{0} reads other files: choose a folder for the copies', name),
    defaultUri: vscode.workspace.workspaceFolders?.[0]?.uri,
  });
  const folder = chosen?.[0];
  if (!folder) return undefined;
  for (const file of files) {
    const target = vscode.Uri.joinPath(folder, file.name);
    if (!(await exists(target))) await vscode.workspace.fs.writeFile(target, new TextEncoder().encode(file.text));
  }
  return vscode.Uri.joinPath(folder, name);
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
