/** The lowered model of each open document: made after its check, kept until the next one, announced by its hash. */
import { DocumentState, interruptAndCheck, URI, type LangiumDocument } from 'langium';
import type { CancellationToken, Connection } from 'vscode-languageserver';
import { isBuiltIn } from '../language/documents/addresses.js';
import type { SoretServices, SoretSharedServices } from '../language/services.js';
import type { ModelAnswer, ServerNotifications } from './protocol.js';
import { summaries } from './summaries.js';

type Changed = ServerNotifications['soret/modelChanged'];

export class Models {
  private readonly answers = new Map<string, { readonly check: LangiumDocument['diagnostics']; readonly answer: ModelAnswer }>();

  constructor(
    private readonly connection: Connection,
    private readonly services: { shared: SoretSharedServices; soret: SoretServices },
  ) {
    const { DocumentBuilder, TextDocuments } = services.shared.workspace;
    DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
      // lowering must not delay the next document's diagnostics, nor the answer to a key that is already pressed
      if (TextDocuments.get(document.uri) && !isBuiltIn(document.uri)) setTimeout(() => this.announce(document), 0);
    });
    TextDocuments.onDidClose(({ document }) => {
      this.answers.delete(document.uri);
      services.soret.editor.LastResults.forget(document.uri);
    });
  }

  /** Waits until the document's current version is checked, then answers. */
  async answer(uri: string, cancel: CancellationToken): Promise<ModelAnswer> {
    const { DocumentBuilder, LangiumDocuments, TextDocuments, WorkspaceManager } = this.services.shared.workspace;
    const address = URI.parse(uri);
    await WorkspaceManager.ready;
    for (;;) {
      const document = LangiumDocuments.getDocument(address);
      if (!document && !TextDocuments.get(address)) return { state: 'broken', uri, version: 0, errors: [] };
      if (document && isCurrent(document)) return this.modelOf(document);
      // the newest text may not have reached the builder yet
      if (document) await DocumentBuilder.waitUntil(DocumentState.Validated, address, cancel);
      await interruptAndCheck(cancel);
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  private announce(document: LangiumDocument): void {
    if (!isCurrent(document)) return;
    const answer = this.modelOf(document);
    const changed: Changed = {
      uri: answer.uri,
      version: answer.version,
      hash: answer.state === 'ready' ? answer.problem.hash : null,
      errors: answer.state === 'ready' ? 0 : answer.errors.length,
    };
    void this.connection.sendNotification('soret/modelChanged', changed);
  }

  private modelOf(document: LangiumDocument): ModelAnswer {
    const uri = document.uri.toString();
    const before = this.answers.get(uri);
    if (before && before.check === document.diagnostics) return before.answer;
    const answer = this.make(document, uri);
    this.answers.set(uri, { check: document.diagnostics, answer });
    return answer;
  }
  private make(document: LangiumDocument, uri: string): ModelAnswer {
    const version = document.textDocument.version;
    const { errors, others } = summaries(document);
    if (errors.length) return { state: 'broken', uri, version, errors };
    const lowered = this.services.soret.lower.LowerService.of(document);
    return 'problem' in lowered
      ? { state: 'ready', uri, version, problem: lowered.problem, warnings: others }
      : { state: 'broken', uri, version, errors: lowered.problems };
  }
}

/** The tree and its check belong to the text that stands in the editor now. */
const isCurrent = (document: LangiumDocument): boolean =>
  document.state === DocumentState.Validated && document.parseResult.value.$cstNode?.root.fullText === document.textDocument.getText();
