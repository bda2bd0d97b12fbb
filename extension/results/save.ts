/** Saving what the results view exports: the person chooses the place, the view never names one. */
import * as vscode from 'vscode';
import type { ExportFormat, ViewMessage } from '../webview/messages.js';
import { withEnding } from './file-name.js';

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

/** The model's folder; the workspace's for a model that has none yet. */
function folderOf(model: vscode.Uri): vscode.Uri {
  const workspace = vscode.workspace.workspaceFolders?.[0]?.uri;
  return model.scheme === 'untitled' && workspace ? workspace : vscode.Uri.joinPath(model, '..');
}
