import * as vscode from 'vscode';
import { pageText, showPage } from '../pages.js';
import type { Soret } from '../soret.js';
import type { Command } from './command.js';

/** Opens the documentation of a diagnostic: of the code that is given, or of one in the file. */
export const explainCode: Command = {
  id: 'soret.explainCode',
  async run(soret, argument) {
    const code = typeof argument === 'string' ? argument : await chooseCode();
    if (code !== undefined) await explain(soret, code);
  },
};

async function explain({ context }: Soret, code: string): Promise<void> {
  if ((await pageText(context, code)) === undefined) {
    void vscode.window.showWarningMessage(vscode.l10n.t('There is no diagnostic with the code {0}.', code));
    return;
  }
  await showPage(code);
}

/** The diagnostic at the cursor when there is exactly one, else a choice of those in the file. */
async function chooseCode(): Promise<string | undefined> {
  const editor = vscode.window.activeTextEditor;
  const inFile = editor ? vscode.languages.getDiagnostics(editor.document.uri).filter(({ source }) => source === 'soret') : [];
  const atCursor = inFile.filter(({ range }) => editor && range.contains(editor.selection.active));
  const offered = atCursor.length > 0 ? atCursor : inFile;
  const codes = new Map(offered.map((diagnostic) => [codeOf(diagnostic), diagnostic.message]));
  if (codes.size === 1) return [...codes.keys()][0];
  if (codes.size === 0) return vscode.window.showInputBox({ prompt: vscode.l10n.t('Code of the diagnostic, as in unit/mismatch') });
  const items = [...codes].map(([label, detail]) => ({ label, detail }));
  return (await vscode.window.showQuickPick(items))?.label;
}

function codeOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}
