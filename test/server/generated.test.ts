/** The TextMate grammar and the language configuration are those of the language as it is. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { EmptyFileSystem } from 'langium';
import { expect, test } from 'vitest';
import { builtInText } from '../../language/documents/addresses.js';
import { preludeAddress } from '../../language/documents/addresses.js';
import { declarationSnippets } from '../../language/lsp/completion/snippets.js';
import { grammarWords } from '../../language/lsp/grammar-words.js';
import { languageConfiguration, textmateGrammar } from '../../language/lsp/textmate.js';
import { library } from '../../language/library/texts.js';
import { createSoretServices } from '../../language/services.js';
import { root } from './session.js';

const { soret } = createSoretServices(EmptyFileSystem);
const words = grammarWords(soret.Grammar);
const committed = (file: string): unknown => JSON.parse(readFileSync(path.join(root, 'syntaxes', file), 'utf8'));

test('the TextMate grammar knows every word of the grammar, once and in its rôle', () => {
  const inner = [...words.nested.values()].flatMap((list) => [...list]);
  const declarations = [...words.declarations, ...inner];
  const grammar = committed('soret.tmLanguage.json') as { patterns: { name?: string; match?: string }[] };
  const listed = (name: string) =>
    /\(\?:([a-z|]+)\)\(/
      .exec(grammar.patterns.find((pattern) => pattern.name === name)!.match!)![1]!
      .split('|')
      .sort();
  expect(listed('storage.type.soret')).toEqual([...declarations].sort());
  const others = [
    ...listed('keyword.control.soret'),
    ...listed('keyword.control.conditional.soret'),
    ...listed('keyword.operator.logical.soret'),
  ];
  expect(others.sort()).toEqual([...words.keywords].filter((word) => !declarations.includes(word)).sort());
});
test('regenerating changes nothing', () => {
  const inner = [...words.nested.values()].flatMap((list) => [...list]);
  const grammar = committed('soret.tmLanguage.json') as { patterns: { match?: string }[] };
  const made = textmateGrammar({
    declarations: [...words.declarations, ...inner],
    things: [],
    values: [],
    others: [...words.keywords].filter((word) => !words.declarations.has(word) && !inner.includes(word)),
    constants: [...library['prelude']!.matchAll(/^let (\S+)/gm)].map((match) => match[1]!),
  }) as typeof grammar;
  const last = (patterns: typeof grammar) => patterns.patterns.filter(({ match }) => match !== undefined).slice(-8);
  expect(last(made)).toEqual(last(grammar));
  expect(languageConfiguration()).toEqual(committed('language-configuration.json'));
});
test('every expression of the TextMate grammar is a pattern', () => {
  const { patterns } = committed('soret.tmLanguage.json') as { patterns: { match?: string; begin?: string; end?: string }[] };
  for (const { match, begin, end } of patterns)
    for (const pattern of [match, begin, end]) if (pattern !== undefined) expect(() => new RegExp(pattern, 'u')).not.toThrow();
});
test('every declaration has a snippet', () => {
  const inner = [...words.nested.values()].flatMap((list) => [...list]);
  expect(declarationSnippets.map(({ keyword }) => keyword).sort()).toEqual([...words.declarations, ...inner].sort());
});
test('the prelude can be read', () => {
  expect(builtInText(preludeAddress)).toContain('let pi');
});
