import { catalogue, isPropertyName, usesIn } from '../../../../solver/quantities/catalogue.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { blockKind } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const misplacedProperty = diagnostic({
  code: 'name/misplaced-property',
  severity: 'error',
  title: 'Property of another block or of another kind of medium',
  doc: 'Each property belongs to certain blocks: the thermophoretic coefficient to a suspension, the thermal diffusion ratio to a mixture, a composition to nothing in a solid. A property that the block cannot use would have no effect.',
  bad: 'solid steel { conductivity = 50 W/(m*K); diffusion = 1e-12 m^2/s }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\n',
});

export function* propertyMustBelongToItsBlock(property: ast.Property): Findings {
  const kind = blockKind(property.$container);
  if (!isPropertyName(property.key) || usesIn(property.key, kind).length > 0) return;
  const record = catalogue[property.key];
  const blocks = [...new Set(record.uses.flatMap((use) => use.in))];
  yield {
    at: part(property, 'key'),
    message: `${/^i/.test(kind) ? 'An' : 'A'} ${kind} has no ${property.key} (${record.title}).`,
    advice: `${property.key} belongs to ${/^i/.test(blocks[0]!) ? 'an' : 'a'} ${blocks.join(', ')}`,
    fixes: [{ title: `Remove ${property.key}`, edits: [remove(property)] }],
  };
}
