/** Symbols of the whole workspace: the user's own, not those of the language. */
import { DefaultWorkspaceSymbolProvider } from 'langium/lsp';
import type { WorkspaceSymbol, WorkspaceSymbolParams } from 'vscode-languageserver-protocol';
import { URI } from 'langium';
import { isBuiltIn } from '../documents/addresses.js';

export class SoretWorkspaceSymbolProvider extends DefaultWorkspaceSymbolProvider {
  override async getSymbols(params: WorkspaceSymbolParams): Promise<WorkspaceSymbol[]> {
    const symbols = await super.getSymbols(params);
    return symbols.filter(({ location }) => !isBuiltIn(URI.parse(location.uri)));
  }
}
