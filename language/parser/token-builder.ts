/** Tokens that depend on what stands around them: units, property names and named arguments; names in any script. */
import type { CustomPatternMatcherFunc, IToken, TokenType, TokenVocabulary } from 'chevrotain';
import { DefaultTokenBuilder, type GrammarAST, type TokenBuilderOptions } from 'langium';

// Identifiers: Unicode letters, `_`, then also marks, decimal digits and subscript digits (T₀). Superscripts are powers, never part of a name.
const nameStart = '\\p{L}_';
const nameRest = '\\p{L}\\p{M}\\p{Nd}₀-₉_';
const name = `[${nameStart}][${nameRest}]*`;
const blank = '[^\\S\\r\\n]*';
/** `name =` or `name(…) =`, but not `name ==`. */
const beforeEquals = `(?=${blank}(?:\\([^()\\r\\n]*\\)${blank})?=(?!=))`;

// A unit: atoms with an exponent (^-2, ^0.5, ^(1/2), ⁻²), joined by * · ⋅ / without blanks; `1/` may begin.
// `K^n` is taken whole too, so that `3 K^n` cannot silently become (3 K)^n: the unit's parser says that a power is a number.
const signs = '°%‰℃℉';
const exponent = '(?:\\^-?[0-9]+(?:\\.[0-9]+)?|\\^\\(-?[0-9]+(?:/[0-9]+)?\\)|\\^-?[\\p{L}_][\\p{L}0-9_]*|⁻?[⁰¹²³⁴-⁹]+)?';
// not before `(`: in `40 K*sin(x)` the product ends the unit
const atom = `[\\p{L}${signs}][${nameRest}${signs}]*(?![${nameRest}${signs}(])${exponent}`;
const group = `\\(${atom}(?:[*/·⋅]${atom})*\\)${exponent}`;
// the end keeps a half-typed unit (`kg/`, `W/(m*`, `m^`) inside the token when the line or the block ends there
const halfTyped = `(?:(?:[*/·⋅^]|\\^-|/\\([^()\\s]*)(?=${blank}(?:[\\r\\n;}]|$)))?`;

const unitPattern = new RegExp(`(?:1/(?:${group}|${atom})|${atom})(?:[*·⋅]${atom}|/(?:${group}|${atom}))*${halfTyped}`, 'uy');
// `correlation(a, b) =` is a statement of its own, never a property
const propertyPattern = new RegExp(`(?!correlation${blank}\\()${name}${beforeEquals}`, 'uy');
const argumentPattern = new RegExp(`${name}(?=${blank}=(?!=))`, 'uy');
const identifierPattern = new RegExp(name, 'uy');

const sticky =
  (pattern: RegExp): CustomPatternMatcherFunc =>
  (text, offset) => {
    pattern.lastIndex = offset;
    return pattern.exec(text);
  };

/** First characters of names: chevrotain buckets them, so the whole basic plane is cheap; surrogates open the other planes. */
const nameStarts = (() => {
  const codes: number[] = [];
  const letter = new RegExp(`[${nameStart}]`, 'u');
  for (let code = 0; code < 0x10000; code++)
    if ((code >= 0xd800 && code < 0xdc00) || letter.test(String.fromCharCode(code))) codes.push(code);
  return codes;
})();
const underscore = 95;
const unitStarts = [...nameStarts.filter((code) => code !== underscore), ...[...`${signs}1`].map((c) => c.charCodeAt(0))].sort(
  (a, b) => a - b,
);

/** `x =` in `value(c(P), x = 0.5 mm)`: after a comma, or after an opening parenthesis on the same line. */
const matchArgument: CustomPatternMatcherFunc = (text, offset, tokens) => {
  const previous = tokens[tokens.length - 1];
  if (!previous || (previous.image !== ',' && previous.image !== '(')) return null;
  if (previous.image === '(' && /[\r\n]/.test(text.slice(previous.endOffset! + 1, offset))) return null;
  argumentPattern.lastIndex = offset;
  return argumentPattern.exec(text);
};
/** Blank, tab, and the no-break and thin spaces that are typeset between a number and its unit. */
const isBlank = (code: number) => code === 32 || code === 9 || code === 0xa0 || code === 0x202f || code === 0x2009;

const blanks = Array.from({ length: 0x10000 }, (_, code) => code).filter((code) => /\s/.test(String.fromCharCode(code)));
const codesOf = (characters: string): number[] => [...characters].map((c) => c.charCodeAt(0)).sort((a, b) => a - b);
/** Of the other tokens, how they begin and whether they go over lines: stated, the lexer need not find it out from their patterns. */
const plain: Readonly<Record<string, Pick<TokenType, 'START_CHARS_HINT' | 'LINE_BREAKS'>>> = {
  NUMBER: { START_CHARS_HINT: codesOf('.0123456789'), LINE_BREAKS: false },
  STRING: { START_CHARS_HINT: codesOf('"'), LINE_BREAKS: false },
  WS: { START_CHARS_HINT: blanks, LINE_BREAKS: true },
  ML_COMMENT: { START_CHARS_HINT: codesOf('/'), LINE_BREAKS: true },
  SL_COMMENT: { START_CHARS_HINT: codesOf('/'), LINE_BREAKS: false },
};

export class SoretTokenBuilder extends DefaultTokenBuilder {
  /** Words that may follow a number without being a unit: the keywords of the grammar. */
  private readonly keywords = new Set<string>();
  private readonly contextual = new Map<string, TokenType>();

  override buildTokens(grammar: GrammarAST.Grammar, options?: TokenBuilderOptions): TokenVocabulary {
    const tokens = super.buildTokens(grammar, options) as TokenType[];
    for (const token of tokens) if (/^[a-z]+$/.test(token.name) && typeof token.PATTERN !== 'function') this.keywords.add(token.name);
    // before keywords, ID and NUMBER
    const first = ['UNIT', 'ARG', 'PROP'].map((terminal) => this.contextual.get(terminal)!);
    return [...first, ...tokens.filter((token) => !first.includes(token))];
  }

  protected override buildTerminalToken(terminal: GrammarAST.TerminalRule): TokenType {
    const own = this.patternOf(terminal.name);
    if (!own) return { ...super.buildTerminalToken(terminal), ...plain[terminal.name] };
    const [PATTERN, START_CHARS_HINT] = own;
    const token: TokenType = { name: terminal.name, LINE_BREAKS: false, PATTERN, START_CHARS_HINT };
    this.contextual.set(terminal.name, token);
    return token;
  }

  private patternOf(terminal: string): [CustomPatternMatcherFunc, number[]] | undefined {
    switch (terminal) {
      case 'UNIT':
        return [this.matchUnit, unitStarts];
      case 'ARG':
        return [matchArgument, nameStarts];
      case 'PROP':
        return [sticky(propertyPattern), nameStarts];
      case 'ID':
        return [sticky(identifierPattern), nameStarts];
      default:
        return undefined;
    }
  }

  /** `of` is a keyword, `offset` a name; `/` an operator, `//` a comment. */
  protected override findLongerAlt(keyword: GrammarAST.Keyword, terminals: TokenType[]): TokenType[] {
    return /^[a-z]/.test(keyword.value)
      ? terminals.filter((terminal) => terminal.name === 'ID')
      : super.findLongerAlt(
          keyword,
          terminals.filter((terminal) => terminal.PATTERN instanceof RegExp),
        );
  }

  private readonly matchUnit: CustomPatternMatcherFunc = (text: string, offset: number, tokens: IToken[]) => {
    const previous = tokens[tokens.length - 1];
    if (previous?.tokenType.name !== 'NUMBER') return null;
    for (let i = previous.endOffset! + 1; i < offset; i++) if (!isBlank(text.charCodeAt(i))) return null;
    // `cells = 100 medium = gin`
    propertyPattern.lastIndex = offset;
    if (propertyPattern.test(text)) return null;
    unitPattern.lastIndex = offset;
    const match = unitPattern.exec(text);
    // `30 to 60`
    return match && this.keywords.has(match[0]) ? null : match;
  };
}
