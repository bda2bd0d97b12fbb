import * as vscode from 'vscode';
import { fileName } from '../documents.js';
import { applyParameters } from '../results/source.js';
import { viewMessage } from '../results/view-message.js';
import type { Command } from './command.js';

/** Writes fitted values with their errors and correlations into the file, as the lens above the fit offers: one edit, which one undo takes back. */
export const writeFit: Command = {
  id: 'soret.writeFit',
  async run(soret, uri, values, fit) {
    const message = viewMessage({ type: 'apply', values, fit });
    if (typeof uri !== 'string' || message?.type !== 'apply') return;
    const model = vscode.Uri.parse(uri, true);
    if ((await applyParameters(soret.server, model, message)) === undefined)
      void vscode.window.showErrorMessage(vscode.l10n.t('The editor refused to change {0}. It may be read-only.', fileName(model)));
  },
};
