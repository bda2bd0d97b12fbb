/** What the server tells its client that it can do, and which files it wants to hear about. */
import { DefaultDocumentUpdateHandler, DefaultLanguageServer } from 'langium/lsp';
import type { FileSystemWatcher, InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
import { codeActionKinds } from './code-actions/kinds.js';

export class SoretLanguageServer extends DefaultLanguageServer {
  protected override buildInitializeResult(params: InitializeParams): InitializeResult {
    const { capabilities } = super.buildInitializeResult(params);
    return {
      serverInfo: { name: 'soret' },
      capabilities: { ...capabilities, selectionRangeProvider: true, codeActionProvider: { codeActionKinds: [...codeActionKinds] } },
    };
  }
}

export class SoretDocumentUpdateHandler extends DefaultDocumentUpdateHandler {
  protected override getWatchers(): FileSystemWatcher[] {
    return [{ globPattern: '**/*.{soret,csv,tsv,txt,dat}' }];
  }
}
