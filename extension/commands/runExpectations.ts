import * as vscode from 'vscode';
import { currentModel } from './current.js';
import type { Command } from './command.js';

/** Runs what the `expect` statements of the model need and reports them as tests. */
export const runExpectations: Command = {
  id: 'soret.runExpectations',
  async run(soret, argument) {
    const uri = currentModel(soret, argument);
    if (!uri) return;
    if (await soret.tests.run(uri)) await vscode.commands.executeCommand('workbench.view.testing.focus');
    else void vscode.window.showInformationMessage(vscode.l10n.t('This model states nothing with `expect`.'));
  },
};
