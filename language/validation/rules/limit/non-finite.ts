import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const nonFinite = diagnostic({
  code: 'limit/non-finite',
  severity: 'error',
  title: 'Value that is not a number',
  doc: 'A division by zero, the logarithm or root of a negative number, or a number beyond 1.8e308 leaves no value to compute with.',
  bad: 'let nothing = 0\nlet gap = 1 mm / nothing\n',
  good: 'let halves = 2\nlet gap = 1 mm / halves\n',
});

export function* valueMustBeFinite(node: ast.Property | ast.Let | ast.Param, model: ModelView): Findings {
  if (!node.value) return;
  const value = ast.isProperty(node) ? model.meaning.value(node) : model.number(node.value);
  if (value === undefined || Number.isFinite(value)) return;
  yield {
    at: part(node, 'value'),
    message: `This has no finite value: it is ${Number.isNaN(value) ? 'not a number (0/0, or a root or logarithm of a negative number)' : 'infinite (a division by zero, or beyond 1.8e308)'}.`,
    advice: 'look for a division by zero or a wrong unit',
  };
}
