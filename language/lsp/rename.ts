/** Renaming: own names only, never built-in ones; the new name must be one that the file does not use yet. */
import { AstUtils, CstUtils, type LangiumDocument } from 'langium';
import { DefaultRenameProvider } from 'langium/lsp';
import {
  LSPErrorCodes,
  ResponseError,
  type Range,
  type RenameParams,
  type TextDocumentPositionParams,
  type WorkspaceEdit,
} from 'vscode-languageserver-protocol';
import { reservedNames } from '../catalogue/builtins.js';
import { isBuiltIn } from '../documents/addresses.js';
import type { SoretServices } from '../services.js';
import { grammarWords } from './grammar-words.js';
import { tokenize } from './tokens.js';

export class SoretRenameProvider extends DefaultRenameProvider {
  constructor(private readonly own: SoretServices) {
    super(own);
  }

  override prepareRename(document: LangiumDocument, { position }: TextDocumentPositionParams): Range | undefined {
    const root = document.parseResult.value.$cstNode;
    const leaf =
      root && CstUtils.findDeclarationNodeAtOffset(root, document.textDocument.offsetAt(position), this.grammarConfig.nameRegexp);
    if (!leaf) return undefined;
    const targets = this.references.findDeclarations(leaf);
    if (targets.length === 0) return undefined;
    if (targets.some((target) => isBuiltIn(AstUtils.getDocument(target).uri)))
      throw refusal(`${leaf.text} is part of the language and keeps its name.`);
    return leaf.range;
  }

  override async rename(document: LangiumDocument, params: RenameParams): Promise<WorkspaceEdit | undefined> {
    if (!this.prepareRename(document, params)) return undefined;
    const name = params.newName.trim();
    this.check(document, name);
    return super.rename(document, { ...params, newName: name });
  }

  private check(document: LangiumDocument, name: string): void {
    const { code } = tokenize(this.own.parser.Lexer, name);
    if (code.length !== 1 || code[0]!.image !== name)
      throw refusal(`${name} is not a name: a letter or _ first, then letters, digits and _.`);
    if (grammarWords(this.own.Grammar).keywords.has(name)) throw refusal(`${name} is a keyword of the language.`);
    if (reservedNames.has(name)) throw refusal(`${name} is a built-in name.`);
    const root = document.parseResult.value;
    const declared = this.own.references.ScopeProvider.names(document);
    if (root.$cstNode && declared.includes(name)) throw refusal(`${name} is declared already.`);
  }
}

const refusal = (message: string): ResponseError<void> => new ResponseError(LSPErrorCodes.RequestFailed, message);
