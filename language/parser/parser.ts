/** The parser with guards for recovery and for depth. */
import type { IToken } from 'chevrotain';
import { createParser, LangiumParser, type AstNode, type LangiumCoreServices, type ParseResult, type ParserOptions } from 'langium';
import { tooDeepAt } from './nesting.js';

/** What the guards need of chevrotain's parser, which Langium keeps to itself. */
interface RecoveringParser {
  LA(howFar: number): { readonly tokenType: { readonly name: string } };
  canTokenTypeBeDeletedInRecovery(): boolean;
}

/** Code of the diagnostic of a file that nests too deeply. */
export const nestingCode = 'limit/nesting';

class SoretParser extends LangiumParser {
  constructor(services: LangiumCoreServices) {
    super(services);
    // Recovery may repair `geometry slab⏎initial {` by deleting `initial`: a word that begins a declaration or a property must stay.
    const parser = this.wrapper as unknown as RecoveringParser;
    parser.canTokenTypeBeDeletedInRecovery = () => {
      const name = parser.LA(1).tokenType.name;
      return name !== 'PROP' && !/^[a-z]/.test(name);
    };
  }

  /**
   * Deep nesting is refused before it is parsed: recovery from an error below many open calls takes minutes and gigabytes,
   * and where the stack overflows all the same, the parser must be emptied, or the NEXT document would silently parse to nothing.
   */
  override parse<T extends AstNode = AstNode>(input: string, options?: ParserOptions): ParseResult<T> {
    const deep = tooDeepAt(input, this.lexer);
    if (deep) return this.refuse(deep, options);
    try {
      return super.parse<T>(input, options);
    } catch (error) {
      // a stack that overflows inside a handler of the parser shows up as a TypeError of the half-built tree
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      super.parse(''); // flushes the half-built stack
      return this.refuse(start, options);
    }
  }
  private refuse<T extends AstNode>(token: IToken, options?: ParserOptions): ParseResult<T> {
    const result = super.parse<T>('', options);
    const message = 'This file nests expressions too deeply to be read.\n= give the inner parts names with let';
    result.parserErrors.push({
      name: nestingCode,
      message,
      token,
      resyncedTokens: [],
      context: { ruleStack: [], ruleOccurrenceStack: [] },
    });
    return result;
  }
}

const start = { image: '', startOffset: 0, startLine: 1, startColumn: 1, endOffset: 0, endLine: 1, endColumn: 1 } as IToken;

export function createSoretParser(services: LangiumCoreServices): LangiumParser {
  const parser = createParser(services.Grammar, new SoretParser(services), services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}
