/** The form that `check --format json` fixes. */
import type { CheckedFile } from './diagnostic.js';

export const diagnosticsJson = (files: readonly CheckedFile[]): string =>
  JSON.stringify({ files: files.map(({ file, diagnostics }) => ({ file, diagnostics })) }, null, 2);
