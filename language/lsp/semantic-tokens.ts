/** Colours by meaning: what a name is, not how it is spelled. From the tokens, so that colours do not wait for the parser. */
import type { LangiumDocument } from 'langium';
import type { SemanticTokenProvider } from 'langium/lsp';
import {
  SemanticTokenModifiers,
  SemanticTokenTypes,
  type SemanticTokens,
  type SemanticTokensOptions,
  type SemanticTokensRangeParams,
} from 'vscode-languageserver-protocol';
import type { IToken } from 'chevrotain';
import { callables, own, plainNames, wordRecords } from '../catalogue/builtins.js';
import { isShape, isSide } from '../catalogue/places.js';
import type { SoretServices } from '../services.js';
import { grammarWords, type GrammarWords } from './grammar-words.js';
import { declaredNames, importedNames, isMedium, isStudy, isSubstance } from './names.js';
import { structureOf, type Block, type Structure } from './structure.js';
import { isName, isWord, kindOf, tokenize } from './tokens.js';

const types = [
  SemanticTokenTypes.keyword,
  SemanticTokenTypes.property,
  SemanticTokenTypes.class,
  SemanticTokenTypes.struct,
  SemanticTokenTypes.event,
  SemanticTokenTypes.variable,
  SemanticTokenTypes.function,
  SemanticTokenTypes.parameter,
  SemanticTokenTypes.enumMember,
  SemanticTokenTypes.namespace,
] as const;
const modifiers = [SemanticTokenModifiers.declaration, SemanticTokenModifiers.readonly, SemanticTokenModifiers.defaultLibrary] as const;
type Modifier = (typeof modifiers)[number];
interface Colour {
  readonly type: (typeof types)[number];
  readonly modifiers?: readonly Modifier[];
}

export class SoretSemanticTokenProvider implements SemanticTokenProvider {
  readonly tokenTypes: Record<string, number> = Object.fromEntries(types.map((type, i) => [type, i]));
  readonly tokenModifiers: Record<string, number> = Object.fromEntries(modifiers.map((modifier, i) => [modifier, 1 << i]));
  readonly semanticTokensOptions: SemanticTokensOptions = {
    legend: { tokenTypes: [...types], tokenModifiers: [...modifiers] },
    full: true,
    range: true,
  };
  constructor(private readonly services: SoretServices) {}

  semanticHighlight(document: LangiumDocument): SemanticTokens {
    return this.tokens(document, 0, Infinity);
  }
  semanticHighlightRange(document: LangiumDocument, { range }: SemanticTokensRangeParams): SemanticTokens {
    return this.tokens(document, document.textDocument.offsetAt(range.start), document.textDocument.offsetAt(range.end));
  }
  semanticHighlightDelta(document: LangiumDocument): SemanticTokens {
    return this.semanticHighlight(document);
  }

  private tokens(document: LangiumDocument, from: number, to: number): SemanticTokens {
    const words = grammarWords(this.services.Grammar);
    const tokens = tokenize(this.services.parser.Lexer, document.textDocument.getText());
    const structure = structureOf(tokens, words);
    const imported = importedNames(document, this.services.shared.workspace.LangiumDocuments);
    const names = new Map([...imported, ...declaredNames(structure, words.naming)].map((declared) => [declared.name, declared.keyword]));
    const special = positions(structure, words);
    const data: number[] = [];
    let line = 0;
    let character = 0;
    tokens.code.forEach((token, i) => {
      if (token.startOffset < from || token.startOffset >= to) return;
      const colour = special.get(token) ?? colourOf(token, tokens.code[i + 1], names);
      if (!colour) return;
      const at = { line: token.startLine! - 1, character: token.startColumn! - 1 };
      const bits = (colour.modifiers ?? []).reduce((sum, modifier) => sum | (1 << modifiers.indexOf(modifier)), 0);
      data.push(
        at.line - line,
        at.line === line ? at.character - character : at.character,
        token.image.length,
        types.indexOf(colour.type),
        bits,
      );
      ({ line, character } = at);
    });
    return { data };
  }
}

/** Tokens whose colour follows from where they stand: names being declared, property names, their arguments. */
function positions(structure: Structure, words: GrammarWords): Map<IToken, Colour> {
  const colours = new Map<IToken, Colour>();
  const visit = (block: Block) => {
    const keyword = block.keyword.image;
    if (block.name && words.naming.has(keyword))
      colours.set(block.name, {
        ...declared(keyword),
        modifiers: [...(declared(keyword).modifiers ?? []), SemanticTokenModifiers.declaration],
      });
    else if (block.name && (isShape(block.name.image) || isSide(block.name.image)))
      colours.set(block.name, { type: SemanticTokenTypes.enumMember });
    if (isMedium(keyword))
      for (const token of block.header.slice(2)) if (isName(token)) colours.set(token, { type: SemanticTokenTypes.class });
    for (const statement of block.statements) {
      colours.set(statement.key, { type: SemanticTokenTypes.property });
      for (const [i, token] of statement.arguments.entries())
        if (isName(token) && statement.arguments[i + 1]?.image === '=') colours.set(token, { type: SemanticTokenTypes.parameter });
        else if (isName(token) && statement.arguments[i - 1]?.image === '=') colours.set(token, { type: SemanticTokenTypes.enumMember });
    }
    block.children.forEach(visit);
  };
  structure.blocks.forEach(visit);
  return colours;
}

function declared(keyword: string): Colour {
  if (isSubstance(keyword)) return { type: SemanticTokenTypes.class };
  if (isMedium(keyword)) return { type: SemanticTokenTypes.struct };
  if (isStudy(keyword) || keyword === 'data') return { type: SemanticTokenTypes.event };
  if (keyword === 'layer' || keyword === 'reaction') return { type: SemanticTokenTypes.namespace };
  return { type: SemanticTokenTypes.variable, ...(keyword === 'let' ? { modifiers: [SemanticTokenModifiers.readonly] } : {}) };
}

function colourOf(token: IToken, next: IToken | undefined, names: ReadonlyMap<string, string>): Colour | undefined {
  if (isWord(token)) return { type: SemanticTokenTypes.keyword };
  if (!isName(token)) return undefined;
  const { image } = token;
  const called = next?.image === '(';
  if (kindOf(token) === 'ARG' || (kindOf(token) === 'PROP' && next?.image === '=')) return { type: SemanticTokenTypes.parameter };
  const keyword = names.get(image);
  if (keyword && !(called && own(callables, image))) return declared(keyword);
  const record = called ? own(callables, image) : own(plainNames, image);
  if (record?.category === 'place') return { type: SemanticTokenTypes.enumMember };
  if (record)
    return {
      type: called && record.category !== 'field' ? SemanticTokenTypes.function : SemanticTokenTypes.variable,
      modifiers: [SemanticTokenModifiers.defaultLibrary],
    };
  return own(wordRecords, image) ? { type: SemanticTokenTypes.enumMember } : undefined;
}
