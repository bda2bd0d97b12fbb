/**
 * Requests that need only the tokens of the text: they are answered from the newest text at once, without waiting for the parser, so that
 * completion and formatting stay quick in long files.
 */
import { DocumentState, URI, type LangiumDocument } from 'langium';
import type { CancellationToken, Connection, TextDocumentIdentifier } from 'vscode-languageserver';
import { grammarWords } from '../language/lsp/grammar-words.js';
import { selectionRanges } from '../language/lsp/selection-ranges.js';
import type { SoretServices, SoretSharedServices } from '../language/services.js';

export function answerAtOnce(connection: Connection, { shared, soret }: { shared: SoretSharedServices; soret: SoretServices }): void {
  const { lsp } = soret;
  const { DocumentBuilder, LangiumDocuments, TextDocuments, WorkspaceManager } = shared.workspace;
  /** The document as last parsed; its `textDocument` always has the newest text. Only a document just opened is waited for. */
  const document = async ({ uri }: TextDocumentIdentifier, cancel: CancellationToken): Promise<LangiumDocument> => {
    await WorkspaceManager.ready;
    const address = URI.parse(uri);
    const open = TextDocuments.get(address);
    const known = LangiumDocuments.getDocument(address) ?? (await LangiumDocuments.getOrCreateDocument(address));
    if (open && known.textDocument !== open) await DocumentBuilder.waitUntil(DocumentState.Parsed, address, cancel);
    return known;
  };
  connection.onCompletion(async (params, cancel) =>
    lsp.CompletionProvider?.getCompletion(await document(params.textDocument, cancel), params, cancel),
  );
  connection.onSignatureHelp(async (params, cancel) =>
    lsp.SignatureHelp?.provideSignatureHelp(await document(params.textDocument, cancel), params, cancel),
  );
  connection.onFoldingRanges(async (params, cancel) =>
    lsp.FoldingRangeProvider?.getFoldingRanges(await document(params.textDocument, cancel), params, cancel),
  );
  connection.onDocumentFormatting(async (params, cancel) =>
    lsp.Formatter?.formatDocument(await document(params.textDocument, cancel), params, cancel),
  );
  connection.onDocumentRangeFormatting(async (params, cancel) =>
    lsp.Formatter?.formatDocumentRange(await document(params.textDocument, cancel), params, cancel),
  );
  connection.onDocumentOnTypeFormatting(async (params, cancel) =>
    lsp.Formatter?.formatDocumentOnType(await document(params.textDocument, cancel), params, cancel),
  );
  connection.onSelectionRanges(async ({ textDocument, positions }, cancel) =>
    selectionRanges((await document(textDocument, cancel)).textDocument, soret.parser.Lexer, grammarWords(soret.Grammar), positions),
  );
  connection.languages.semanticTokens.on(
    async (params, cancel) =>
      (await lsp.SemanticTokenProvider?.semanticHighlight(await document(params.textDocument, cancel), params, cancel)) ?? { data: [] },
  );
  connection.languages.semanticTokens.onRange(
    async (params, cancel) =>
      (await lsp.SemanticTokenProvider?.semanticHighlightRange(await document(params.textDocument, cancel), params, cancel)) ?? {
        data: [],
      },
  );
}
