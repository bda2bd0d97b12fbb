/** The pages of the diagnostics: file name → text. Written into docs/diagnostics by generate.mjs, compared there by the tests. */
import { diagnostics } from './catalogue.js';
import { index, page } from './explain.js';

export const diagnosticPages = (): Readonly<Record<string, string>> => ({
  'README.md': index(),
  ...Object.fromEntries([...diagnostics.values()].map((record) => [`${record.code.replace('/', '-')}.md`, page(record)])),
});
