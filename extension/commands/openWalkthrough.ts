import * as vscode from 'vscode';
import type { Command } from './command.js';

/** Opens "Get started with Soret". */
export const openWalkthrough: Command = {
  id: 'soret.openWalkthrough',
  async run({ context }) {
    await vscode.commands.executeCommand('workbench.action.openWalkthrough', `${context.extension.id}#soret.start`, false);
  },
};
