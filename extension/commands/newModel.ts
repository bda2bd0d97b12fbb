import * as vscode from 'vscode';
import { modelSnippets } from '../../language/lsp/completion/models.js';
import { languageId } from '../client-options.js';
import type { Command } from './command.js';

/** Starts a new file from one of the whole models, with its first placeholder selected. */
export const newModel: Command = {
  id: 'soret.newModel',
  async run() {
    const items = modelSnippets.map(({ label, title, body }) => ({ label, detail: title, body }));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('What the model describes') });
    if (!chosen) return;
    const document = await vscode.workspace.openTextDocument({ language: languageId });
    const editor = await vscode.window.showTextDocument(document);
    await editor.insertSnippet(new vscode.SnippetString(chosen.body));
  },
};
