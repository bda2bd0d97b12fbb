/** Completion. Works on the tokens of the text as it stands: it needs neither the parser nor the index of this version of the file. */
import {
  CompletionList,
  type CompletionItem,
  type CompletionOptions,
  type CompletionParams,
  type Range,
} from 'vscode-languageserver-protocol';
import type { LangiumDocument } from 'langium';
import type { CompletionProvider } from 'langium/lsp';
import { isModel } from '../../generated/ast.js';
import { preludeUri } from '../../catalogue/prelude.js';
import { callables, own, plainNames, wordRecords } from '../../catalogue/builtins.js';
import type { SoretServices } from '../../services.js';
import { cursorAt, type Cursor } from '../cursor.js';
import { grammarWords } from '../grammar-words.js';
import { declaredNames, importedNames } from '../names.js';
import { endOf, tokenize } from '../tokens.js';
import type { CompletionContext } from './context.js';
import { declarationProposals } from './declarations.js';
import { callProposals, operandProposals, valueProposals, type Constants } from './expressions.js';
import { fileProposals } from './files.js';
import { hasOpenIf, headProposals } from './heads.js';
import { CompletionItemKind, toItem, type Proposal } from './item.js';
import { argumentProposals, propertyProposals } from './properties.js';
import { unitProposals } from './units.js';

export class SoretCompletionProvider implements CompletionProvider {
  readonly completionOptions: CompletionOptions = { triggerCharacters: [' ', '(', '"', '/', '=', ','] };
  private snippets = true;
  private constants: Constants | undefined;

  constructor(private readonly services: SoretServices) {
    services.shared.lsp.LanguageServer.onInitialize(({ capabilities }) => {
      this.snippets = capabilities.textDocument?.completion?.completionItem?.snippetSupport === true;
    });
  }

  async getCompletion(document: LangiumDocument, params: CompletionParams): Promise<CompletionList> {
    const { textDocument } = document;
    const words = grammarWords(this.services.Grammar);
    const cursor = cursorAt(tokenize(this.services.parser.Lexer, textDocument.getText()), words, textDocument.offsetAt(params.position));
    const proposals = isTypedBlank(params, cursor) ? [] : await this.proposals(document, cursor);
    const { partial, offset } = cursor;
    const range: Range = partial
      ? { start: textDocument.positionAt(partial.startOffset), end: textDocument.positionAt(endOf(partial)) }
      : { start: textDocument.positionAt(offset), end: textDocument.positionAt(offset) };
    return CompletionList.create(unique(proposals.map((proposal, i) => toItem(proposal, i, range, this.snippets))), false);
  }

  private async proposals(document: LangiumDocument, cursor: Cursor): Promise<Proposal[]> {
    const words = grammarWords(this.services.Grammar);
    const imported = importedNames(document, this.services.shared.workspace.LangiumDocuments);
    const context: CompletionContext = { cursor, words, names: [...declaredNames(cursor.structure, words.naming), ...imported] };
    const { place } = cursor;
    switch (place.kind) {
      case 'nowhere':
        return [];
      case 'declaration':
        return declarationProposals(context);
      case 'property':
        return propertyProposals(context, place.block, place.statement);
      case 'argument':
        return argumentProposals(context, place.block, place.statement, place.index, place.option);
      case 'text':
        return fileProposals(place, document.uri, this.services.shared.workspace.FileSystemProvider);
      case 'head':
        return headProposals(context, this.constantsOfPrelude(), place);
      case 'value': {
        if (place.wanted === 'unit') return unitProposals(context, place);
        if (place.wanted === 'operator') return hasOpenIf(place.before) ? [keyword('then'), keyword('else')] : [];
        const call = place.calls.at(-1);
        const inCall = call && callProposals(context, place.block, call);
        if (inCall) return inCall;
        return call?.callee
          ? operandProposals(context, this.constantsOfPrelude(), { reads: 'all', functionals: false })
          : valueProposals(context, this.constantsOfPrelude(), place.block, place.statement);
      }
    }
  }

  /** Names of the prelude that no record of the catalogue describes: the constants. */
  private constantsOfPrelude(): Constants {
    if (this.constants) return this.constants;
    const prelude = this.services.shared.workspace.LangiumDocuments.all.find((document) => document.uri.toString() === preludeUri);
    const root = prelude?.parseResult.value;
    if (!isModel(root)) return [];
    const isRecorded = (name: string) => own(plainNames, name) ?? own(callables, name) ?? own(wordRecords, name);
    this.constants = root.declarations.flatMap((node) =>
      node.$type === 'Let' && !isRecorded(node.name)
        ? [{ name: node.name, doc: this.services.documentation.DocumentationProvider.getDocumentation(node) ?? '' }]
        : [],
    );
    return this.constants;
  }
}
const keyword = (label: string): Proposal => ({ label, kind: CompletionItemKind.Keyword });

/** A blank opens the list only where something must follow it: a unit behind a number, a name behind `of`. */
function isTypedBlank(params: CompletionParams, { place }: Cursor): boolean {
  if (params.context?.triggerCharacter !== ' ') return false;
  if (place.kind === 'head' || place.kind === 'value')
    return (
      place.wanted === 'operator' ||
      (place.kind === 'head' &&
        place.word === place.block.keyword.image &&
        !['geometry', 'boundary', 'plot', 'expect'].includes(place.word))
    );
  return place.kind !== 'argument';
}

function unique(items: CompletionItem[]): CompletionItem[] {
  const seen = new Set<string>();
  return items.filter((item) => !seen.has(item.label) && seen.add(item.label));
}
