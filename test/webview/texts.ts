/** Every English text of the results view: what a translation has to have. */
import { english } from '../../extension/webview/words/english.js';

export const texts: readonly string[] = [
  ...new Set(Object.values(english).flatMap((entry) => (typeof entry === 'string' ? [entry] : Object.values(entry)))),
];
