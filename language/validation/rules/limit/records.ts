/** Limits that the parser and the lowering run into. */
import { diagnostic } from '../../diagnostic.js';

const deep = `${'('.repeat(4000)}1${')'.repeat(4000)}`;

export const limitRecords = [
  diagnostic({
    code: 'limit/nesting',
    severity: 'error',
    title: 'Expressions nested too deeply',
    doc: 'Some ninety nested parentheses, or some thousand summands in one expression, are more than can be read. Split the expression with `let`.',
    bad: `let a = ${deep}\n`,
    good: 'let half = 1 / 2\nlet a = (1 + half) * (1 - half)\n',
  }),
] as const;
