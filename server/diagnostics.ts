/** Diagnostics are sent as soon as a document is checked: nothing waits, and an older check is cancelled by the next keystroke. */
import { DocumentState, type LangiumDocument } from 'langium';
import type { Connection, Diagnostic } from 'vscode-languageserver';
import { isBuiltIn } from '../language/documents/addresses.js';
import type { SoretSharedServices } from '../language/services.js';
import { pageFile } from '../language/validation/diagnostic.js';

/** `pages`: address of the folder with a page for every code, when the server knows it. */
export function publishDiagnostics(connection: Connection, { workspace }: SoretSharedServices, pages?: string): void {
  const explained = (diagnostic: Diagnostic): Diagnostic =>
    pages === undefined || diagnostic.code === undefined
      ? diagnostic
      : { ...diagnostic, codeDescription: { href: `${pages}/${pageFile(String(diagnostic.code))}` } };
  const send = (uri: string, diagnostics: LangiumDocument['diagnostics'], version?: number) =>
    void connection.sendDiagnostics({
      uri,
      diagnostics: (diagnostics ?? []).map(explained),
      ...(version === undefined ? {} : { version }),
    });

  workspace.DocumentBuilder.onDocumentPhase(DocumentState.Validated, (document) => {
    if (isBuiltIn(document.uri)) return;
    const uri = document.uri.toString();
    send(uri, document.diagnostics, workspace.TextDocuments.get(uri)?.version);
  });
  workspace.DocumentBuilder.onUpdate((_changed, deleted) => {
    for (const uri of deleted) send(uri.toString(), []);
  });
}
