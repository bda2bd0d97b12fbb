import { diagnostic } from '../../diagnostic.js';

/** Reported by the lexer and the parser. */
export const syntaxError = diagnostic({
  code: 'syntax/error',
  severity: 'error',
  title: 'Not a sentence of the language',
  doc: 'Something is missing or out of place: a brace, a name, an operator. The declarations around it keep working; the message says what was expected here.',
  bad: 'let gap = 2 *\n',
  good: 'let gap = 2 * 1 mm\n',
});
