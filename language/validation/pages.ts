/** The pages of the diagnostics: file name → text. Written into docs/diagnostics by generate.mjs, compared there by the tests. */
import { diagnostics } from './catalogue.js';
import { pageFile } from './diagnostic.js';
import { explain, index } from './explain.js';
import { runCodes } from './run-codes.js';

export const diagnosticPages = (): Readonly<Record<string, string>> => ({
  'README.md': index(),
  ...Object.fromEntries([...diagnostics.keys(), ...runCodes].map((code) => [pageFile(code), explain(code)!])),
});
