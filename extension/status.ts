/** The status bar item: what the results of the model in front are doing. */
import * as vscode from 'vscode';
import { modelUri } from './documents.js';
import type { ViewStatus } from './results/panel.js';
import type { ResultsPanels } from './results/panels.js';

const icons: Readonly<Record<ViewStatus['state'], string>> = {
  empty: '$(graph-line)',
  idle: '$(graph-line)',
  running: '$(sync~spin)',
  done: '$(check)',
  stale: '$(history)',
  failed: '$(error)',
  cancelled: '$(circle-slash)',
};

export function createStatusItem(results: ResultsPanels): vscode.Disposable {
  const item = vscode.window.createStatusBarItem('soret.status', vscode.StatusBarAlignment.Left, 10);
  item.name = 'Soret';
  item.command = 'soret.showResults';
  const update = () => {
    const uri = modelUri(undefined, results.active?.uri);
    if (!uri) return item.hide();
    const status = results.of(uri)?.status;
    item.text = status ? `${icons[status.state]} Soret: ${words(status)}` : `${icons.idle} Soret`;
    item.tooltip = status?.text || vscode.l10n.t('Show the results of this model');
    item.backgroundColor = status?.state === 'failed' ? new vscode.ThemeColor('statusBarItem.errorBackground') : undefined;
    item.show();
  };
  update();
  return vscode.Disposable.from(item, results.onChanged(update), vscode.window.onDidChangeActiveTextEditor(update));
}

function words({ state, text, fraction }: ViewStatus): string {
  switch (state) {
    case 'running':
      return fraction === undefined ? vscode.l10n.t('running') : vscode.l10n.t('running {0} %', Math.round(100 * fraction));
    case 'empty':
      return vscode.l10n.t('no model');
    case 'stale':
      return vscode.l10n.t('stale');
    default:
      return text || vscode.l10n.t('ready');
  }
}
