/** One results view: keeps the page told about its document's model and does what the page asks for. */
import * as vscode from 'vscode';
import type { SourceRange } from '../../solver/problem.js';
import type { ModelAnswer } from '../../server/protocol.js';
import { fileName } from '../documents.js';
import type { LanguageServer } from '../language-server.js';
import { runSettings, setRunMode } from '../settings.js';
import type { HostMessage, ViewMessage } from '../webview/messages.js';
import { mentionedUris } from './mentioned.js';
import { page } from './page.js';
import { saveExport } from './save.js';
import { addStudy, applyFix, applyParameters, reveal } from './source.js';
import { viewMessage } from './view-message.js';

export type ViewStatus = Pick<Extract<ViewMessage, { type: 'status' }>, 'state' | 'text' | 'fraction'>;
export type ViewResult = Omit<Extract<ViewMessage, { type: 'result' }>, 'type'>;

/** Why a model is sent. */
type Occasion = 'opened' | 'changed' | 'saved';

export class ResultsPanel implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable[];
  #status: ViewStatus = { state: 'empty', text: '' };
  #result: ViewResult | undefined;
  /** The page listens. It does not while its tab is hidden: VS Code drops the page then and loads it again later. */
  #listening = false;
  /** Sent as soon as the page has its model. */
  #waiting: HostMessage[] = [];
  #modelSent = false;
  /** Counts requests for the model; an answer that a later request has overtaken is dropped. */
  #request = 0;
  #mentioned: ReadonlySet<string> = new Set();
  /** Asked for while the page is being made; of no use any more when the model changes. */
  #early: Promise<ModelAnswer> | undefined;

  /** Status or result changed. */
  readonly onChanged = this.#changed.event;

  constructor(
    private readonly panel: vscode.WebviewPanel,
    readonly uri: vscode.Uri,
    private readonly bundles: vscode.Uri,
    private readonly server: LanguageServer,
    private readonly output: vscode.LogOutputChannel,
  ) {
    panel.title = vscode.l10n.t('Results: {0}', fileName(uri));
    panel.webview.options = { enableScripts: true, localResourceRoots: [bundles] };
    this.#subscriptions = [
      this.#changed,
      panel.webview.onDidReceiveMessage((message: unknown) => this.#received(message)),
      panel.onDidChangeViewState(() => {
        if (!panel.visible) this.#listening = this.#modelSent = false;
        this.#changed.fire();
      }),
    ];
    panel.webview.html = page(panel.webview, bundles);
    this.#early = this.#askForModel();
    // Without an answer the page's own request tells why.
    this.#early.catch(() => (this.#early = undefined));
  }

  get status(): ViewStatus {
    return this.#status;
  }
  get result(): ViewResult | undefined {
    return this.#result;
  }
  get visible(): boolean {
    return this.panel.visible;
  }
  get active(): boolean {
    return this.panel.active;
  }
  get viewColumn(): vscode.ViewColumn | undefined {
    return this.panel.viewColumn;
  }
  get onClosed(): vscode.Event<void> {
    return this.panel.onDidDispose;
  }

  show(preserveFocus: boolean): void {
    this.panel.reveal(undefined, preserveFocus);
  }

  /** Asks the page for something, now or as soon as it listens. */
  command(command: Extract<HostMessage, { type: 'command' }>['command'], study?: string): void {
    const message: HostMessage = { type: 'command', command, ...(study === undefined ? {} : { study }) };
    if (this.#modelSent) this.#post(message);
    else this.#waiting.push(message);
  }

  /** The cursor stands here in the source. */
  cursor(range: SourceRange): void {
    if (this.#modelSent) this.#post({ type: 'cursor', range });
  }

  sendSettings(): void {
    if (this.#listening) this.#post({ type: 'settings', ...runSettings(this.uri) });
  }

  /** A new server knows neither the last result nor what the page was sent. */
  serverStarted(): void {
    this.#tellResult();
    this.modelMayHaveChanged('changed');
  }

  modelMayHaveChanged(occasion: Occasion): void {
    this.#early = undefined;
    this.#sendModel(occasion).catch((error: unknown) => this.#failed(error));
  }

  /** Sends the document's checked model, or why there is none. */
  async #sendModel(occasion: Occasion): Promise<void> {
    if (!this.#listening) return;
    const request = ++this.#request;
    const uri = this.uri.toString();
    const answer = await ((occasion === 'opened' && this.#early) || this.#askForModel());
    this.#early = undefined;
    if (request !== this.#request || !this.#listening) return;
    this.#mentioned = mentionedUris(answer);
    const common = { fileName: fileName(this.uri), uri, source: this.#document()?.getText() };
    if (answer.state === 'broken') this.#post({ type: 'broken', ...common, errors: answer.errors });
    else {
      const { problem, warnings } = answer;
      const run = this.#takeWaitingRun() || this.#shouldRun(occasion, problem.hash);
      this.#post({ type: 'model', ...common, problem, run, warnings });
    }
    this.#modelSent = true;
    for (const message of this.#waiting.splice(0)) this.#post(message);
  }

  async #askForModel(): Promise<ModelAnswer> {
    // A page may come back after its file was closed: the server knows open files only.
    await vscode.workspace.openTextDocument(this.uri);
    return this.server.request('soret/model', { uri: this.uri.toString() });
  }

  dispose(): void {
    for (const subscription of this.#subscriptions) subscription.dispose();
    this.panel.dispose();
  }

  /** A run that was asked for before there was a model starts with it, and not a second time after it. */
  #takeWaitingRun(): boolean {
    const isRun = (message: HostMessage) => message.type === 'command' && message.command === 'run' && message.study === undefined;
    const asked = this.#waiting.some(isRun);
    this.#waiting = this.#waiting.filter((message) => !isRun(message));
    return asked;
  }

  #shouldRun(occasion: Occasion, hash: string): boolean {
    const { mode } = runSettings(this.uri);
    if (mode === 'onType') return true;
    // A page that comes back from behind another tab shows again what it had shown.
    if (occasion === 'opened' && this.#result?.hash === hash) return true;
    return mode === 'onSave' && (occasion === 'saved' || !this.#document()?.isDirty);
  }

  #document(): vscode.TextDocument | undefined {
    return vscode.workspace.textDocuments.find((document) => document.uri.toString() === this.uri.toString());
  }

  #post(message: HostMessage): void {
    void this.panel.webview.postMessage(message);
  }

  #received(raw: unknown): void {
    const message = viewMessage(raw);
    if (!message)
      return this.output.warn(`The results view sent a message that is not of the protocol: ${JSON.stringify(raw)?.slice(0, 200)}`);
    this.#obey(message).catch((error: unknown) => this.#failed(error));
  }

  async #obey(message: ViewMessage): Promise<void> {
    switch (message.type) {
      case 'ready':
        this.#listening = true;
        this.sendSettings();
        return this.#sendModel('opened');
      case 'status':
        this.#status = { state: message.state, text: message.text, fraction: message.fraction };
        return this.#changed.fire();
      case 'result':
        this.#result = {
          hash: message.hash,
          measures: message.measures,
          expectations: message.expectations,
          fits: message.fits ?? [],
        };
        this.#tellResult();
        return this.#changed.fire();
      case 'reveal':
        return this.#ofThisModel(message.range) ? reveal(message.range) : undefined;
      case 'fix':
        return this.#ofThisModel(message.range) ? this.#fix(message.range, message.code) : undefined;
      case 'apply':
        return this.#apply(message);
      case 'save':
        return this.#save(message);
      case 'openExample':
        return void vscode.commands.executeCommand('soret.openGallery');
      case 'addStudy':
        return addStudy(this.uri);
      case 'setMode':
        return setRunMode(this.uri, message.mode);
      case 'problem':
        return this.output.error(`results view: ${message.message}`);
    }
  }

  #tellResult(): void {
    if (this.#result) this.server.notify('soret/lastResult', { uri: this.uri.toString(), ...this.#result });
  }

  /** A message never chooses a file by itself. */
  #ofThisModel(range: SourceRange): boolean {
    const known = range.uri === this.uri.toString() || this.#mentioned.has(range.uri);
    if (!known) this.output.warn(`The results view asked for ${range.uri}, which the model does not name.`);
    return known;
  }

  async #fix(range: SourceRange, code: string): Promise<void> {
    if ((await applyFix(range, code)) === undefined) {
      this.#notice('error', vscode.l10n.t('The fix does not fit the file any more. The file may have changed.'));
    }
  }

  async #apply(message: Extract<ViewMessage, { type: 'apply' }>): Promise<void> {
    const changed = await applyParameters(this.server, this.uri, message);
    if (changed === undefined)
      this.#notice('error', vscode.l10n.t('The editor refused to change {0}. It may be read-only.', fileName(this.uri)));
  }

  async #save(message: Extract<ViewMessage, { type: 'save' }>): Promise<void> {
    const saved = await saveExport(message, this.uri);
    if (saved) this.#notice('info', vscode.l10n.t('Saved {0}', fileName(saved)));
  }

  #failed(error: unknown): void {
    this.output.error(String(error));
    this.#notice('error', error instanceof Error ? error.message : String(error));
  }

  #notice(severity: 'info' | 'error', message: string): void {
    if (this.#listening) this.#post({ type: 'notice', severity, message });
  }
}
