import * as vscode from 'vscode';
import type { Command } from './command.js';

/** Ends the language server and starts a new one; open documents and results stay. */
export const restartServer: Command = {
  id: 'soret.restartServer',
  async run({ server }) {
    const title = vscode.l10n.t('Restarting the Soret language server');
    await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () => server.restart());
  },
};
