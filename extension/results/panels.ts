/** All results views, one per document; what happens in the editor is passed on to the right one. */
import * as vscode from 'vscode';
import { languageId } from '../client-options.js';
import { fileName } from '../documents.js';
import type { LanguageServer } from '../language-server.js';
import { onRunSettingsChanged } from '../settings.js';
import { ResultsPanel } from './panel.js';

export const viewType = 'soret.results';
/** Context key while a results view has the focus, for keybindings and menus. */
const activeContext = 'soret.resultsActive';

export class ResultsPanels implements vscode.Disposable, vscode.WebviewPanelSerializer {
  readonly #panels = new Map<string, ResultsPanel>();
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  readonly #bundles: vscode.Uri;
  readonly #icon: { readonly light: vscode.Uri; readonly dark: vscode.Uri };

  /** Some view opened, closed, became active, or changed its status or result. */
  readonly onChanged = this.#changed.event;

  constructor(
    extensionUri: vscode.Uri,
    private readonly server: LanguageServer,
    private readonly output: vscode.LogOutputChannel,
  ) {
    this.#bundles = vscode.Uri.joinPath(extensionUri, 'dist');
    const icon = (theme: string) => vscode.Uri.joinPath(extensionUri, 'extension', 'media', `results-${theme}.svg`);
    this.#icon = { light: icon('light'), dark: icon('dark') };
    this.#subscriptions = [
      this.#changed,
      vscode.window.registerWebviewPanelSerializer(viewType, this),
      server.onModelChanged(({ uri }) => this.#panels.get(uri)?.modelMayHaveChanged('changed')),
      server.onStarted(() => this.#panels.forEach((panel) => panel.serverStarted())),
      vscode.workspace.onDidSaveTextDocument(({ uri }) => this.of(uri)?.modelMayHaveChanged('saved')),
      onRunSettingsChanged(() => this.#panels.forEach((panel) => panel.sendSettings())),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor }) => this.#cursorMoved(textEditor)),
    ];
  }

  of(uri: vscode.Uri): ResultsPanel | undefined {
    return this.#panels.get(uri.toString());
  }

  /** The view that has the focus. */
  get active(): ResultsPanel | undefined {
    return [...this.#panels.values()].find((panel) => panel.active);
  }

  /** Opens the view of a document beside its editor, or shows the one that is there. */
  async show(uri: vscode.Uri, preserveFocus = true): Promise<ResultsPanel> {
    const open = this.of(uri);
    if (open) {
      open.show(preserveFocus);
      return open;
    }
    // The document has to be open for the language server to know it.
    await vscode.workspace.openTextDocument(uri);
    const viewColumn = [...this.#panels.values()].find((panel) => panel.viewColumn)?.viewColumn ?? vscode.ViewColumn.Beside;
    const panel = vscode.window.createWebviewPanel(viewType, fileName(uri), { viewColumn, preserveFocus }, { enableFindWidget: true });
    return this.#adopt(panel, uri);
  }

  /** Called by VS Code after a reload of the window; `state` is what the page had kept. */
  async deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    const uri = typeof state === 'object' && state !== null && 'uri' in state && typeof state.uri === 'string' ? state.uri : undefined;
    if (uri === undefined) return panel.dispose();
    try {
      const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(uri, true));
      this.#adopt(panel, document.uri);
    } catch (error) {
      this.output.warn(`The results of ${uri} cannot be shown again: ${String(error)}`);
      panel.dispose();
    }
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    for (const panel of [...this.#panels.values()]) panel.dispose();
  }

  #adopt(webviewPanel: vscode.WebviewPanel, uri: vscode.Uri): ResultsPanel {
    webviewPanel.iconPath = this.#icon;
    const panel = new ResultsPanel(webviewPanel, uri, this.#bundles, this.server, this.output);
    this.#panels.set(uri.toString(), panel);
    panel.onChanged(() => this.#announce());
    panel.onClosed(() => {
      this.#panels.delete(uri.toString());
      panel.dispose();
      this.#announce();
    });
    this.#announce();
    return panel;
  }

  #announce(): void {
    void vscode.commands.executeCommand('setContext', activeContext, this.active !== undefined);
    this.#changed.fire();
  }

  #cursorMoved({ document, selection }: vscode.TextEditor): void {
    if (document.languageId !== languageId) return;
    const uri = document.uri.toString();
    const { start, end } = selection;
    const place = ({ line, character }: vscode.Position) => ({ line, character });
    // An imported file's statements matter to every model that is shown.
    for (const panel of this.#panels.values()) panel.cursor({ uri, start: place(start), end: place(end) });
  }
}
