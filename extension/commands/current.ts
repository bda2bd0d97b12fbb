/** The model that a command is about; says what to do when there is none. */
import * as vscode from 'vscode';
import { modelUri } from '../documents.js';
import type { ResultsPanel } from '../results/panel.js';
import type { Soret } from '../soret.js';

export function currentModel(soret: Soret, argument: unknown): vscode.Uri | undefined {
  const uri = modelUri(argument, soret.results.active?.uri);
  if (!uri) void offerExample();
  return uri;
}

/** The open results of the model; a message when they are not open. */
export function currentResults(soret: Soret, argument: unknown): ResultsPanel | undefined {
  const uri = currentModel(soret, argument);
  const panel = uri && soret.results.of(uri);
  if (uri && !panel) void vscode.window.showInformationMessage(vscode.l10n.t('The results of this model are not open. Run it first.'));
  return panel;
}

async function offerExample(): Promise<void> {
  const open = vscode.l10n.t('Open an example');
  const chosen = await vscode.window.showInformationMessage(vscode.l10n.t('No model is open. Open a .soret file first.'), open);
  if (chosen === open) await vscode.commands.executeCommand('soret.openGallery');
}
