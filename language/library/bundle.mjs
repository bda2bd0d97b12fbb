// Makes language/library/texts.ts from the library's .soret files, so that the language needs no file system for them.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';

const folder = new URL('.', import.meta.url);
const names = readdirSync(folder)
  .filter((file) => file.endsWith('.soret'))
  .sort();
const entries = names.map((file) => {
  const text = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
  const lines = text.split('\n').map((line) => `    ${JSON.stringify(line)},`);
  return `  ${JSON.stringify(file.replace(/\.soret$/, ''))}: [\n${lines.join('\n')}\n  ].join('\\n'),`;
});
const text = `// Generated from language/library/*.soret by language/library/bundle.mjs: do not edit.
/** Texts of the built-in library by name: \`import "soret:NAME"\`. */
export const library: Readonly<Record<string, string>> = {
${entries.join('\n')}
};
`;
writeFileSync(new URL('texts.ts', import.meta.url), text);
