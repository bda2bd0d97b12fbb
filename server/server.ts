/** The language server, whatever carries its messages. */
import type { FileSystemProvider } from 'langium';
import * as features from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';
import { createSoretServices } from '../language/services.js';
import { publishDiagnostics } from './diagnostics.js';
import { answerAtOnce } from './immediate.js';
import { Models } from './models.js';
import { answerRequests } from './requests.js';

/** What the platform brings: files, and where the pages that explain diagnostics lie. */
interface Platform {
  readonly fileSystem: { fileSystemProvider: () => FileSystemProvider };
  /** Address of their folder. */
  readonly pages?: string;
}

export function serve(connection: Connection, { fileSystem, pages }: Platform): void {
  const services = createSoretServices({ connection, ...fileSystem });
  const { shared } = services;

  features.addDocumentUpdateHandler(connection, shared);
  features.addConfigurationChangeHandler(connection, shared);
  publishDiagnostics(connection, shared, pages);
  answerAtOnce(connection, services);
  answerRequests(connection, services, new Models(connection, services));

  features.addFindReferencesHandler(connection, shared);
  features.addDocumentSymbolHandler(connection, shared);
  features.addGotoDefinitionHandler(connection, shared);
  features.addDocumentHighlightHandler(connection, shared);
  features.addCodeActionHandler(connection, shared);
  features.addRenameHandler(connection, shared);
  features.addHoverHandler(connection, shared);
  features.addInlayHintHandler(connection, shared);
  features.addCodeLensHandler(connection, shared);
  features.addDocumentLinkHandler(connection, shared);
  features.addWorkspaceSymbolHandler(connection, shared);

  connection.onInitialize((params) => shared.lsp.LanguageServer.initialize(params));
  connection.onInitialized((params) => shared.lsp.LanguageServer.initialized(params));
  shared.workspace.TextDocuments.listen(connection);
  connection.listen();
}
