/** Builds documents together with what they need: the prelude, imported files wherever they are, and data files. */
import {
  DefaultDocumentBuilder,
  delayNextTick,
  DocumentState,
  interruptAndCheck,
  type BuildOptions,
  type LangiumDocument,
  type URI,
} from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { SoretSharedServices } from '../services.js';
import { importedAddresses } from '../scope/imports.js';
import { preludeAddress } from './addresses.js';
import type { DataFiles } from './data-files.js';

/** Milliseconds in which a message that follows a keystroke arrives. */
const breath = 2;

export class SoretDocumentBuilder extends DefaultDocumentBuilder {
  private readonly dataFiles: DataFiles;
  private readonly interactive: boolean;

  constructor(services: SoretSharedServices) {
    super(services);
    this.interactive = services.lsp.Connection !== undefined;
    this.dataFiles = services.workspace.DataFiles;
    this.onBuildPhase(DocumentState.Linked, (documents, cancel) => this.dataFiles.load(documents, cancel));
  }

  /** A changed data file changes the models that read it. */
  override update(changed: URI[], deleted: URI[], cancel?: CancellationToken): Promise<void> {
    const readers = this.dataFiles.forget([...changed, ...deleted]);
    return super.update([...changed, ...readers], deleted, cancel);
  }

  protected override async buildDocuments(documents: LangiumDocument[], options: BuildOptions, cancel: CancellationToken): Promise<void> {
    await this.letMessagesPass(cancel);
    const loaded = await this.loadImports(documents, cancel);
    await super.buildDocuments([...documents, ...loaded], options, cancel);
  }

  /** What has arrived goes first: the completion behind a keystroke, or the next keystroke, which cancels this build before it has cost anything. */
  private async letMessagesPass(cancel: CancellationToken): Promise<void> {
    if (!this.interactive) return;
    const end = Date.now() + breath;
    do await delayNextTick();
    while (Date.now() < end && !cancel.isCancellationRequested);
    await interruptAndCheck(cancel);
  }

  /** Documents that are imported but not yet known, transitively. A file that cannot be read is left to the diagnostic of its import. */
  private async loadImports(documents: readonly LangiumDocument[], cancel: CancellationToken): Promise<LangiumDocument[]> {
    const loaded: LangiumDocument[] = [];
    const pending = [...documents];
    await this.loadOne(preludeAddress, loaded);
    for (let document = pending.pop(); document; document = pending.pop()) {
      if (document.state < DocumentState.Parsed) {
        await interruptAndCheck(cancel);
        await this.langiumDocumentFactory.update(document, cancel);
        // requests wait for this phase; the ordinary build will find the document parsed and say nothing
        await this.notifyDocumentPhase(document, DocumentState.Parsed, cancel);
      }
      for (const uri of importedAddresses(document)) {
        const imported = await this.loadOne(uri, loaded);
        if (imported) pending.push(imported);
      }
    }
    return loaded;
  }

  private async loadOne(uri: URI, loaded: LangiumDocument[]): Promise<LangiumDocument | undefined> {
    if (this.langiumDocuments.hasDocument(uri)) return undefined;
    try {
      const document = await this.langiumDocuments.getOrCreateDocument(uri);
      loaded.push(document);
      return document;
    } catch {
      return undefined;
    }
  }
}
