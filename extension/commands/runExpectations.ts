import * as vscode from 'vscode';
import { currentModel } from './current.js';
import type { Command } from './command.js';

/** Runs what the `expect` statements of the model need and reports them as tests. */
export const runExpectations: Command = {
  id: 'soret.runExpectations',
  async run(soret, argument) {
    const uri = currentModel(soret, argument);
    if (!uri) return;
    await vscode.window.showTextDocument(uri);
    await vscode.commands.executeCommand('testing.runCurrentFile');
  },
};
