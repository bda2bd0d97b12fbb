import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { remove, replace } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import type * as ast from '../../../generated/ast.js';

/** More cells than this need minutes and gigabytes while the accuracy is long at rounding. */
export const mostCells = 100_000;
/** Spectral elements beyond this order lose digits to rounding. */
export const highestOrder = 32;

export const tooManyCells = diagnostic({
  code: 'limit/cells',
  severity: 'error',
  title: 'More cells than a run can hold',
  doc: 'A mesh may have up to 100 000 cells, and elements up to order 32. Without `cells` the solver chooses the mesh from the wanted accuracy, which is nearly always the better way.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel; cells = 1e9 }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel; cells = 100 }\n',
});

export function* cellsMustBeFewEnough(property: ast.Property, model: ModelView): Findings {
  const most = property.key === 'cells' ? mostCells : property.key === 'order' ? highestOrder : undefined;
  const value = most === undefined ? undefined : model.number(property.value);
  if (most === undefined || value === undefined || value <= most) return;
  yield {
    at: part(property, 'value'),
    message: `${numeral(value, 6)} ${property.key === 'cells' ? 'cells are' : 'is the order; that is'} more than the ${numeral(most, 6)} that a run can hold.`,
    advice: 'leave it out and the solver chooses for the wanted accuracy',
    fixes: [
      { title: `Write ${most}`, edits: [replace(part(property, 'value'), String(most))] },
      { title: `Remove ${property.key}`, edits: [remove(property)] },
    ],
  };
}
