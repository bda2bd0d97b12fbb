// Writes the TextMate grammar and the language configuration from the words of the language. Part of `npm run generate`.
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'esbuild';

const read = (path) => readFileSync(new URL(path, import.meta.url), 'utf8');
const entry = new URL('../language/lsp/textmate.ts', import.meta.url).pathname;
const bundle = await build({ entryPoints: [entry], bundle: true, write: false, format: 'esm', platform: 'neutral' });
const { languageConfiguration, textmateGrammar } = await import(`data:text/javascript;base64,${Buffer.from(bundle.outputFiles[0].contents).toString('base64')}`);

// A keyword is a quoted word of the grammar; one that stands first in a rule begins a declaration.
const grammar = read('../language/soret.langium').replace(/\/\/.*$/gm, '');
const keywords = [...new Set([...grammar.matchAll(/'([a-z]+)'/g)].map((match) => match[1]))];
const expressions = grammar.indexOf('Expr: If');
const first = new Set([...grammar.slice(0, expressions).matchAll(/^[A-Z]\w*:\s+(?:\{infer \w+\}\s*)?'([a-z]+)'/gm)].map((match) => match[1]));
const constants = [...read('../language/library/prelude.soret').matchAll(/^let (\S+)/gm)].map((match) => match[1]);
const naming = (terminal) => [...grammar.matchAll(new RegExp(`^[A-Z]\\w*:\\s+'([a-z]+)' name=${terminal}\\b`, 'gm'))].map((match) => match[1]);
const words = {
  things: naming('ID'),
  values: naming('Name'),
  declarations: keywords.filter((word) => first.has(word)),
  others: keywords.filter((word) => !first.has(word)),
  constants,
};

const write = (name, value) => writeFileSync(new URL(name, import.meta.url), `${JSON.stringify(value, null, 2)}\n`);
write('soret.tmLanguage.json', textmateGrammar(words));
write('language-configuration.json', languageConfiguration());
