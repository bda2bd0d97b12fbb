/** The TextMate grammar: first colours, before the server answers, and for viewers without one. Made from the words of the language. */
import { callables, plainNames, wordRecords } from '../catalogue/builtins.js';

/** What the language's grammar knows: its keywords by rôle. */
export interface TextmateWords {
  /** Begin a declaration or an inner block: `species`, `layer`. */
  readonly declarations: readonly string[];
  /** Those whose declaration names a thing (`species`), and those that name a value (`let`). */
  readonly things: readonly string[];
  readonly values: readonly string[];
  /** All other words: `of`, `over`, `if`, `and`. */
  readonly others: readonly string[];
  /** Names of the prelude's constants. */
  readonly constants: readonly string[];
}
interface Rule {
  readonly name?: string;
  readonly match?: string;
  readonly begin?: string;
  readonly end?: string;
  readonly captures?: Readonly<Record<string, { readonly name: string }>>;
  readonly patterns?: readonly Rule[];
  readonly include?: string;
}

const identifier = '[\\p{L}_][\\p{L}\\p{M}\\p{Nd}₀-₉_]*';
const notInName = '(?<![\\p{L}\\p{M}\\p{Nd}₀-₉_])';
const nameEnd = '(?![\\p{L}\\p{M}\\p{Nd}₀-₉_])';
const oneOf = (words: readonly string[]): string => `${notInName}(?:${[...words].sort((a, b) => b.length - a.length).join('|')})${nameEnd}`;
const number = '(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?';

/** A unit as the lexer reads it: atoms with powers, joined by `*`, `·`, `/` without blanks. */
function unit(keywords: readonly string[]): string {
  const signs = '°%‰℃℉';
  const power = '(?:\\^-?[0-9]+(?:\\.[0-9]+)?|\\^\\(-?[0-9]+(?:/[0-9]+)?\\)|⁻?[⁰¹²³⁴-⁹]+)?';
  const atom = `[\\p{L}${signs}][\\p{L}\\p{Nd}₀-₉_${signs}]*(?![\\p{L}\\p{Nd}_${signs}(])${power}`;
  const group = `\\(${atom}(?:[*/·⋅]${atom})*\\)${power}`;
  const noKeyword = `(?!(?:${keywords.join('|')})${nameEnd})`;
  // `cells = 100 medium = gin`: a property, not a unit
  const noProperty = `(?!${identifier}[ \\t]*(?:\\([^()]*\\)[ \\t]*)?=(?!=))`;
  return `${noKeyword}${noProperty}(?:1/(?:${group}|${atom})|${atom})(?:[*·⋅]${atom}|/(?:${group}|${atom}))*`;
}

export function textmateGrammar({ declarations, things, values, others, constants }: TextmateWords): object {
  const keywords = [...declarations, ...others];
  const fields = Object.entries(plainNames).flatMap(([name, record]) => (record.category === 'place' ? [] : [name]));
  const places = Object.entries(plainNames).flatMap(([name, record]) => (record.category === 'place' ? [name] : []));
  const logical: readonly string[] = others.filter((word) => /^(?:and|or|not)$/.test(word));
  const conditional: readonly string[] = others.filter((word) => /^(?:if|then|else)$/.test(word));
  const rest = others.filter((word) => !logical.includes(word) && !conditional.includes(word));
  const patterns: Rule[] = [
    { name: 'comment.block.documentation.soret', begin: '/\\*\\*(?!/)', end: '\\*/' },
    { name: 'comment.block.soret', begin: '/\\*', end: '\\*/' },
    { name: 'comment.line.double-slash.soret', match: '//.*$' },
    {
      name: 'string.quoted.double.soret',
      begin: '"',
      end: '"|$',
      patterns: [{ name: 'constant.character.escape.soret', match: '\\\\["\\\\]' }],
    },
    {
      match: `${notInName}(${things.join('|')})[ \\t]+(${identifier})`,
      captures: { 1: { name: 'storage.type.soret' }, 2: { name: 'entity.name.type.soret' } },
    },
    {
      match: `${notInName}(${values.join('|')})[ \\t]+(${identifier})`,
      captures: { 1: { name: 'storage.type.soret' }, 2: { name: 'variable.other.constant.soret' } },
    },
    { name: 'support.type.property-name.soret', match: `${notInName}${identifier}(?=[ \\t]*(?:\\([^()]*\\)[ \\t]*)?=(?!=))` },
    { name: 'storage.type.soret', match: oneOf(declarations) },
    { name: 'keyword.control.conditional.soret', match: oneOf(conditional) },
    { name: 'keyword.operator.logical.soret', match: oneOf(logical) },
    { name: 'keyword.control.soret', match: oneOf(rest) },
    {
      match: `${notInName}(${number})(?:[ \\t]*(\\+-|±)[ \\t]*(${number}))?(?:[ \\t\\u00a0\\u202f\\u2009]*(${unit(keywords)}))?`,
      captures: {
        1: { name: 'constant.numeric.soret' },
        2: { name: 'keyword.operator.uncertainty.soret' },
        3: { name: 'constant.numeric.soret' },
        4: { name: 'keyword.other.unit.soret' },
      },
    },
    { name: 'support.function.soret', match: `${oneOf(Object.keys(callables))}(?=[ \\t]*\\()` },
    { name: 'support.constant.soret', match: oneOf(constants) },
    { name: 'variable.language.soret', match: oneOf(fields) },
    { name: 'constant.language.soret', match: oneOf([...places, ...Object.keys(wordRecords)]) },
    { name: 'keyword.operator.soret', match: '->|[<>]=?|[!=]=|\\+-|±|[-+*/^=]' },
    { name: 'punctuation.section.braces.soret', match: '[{}]' },
    { name: 'punctuation.section.parens.soret', match: '[()]' },
    { name: 'punctuation.separator.soret', match: '[,;]' },
  ];
  return {
    $schema: 'https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json',
    name: 'Soret',
    scopeName: 'source.soret',
    fileTypes: ['soret'],
    patterns,
  };
}

/** Brackets, comments, words and indentation for the editor. */
export function languageConfiguration(): object {
  return {
    comments: { lineComment: '//', blockComment: ['/*', '*/'] },
    brackets: [
      ['{', '}'],
      ['(', ')'],
    ],
    autoClosingPairs: [
      { open: '{', close: '}' },
      { open: '(', close: ')' },
      { open: '"', close: '"', notIn: ['string', 'comment'] },
      { open: '/**', close: ' */', notIn: ['string'] },
    ],
    surroundingPairs: [
      ['{', '}'],
      ['(', ')'],
      ['"', '"'],
    ],
    wordPattern: { pattern: '[\\p{L}_][\\p{L}\\p{M}\\p{Nd}₀-₉_]*', flags: 'u' },
    indentationRules: { increaseIndentPattern: '^[^"/]*\\{[^}"]*$', decreaseIndentPattern: '^\\s*\\}.*$' },
    onEnterRules: [
      {
        beforeText: '^\\s*/\\*\\*(?!/)(?:[^*]|\\*(?!/))*$',
        afterText: '^\\s*\\*/$',
        action: { indent: 'indentOutdent', appendText: ' * ' },
      },
      { beforeText: '^\\s*/\\*\\*(?!/)(?:[^*]|\\*(?!/))*$', action: { indent: 'none', appendText: ' * ' } },
      { beforeText: '^\\s*\\*(?: (?:[^*]|\\*(?!/))*)?$', action: { indent: 'none', appendText: '* ' } },
      { beforeText: '^\\s* \\*/\\s*$', action: { indent: 'none', removeText: 1 } },
    ],
  };
}
