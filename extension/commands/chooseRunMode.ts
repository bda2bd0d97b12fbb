import * as vscode from 'vscode';
import { runSettings, setRunMode } from '../settings.js';
import type { RunMode } from '../webview/messages.js';
import { currentModel } from './current.js';
import type { Command } from './command.js';

/** Chooses when a model runs by itself. */
export const chooseRunMode: Command = {
  id: 'soret.chooseRunMode',
  async run(soret, argument) {
    const uri = currentModel(soret, argument);
    if (!uri) return;
    const titles: Readonly<Record<RunMode, string>> = {
      onType: vscode.l10n.t('While typing'),
      onSave: vscode.l10n.t('After saving'),
      manual: vscode.l10n.t('Only when asked'),
    };
    const { mode } = runSettings(uri);
    const items = (Object.keys(titles) as RunMode[]).map((choice) => ({
      label: titles[choice],
      description: choice === mode ? vscode.l10n.t('now') : '',
      choice,
    }));
    const chosen = await vscode.window.showQuickPick(items, { placeHolder: vscode.l10n.t('When a model runs by itself') });
    if (chosen) await setRunMode(uri, chosen.choice);
  },
};
