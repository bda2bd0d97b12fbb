import { diagnostic } from '../../diagnostic.js';
import { head, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { argumentNames, type Block, type ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const propertyTwice = diagnostic({
  code: 'name/property-twice',
  severity: 'error',
  title: 'Property given twice',
  doc: 'A block states each property once (once per component). Two statements of the same property would leave open which one holds.',
  bad: 'solid steel { conductivity = 50 W/(m*K); conductivity = 45 W/(m*K) }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\n',
});

/** `diffusion(A, B)` and `diffusion(B, A)` are two entries of a matrix, hence different. */
export function* propertyMustBeGivenOnce(property: ast.Property, model: ModelView): Findings {
  const block: Block = property.$container;
  const first = model.property(block, property.key, ...argumentNames(property));
  if (!first || first === property) return;
  const name = property.$cstNode && `${property.key}${property.args.length ? `(${argumentNames(property).join(', ')})` : ''}`;
  yield {
    at: head(property),
    message: `${name} is already given in this block.`,
    advice: 'keep one of the two',
    related: [{ at: head(first), message: 'given here first' }],
    fixes: [
      { title: 'Remove this one', edits: [remove(property)] },
      { title: 'Remove the first one', edits: [remove(first)] },
    ],
  };
}
