/** Diagnostics are sent as soon as a document is checked: nothing waits, and an older check is cancelled by the next keystroke. */
import { DocumentState, type LangiumDocument } from 'langium';
import type { Connection } from 'vscode-languageserver';
import { isBuiltIn } from '../language/documents/addresses.js';
import type { SoretSharedServices } from '../language/services.js';

export function publishDiagnostics(connection: Connection, { workspace }: SoretSharedServices): void {
  const send = (uri: string, diagnostics: LangiumDocument['diagnostics'], version?: number) =>
    void connection.sendDiagnostics({ uri, diagnostics: diagnostics ?? [], ...(version === undefined ? {} : { version }) });

  workspace.DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    if (isBuiltIn(document.uri)) return;
    const uri = document.uri.toString();
    send(uri, document.diagnostics, workspace.TextDocuments.get(uri)?.version);
  });
  workspace.DocumentBuilder.onUpdate((_changed, deleted) => {
    for (const uri of deleted) send(uri.toString(), []);
  });
}
