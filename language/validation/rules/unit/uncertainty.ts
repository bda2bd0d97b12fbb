import { AstUtils, GrammarUtils } from 'langium';
import { isPropertyName } from '../../../../solver/quantities/catalogue.js';
import { usesHere } from '../../../check/rules/property.js';
import { signedLiteral } from '../../../check/rules/temperature.js';
import * as ast from '../../../generated/ast.js';
import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';

export const idleUncertainty = diagnostic({
  code: 'unit/uncertainty',
  severity: 'warning',
  title: 'Uncertainty that reaches no result',
  doc: 'A number with `±` in a `param`, a `let`, a property or a measure is carried to the results. It cannot be where the number is not part of the model but says how to run or judge it: cells, tolerances, output times, ranges, lists of a sweep, plots, expectations. A `param` carries it when its value is one number.',
  bad: 'param k = 2 * (1 +- 0.1)\n',
  good: 'let j = 1 +- 0.1\nlet k = 2 * j\n',
});

/** Numbers that are read once, before anything is computed, and lists of them. */
function isExact(property: ast.Property): boolean {
  const { key } = property;
  return (
    isPropertyName(key) &&
    usesHere(property, key).some(({ depends, value }) => depends === 'number' || value === 'list' || value === 'range')
  );
}

export function* uncertaintyShouldReachTheResults(quantity: ast.Quantity): Findings {
  if (quantity.uncertainty === undefined) return;
  const why = idle(quantity);
  if (why === undefined) return;
  const number = GrammarUtils.findNodeForProperty(quantity.$cstNode, 'uncertainty');
  yield { at: number ? { range: number.range } : quantity, message: `This uncertainty reaches no result: ${why[0]}.`, advice: why[1] };
}

function idle(quantity: ast.Quantity): readonly [why: string, advice: string] | undefined {
  const without = 'leave it out';
  const property = AstUtils.getContainerOfType(quantity, ast.isProperty);
  if (property) return isExact(property) ? [`${property.key} takes exact numbers`, without] : undefined;
  const holder = AstUtils.getContainerOfType(quantity, ast.isDeclaration);
  if (ast.isParam(holder)) {
    if (signedLiteral(holder.value)?.literal === quantity) return undefined;
    return AstUtils.getContainerOfType(quantity, (n): n is ast.Expr => n === holder.value)
      ? [
          'the value of a param carries one only when it is a single number',
          'state the number in a let, or give the param one number with its own ±',
        ]
      : ['it is an end of a slider', without];
  }
  if (ast.isExpect(holder)) return ['an expectation has a tolerance', 'write within … for how near it must come'];
  return ast.isPlot(holder) ? ['a plot only looks at results', without] : undefined;
}
