/** Saving what the results view exports: the person chooses the place, the view never names one. */
import * as vscode from 'vscode';
import type { ExportFormat, ViewMessage } from '../webview/messages.js';

const endings: Readonly<Record<ExportFormat, readonly [ending: string, title: string]>> = {
  csv: ['csv', 'Comma-separated values'],
  json: ['json', 'JSON'],
  svg: ['svg', 'Scalable vector graphics'],
  png: ['png', 'Portable network graphics'],
  vtk: ['vtk', 'Visualization toolkit'],
  python: ['py', 'Python script'],
  bibtex: ['bib', 'BibTeX references'],
};

/** @returns where it was saved, or undefined when the dialog was dismissed. */
export async function saveExport(message: Extract<ViewMessage, { type: 'save' }>, beside: vscode.Uri): Promise<vscode.Uri | undefined> {
  const [ending, title] = endings[message.format];
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folderOf(beside), withEnding(message.suggestedName, ending)),
    filters: { [title]: [ending] },
  });
  if (!target) return undefined;
  const bytes = typeof message.content === 'string' ? new TextEncoder().encode(message.content) : message.content;
  await vscode.workspace.fs.writeFile(target, bytes);
  return target;
}

/** Only the last part of a name counts, and nothing that a file system reads as more than a name. */
export function withEnding(suggested: string, ending: string): string {
  const bare = suggested
    .slice(Math.max(suggested.lastIndexOf('/'), suggested.lastIndexOf('\\')) + 1)
    // eslint-disable-next-line no-control-regex -- control characters are what is taken out
    .replace(/[<>:"|?*\u0000-\u001f]/g, '-')
    .replace(/^\.+/, '');
  const name = bare || 'results';
  return name.toLowerCase().endsWith(`.${ending}`) ? name : `${name}.${ending}`;
}

/** The model's folder; the workspace's for a model that has none yet. */
function folderOf(model: vscode.Uri): vscode.Uri {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  return model.scheme === 'untitled' && workspace ? workspace : vscode.Uri.joinPath(model, '..');
}
