/** What happens to a document when its editor closes, and which files the server wants to hear about. */
import { URI, UriUtils } from 'langium';
import { DefaultDocumentUpdateHandler } from 'langium/lsp';
import type { FileSystemWatcher, TextDocumentChangeEvent } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { reachableAddresses } from '../scope/imports.js';
import type { SoretSharedServices } from '../services.js';

export class SoretDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  constructor(private readonly services: SoretSharedServices) {
    super(services);
  }

  protected override getWatchers(): FileSystemWatcher[] {
    return [{ globPattern: '**/*.{soret,csv,tsv,txt,dat}' }];
  }

  /** A file of the workspace, or one that another document imports, goes on as it is on disk; any other document is forgotten. */
  didCloseDocument({ document }: TextDocumentChangeEvent<TextDocument>): void {
    const uri = URI.parse(document.uri);
    if (this.isWanted(uri)) this.fireDocumentUpdate([uri], []);
    else this.fireDocumentUpdate([], [uri]);
  }
  private isWanted(uri: URI): boolean {
    const { LangiumDocuments, WorkspaceManager } = this.services.workspace;
    const address = uri.toString();
    if (uri.scheme === 'untitled') return false;
    if (WorkspaceManager.workspaceFolders?.some((folder) => UriUtils.contains(folder.uri, uri))) return true;
    return LangiumDocuments.all.some(
      (other) => other.uri.toString() !== address && reachableAddresses(other, LangiumDocuments).has(address),
    );
  }
}
