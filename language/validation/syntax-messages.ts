/** What the parser expected, in a user's words. */
import { LangiumParserErrorMessageProvider } from 'langium';
import type { IToken, TokenType } from 'chevrotain';
import { SoretGrammar } from '../generated/grammar.js';
import { grammarWords } from '../lsp/grammar-words.js';
import { catalogue, isPropertyName } from '../../solver/quantities/catalogue.js';
import { didYouMean, nearest } from './nearest.js';

const endOfText = (token: IToken): boolean => token.image === '';
const foundText = (token: IToken): string => (endOfText(token) ? 'the file ends' : `found ${token.image}`);

/** Names of tokens that are not the word itself. */
const tokenWords: Readonly<Record<string, string>> = {
  ID: 'a name',
  PROP: 'a property',
  ARG: 'a name',
  NUMBER: 'a number',
  STRING: 'a text in double quotes',
  UNIT: 'a unit',
  EOF: 'the end of the file',
};
const wordOf = (token: TokenType): string => tokenWords[token.name] ?? token.LABEL ?? token.name;

/** What a sentence of a rule looks like, where the list of tokens would not help. */
const forms: Readonly<Record<string, string>> = {
  Property: 'a property is NAME = VALUE, or NAME(COMPONENT) = VALUE',
  Plot: 'write plot SERIES over AXIS of STUDY at TIMES',
  Expect: 'write expect MEASURE of STUDY is VALUE within TOLERANCE',
  Param: 'write param NAME = VALUE from LOW to HIGH',
  Solution: 'write solution NAME of SOLUTE, … in SOLVENT { … }',
  Mixture: 'write mixture NAME of COMPONENT, COMPONENT, … { … }',
  Suspension: 'write suspension NAME of PARTICLE, … in FLUID { … }',
  Equation: 'write 2 A + B -> C',
};
/** Langium marks the names of its rules. */
const plain = (ruleName: string): string => ruleName.replace('\u200B', '');
const expressionRules = new Set([
  'Expr',
  'If',
  'Or',
  'And',
  'Not',
  'Comparison',
  'Additive',
  'Multiplicative',
  'Unary',
  'Power',
  'Primary',
  'Argument',
  'Place',
]);

export class SoretSyntaxMessages extends LangiumParserErrorMessageProvider {
  override buildMismatchTokenMessage({
    expected,
    actual,
    previous,
    ruleName,
  }: {
    expected: TokenType;
    actual: IToken;
    previous: IToken;
    ruleName: string;
  }): string {
    if (isPlusMinus(actual)) return errorBeforeUnit;
    if (expected.name === 'EOF') return this.buildNotAllInputParsedMessage({ firstRedundant: actual, ruleName });
    if (expected.name === 'ID' && isReserved(actual, previous)) return reserved(actual.image);
    return sentence(`${wordOf(expected)} is missing${after(previous)}: ${foundText(actual)}`, ruleName);
  }
  override buildNoViableAltMessage(options: {
    expectedPathsPerAlt: TokenType[][][];
    actual: IToken[];
    previous: IToken;
    ruleName: string;
  }): string {
    const { actual, previous, ruleName } = options;
    const found = actual[0];
    if (isPlusMinus(found)) return errorBeforeUnit;
    if (expressionRules.has(plain(ruleName)) && found && isReserved(found, previous))
      return `${sentence(`a value is missing${after(previous)}: ${foundText(found)}`, ruleName)}\n= ${found.image} is a word of the language, never the name of a value`;
    if (expressionRules.has(plain(ruleName)))
      return sentence(`a value is missing${after(previous)}${found ? `: ${foundText(found)}` : ''}`, ruleName);
    return sentence(
      `${found && !endOfText(found) ? `${found.image} does not fit here` : 'something is missing here'}${after(previous)}`,
      ruleName,
    );
  }
  override buildNotAllInputParsedMessage({ firstRedundant }: { firstRedundant: IToken; ruleName: string }): string {
    if (isPlusMinus(firstRedundant)) return errorBeforeUnit;
    const { image } = firstRedundant;
    if (image === '}') return 'This } closes nothing.\n= there is one } too many, or the { before it is missing';
    if (isPropertyName(image)) return `${image} is a property: it stands inside a block.\n= it belongs to ${blocksWith(image)}`;
    if (image === '(') return 'What stands in the parentheses is not complete.\n= separate the arguments with commas and close with )';
    const words = grammarWords(SoretGrammar());
    // the grammar makes what follows `is`, `of`, `at` … optional, so that a half-typed line stays what it is
    if (words.keywords.has(image) && !words.declarations.has(image)) return `Something is missing after ${image}.`;
    const meant = didYouMean(nearest(image, words.declarations));
    const named = firstRedundant.tokenType.name === 'PROP' ? `write let ${image} = … for a value of your own` : undefined;
    const advice = meant ?? named ?? 'a declaration begins with a word such as param, species, mixture, geometry, boundary or plot';
    return `No declaration begins with ${image}.\n= ${advice}`;
  }
  override buildEarlyExitMessage({
    actual,
    previous,
    ruleName,
  }: {
    expectedIterationPaths: TokenType[][];
    actual: IToken[];
    previous: IToken;
    ruleName: string;
  }): string {
    return sentence(`something is missing${after(previous)}${actual[0] ? `: ${foundText(actual[0])}` : ''}`, ruleName);
  }
}
const blocksWith = (name: keyof typeof catalogue): string =>
  [...new Set(catalogue[name].uses.flatMap((use) => use.in))].map((block) => `${block} { … }`).join(', ');
/** `1.5 mm ± 0.01 mm`, as it is written in papers. */
const isPlusMinus = (token: IToken | undefined): boolean => token?.image === '±' || token?.image === '+-';
const errorBeforeUnit = 'The error stands before the unit, which both share.\n= write 1.5 ± 0.01 mm';
/** A keyword where a name or a value is wanted; one that begins a declaration on a line of its own is not meant as a name. */
function isReserved(found: IToken, previous: IToken | undefined): boolean {
  const words = grammarWords(SoretGrammar());
  return words.keywords.has(found.image) && (!words.declarations.has(found.image) || found.startLine === previous?.endLine);
}
const reserved = (word: string): string =>
  `${word} is a word of the language and cannot be a name.\n= choose another name, such as ${word}_1`;
const after = (previous: IToken | undefined): string =>
  previous && previous.image !== '' && !Number.isNaN(previous.startOffset) ? ` after ${previous.image}` : '';
function sentence(text: string, ruleName: string): string {
  const form = forms[plain(ruleName)];
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.${form ? `\n= ${form}` : ''}`;
}
