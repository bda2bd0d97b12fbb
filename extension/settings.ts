/** The settings that the extension itself reads; the language server asks for its own. */
import * as vscode from 'vscode';
import type { RunMode } from './webview/messages.js';

const section = 'soret';

export interface RunSettings {
  readonly mode: RunMode;
  /** Milliseconds without a change before a live run starts. */
  readonly pause: number;
}

export function runSettings(scope: vscode.Uri): RunSettings {
  const settings = vscode.workspace.getConfiguration(section, scope);
  return { mode: settings.get<RunMode>('run.mode', 'onType'), pause: Math.max(0, settings.get<number>('run.pause', 150)) };
}

/** Writes the mode where it is already stated for this file, else into the user's settings. */
export async function setRunMode(scope: vscode.Uri, mode: RunMode): Promise<void> {
  const settings = vscode.workspace.getConfiguration(section, scope);
  const stated = settings.inspect<RunMode>('run.mode');
  const target =
    stated?.workspaceFolderValue !== undefined
      ? vscode.ConfigurationTarget.WorkspaceFolder
      : stated?.workspaceValue !== undefined
        ? vscode.ConfigurationTarget.Workspace
        : vscode.ConfigurationTarget.Global;
  await settings.update('run.mode', mode, target);
}

export function onRunSettingsChanged(listener: () => void): vscode.Disposable {
  return vscode.workspace.onDidChangeConfiguration((event) => {
    if (event.affectsConfiguration('soret.run')) listener();
  });
}
