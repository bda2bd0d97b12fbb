/** The parser with guards for recovery and for depth. */
import { createParser, LangiumParser, type AstNode, type LangiumCoreServices, type ParseResult, type ParserOptions } from 'langium';

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

  /** Some 90 nested parentheses or 6,000 summands overflow the stack. Without this the NEXT document would silently parse to nothing. */
  override parse<T extends AstNode = AstNode>(input: string, options?: ParserOptions): ParseResult<T> {
    try {
      return super.parse<T>(input, options);
    } catch (error) {
      // A stack that overflows inside a handler of the parser shows up as a TypeError of the half-built tree.
      if (!(error instanceof RangeError || error instanceof TypeError)) throw error;
      super.parse(''); // flushes the half-built stack
      const result = super.parse<T>('', options);
      result.parserErrors.push(tooDeep());
      return result;
    }
  }
}

function tooDeep(): ParseResult['parserErrors'][number] {
  const token = { image: '', startOffset: 0, startLine: 1, startColumn: 1, endOffset: 0, endLine: 1, endColumn: 1 };
  const message = 'This file nests expressions too deeply to be read. Split the longest expression with `let`.';
  return {
    name: nestingCode,
    message,
    token: token as ParseResult['parserErrors'][number]['token'],
    resyncedTokens: [],
    context: { ruleStack: [], ruleOccurrenceStack: [] },
  };
}

export function createSoretParser(services: LangiumCoreServices): LangiumParser {
  const parser = createParser(services.Grammar, new SoretParser(services), services.parser.Lexer.definition);
  parser.finalize();
  return parser;
}
