/** Reads built-in documents from the bundle and all others through the file system provider. */
import { DefaultLangiumDocumentFactory, type LangiumDocument, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { builtInText } from './addresses.js';

export class SoretDocumentFactory extends DefaultLangiumDocumentFactory {
  protected override async getInitialText(uri: URI, cancel: CancellationToken): Promise<string> {
    return builtInText(uri) ?? super.getInitialText(uri, cancel);
  }
  protected override async getUpdatedText(
    document: LangiumDocument,
    open: TextDocument | undefined,
    cancel: CancellationToken,
  ): Promise<string> {
    return builtInText(document.uri) ?? super.getUpdatedText(document, open, cancel);
  }
}
