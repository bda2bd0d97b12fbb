/** Reads built-in documents from the bundle and all others through the file system provider. */
import { DefaultLangiumDocumentFactory, type AstNode, type LangiumDocument, type ParseResult, type URI } from 'langium';
import type { CancellationToken } from 'vscode-languageserver';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { reparse } from '../parser/incremental.js';
import type { SoretSharedServices } from '../services.js';
import { builtInText } from './addresses.js';

export class SoretDocumentFactory extends DefaultLangiumDocumentFactory {
  constructor(private readonly services: SoretSharedServices) {
    super(services);
  }

  /** A document that was parsed before is parsed again only where its text has changed. */
  protected override async parseAsync<T extends AstNode = AstNode>(
    uri: URI,
    text: string,
    cancel: CancellationToken,
  ): Promise<ParseResult<T>> {
    const known = this.services.workspace.LangiumDocuments.getDocument(uri);
    const { LangiumParser } = this.serviceRegistry.getServices(uri).parser;
    const changed = known && reparse(known.parseResult, text, (part) => LangiumParser.parse(part));
    return (changed as ParseResult<T> | undefined) ?? super.parseAsync<T>(uri, text, cancel);
  }
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
