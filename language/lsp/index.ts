/** Every language feature of the editor: one request, one file. */
import type { Module } from 'langium';
import type { PartialLangiumServices, PartialLangiumSharedServices } from 'langium/lsp';
import type { SoretServices, SoretSharedServices } from '../services.js';
import { SoretCodeActionProvider } from './code-actions/code-action-provider.js';
import { SoretCodeLensProvider } from './code-lenses.js';
import { SoretCompletionProvider } from './completion/completion-provider.js';
import { SoretDocumentLinkProvider } from './document-links.js';
import { SoretFoldingRangeProvider } from './folding.js';
import { SoretFormatter } from './formatting/formatter.js';
import { SoretHoverProvider } from './hover/hover-provider.js';
import { SoretInlayHintProvider } from './inlay-hints/inlay-hint-provider.js';
import { SoretDocumentUpdateHandler } from './document-updates.js';
import { SoretLanguageServer } from './language-server.js';
import { LastResults } from './last-results.js';
import { SoretRenameProvider } from './rename.js';
import { SoretSemanticTokenProvider } from './semantic-tokens.js';
import { SoretSignatureHelpProvider } from './signature-help.js';
import { SoretDocumentSymbolProvider, SoretNodeKindProvider } from './symbols.js';
import { SoretWorkspaceSymbolProvider } from './workspace-symbols.js';

/** Services of the editor beside Langium's. */
export interface SoretEditorServices {
  readonly editor: { readonly LastResults: LastResults };
}

export const lspModule: Module<SoretServices, PartialLangiumServices & SoretEditorServices> = {
  editor: {
    LastResults: () => new LastResults(),
  },
  parser: {
    // names in any script, half a surrogate pair included: the words that rename, highlight and "go to" look for
    GrammarConfig: () => ({ multilineCommentRules: ['ML_COMMENT'], nameRegexp: /[\p{L}\p{M}\p{Nd}\p{Cs}₀-₉_]/u }),
  },
  lsp: {
    CodeActionProvider: (services) => new SoretCodeActionProvider(services),
    CodeLensProvider: (services) => new SoretCodeLensProvider(services),
    CompletionProvider: (services) => new SoretCompletionProvider(services),
    DocumentLinkProvider: () => new SoretDocumentLinkProvider(),
    DocumentSymbolProvider: () => new SoretDocumentSymbolProvider(),
    FoldingRangeProvider: (services) => new SoretFoldingRangeProvider(services),
    Formatter: (services) => new SoretFormatter(services),
    HoverProvider: (services) => new SoretHoverProvider(services),
    InlayHintProvider: (services) => new SoretInlayHintProvider(services),
    RenameProvider: (services) => new SoretRenameProvider(services),
    SemanticTokenProvider: (services) => new SoretSemanticTokenProvider(services),
    SignatureHelp: (services) => new SoretSignatureHelpProvider(services),
  },
};
export const lspSharedModule: Module<SoretSharedServices, PartialLangiumSharedServices> = {
  lsp: {
    DocumentUpdateHandler: (services) => new SoretDocumentUpdateHandler(services),
    LanguageServer: (services) => new SoretLanguageServer(services),
    NodeKindProvider: () => new SoretNodeKindProvider(),
    WorkspaceSymbolProvider: (services) => new SoretWorkspaceSymbolProvider(services),
  },
};
