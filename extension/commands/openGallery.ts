import * as vscode from 'vscode';
import { examples } from '../examples.js';
import { openExample } from '../open-example.js';
import type { Command } from './command.js';

/** Chooses among the examples, or opens the one that is named. */
export const openGallery: Command = {
  id: 'soret.openGallery',
  async run(_, name) {
    const named = examples.find((example) => example.name === name);
    const chosen = named ?? (await choose());
    if (chosen) await openExample(chosen);
  },
};

async function choose() {
  const items = examples.map((example) => ({ label: example.title, description: example.name, example }));
  const placeHolder = vscode.l10n.t('An example opens as a copy of yours');
  return (await vscode.window.showQuickPick(items, { placeHolder, matchOnDescription: true }))?.example;
}
