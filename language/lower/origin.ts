/** Where a statement stands in the model's text. */
import { AstUtils, type AstNode } from 'langium';
import type { SourceRange } from '../../solver/problem.js';
import { rangeOf } from '../check/ranges.js';

export function originOf(node: AstNode): SourceRange {
  const { start, end } = rangeOf(node);
  return {
    uri: AstUtils.findRootNode(node).$document?.uri.toString() ?? '',
    start: { line: start.line, character: start.character },
    end: { line: end.line, character: end.character },
  };
}
