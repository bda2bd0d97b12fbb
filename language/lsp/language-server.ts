/** What the server tells its client that it can do. */
import { DefaultLanguageServer } from 'langium/lsp';
import type { InitializeParams, InitializeResult } from 'vscode-languageserver-protocol';
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
