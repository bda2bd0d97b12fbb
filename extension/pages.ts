/** The pages that explain diagnostics: files of the extension, shown through a read-only scheme so that links between them work everywhere. */
import * as vscode from 'vscode';

const scheme = 'soret-page';

/** `unit/mismatch` → `unit-mismatch.md`; undefined for what is no code. */
const fileOf = (code: string): string | undefined => (/^[a-z]+\/[a-z-]+$/.test(code) ? `${code.replace('/', '-')}.md` : undefined);
const folder = ({ extensionUri }: vscode.ExtensionContext): vscode.Uri => vscode.Uri.joinPath(extensionUri, 'docs', 'diagnostics');

/** The page of a code as Markdown; undefined when there is no such code. */
export async function pageText(context: vscode.ExtensionContext, code: string): Promise<string | undefined> {
  const file = fileOf(code);
  return file === undefined ? undefined : read(vscode.Uri.joinPath(folder(context), file));
}

/** Shows the page of a code that has one. */
export async function showPage(code: string): Promise<void> {
  const page = vscode.Uri.from({ scheme, path: `/${fileOf(code) ?? 'README.md'}` });
  const known = await vscode.commands.getCommands(true);
  await vscode.commands.executeCommand(known.includes('markdown.showPreview') ? 'markdown.showPreview' : 'vscode.open', page);
}

/** What a click on the code of a diagnostic does. */
const command = (code: string): vscode.Uri =>
  vscode.Uri.parse(`command:soret.explainCode?${encodeURIComponent(JSON.stringify([code]))}`, true);

/** Diagnostics whose codes lead to their pages. */
export function linked(diagnostics: readonly vscode.Diagnostic[]): vscode.Diagnostic[] {
  for (const diagnostic of diagnostics) {
    const { code } = diagnostic;
    const value = String(typeof code === 'object' ? code.value : code);
    if (fileOf(value)) diagnostic.code = { value, target: command(value) };
  }
  return [...diagnostics];
}

export function registerPages(context: vscode.ExtensionContext): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: async ({ path }) =>
      (await read(vscode.Uri.joinPath(folder(context), path))) ?? vscode.l10n.t('There is no such page.'),
  });
}

async function read(uri: vscode.Uri): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await vscode.workspace.fs.readFile(uri));
  } catch {
    return undefined;
  }
}
