import { diagnostic } from '../../diagnostic.js';
import { head, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { argumentNames, type ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const missingAmbient = diagnostic({
  code: 'missing/ambient',
  severity: 'error',
  title: 'Transfer coefficient without ambient value, or the reverse',
  doc: 'A transfer through a wall is coefficient × difference: `heat_transfer` goes with `ambient`, `mass_transfer(A)` with `ambient(A)`. One without the other says nothing.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { heat_transfer = 10 W/(m^2*K) }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { heat_transfer = 10 W/(m^2*K); ambient = 20 degC }\n',
});

export function* transferMustComeWithItsAmbient(boundary: ast.Boundary, model: ModelView): Findings {
  for (const property of boundary.properties) {
    const of = argumentNames(property);
    const partner =
      property.key === 'ambient'
        ? of.length
          ? 'mass_transfer'
          : 'heat_transfer'
        : property.key === 'heat_transfer' || property.key === 'mass_transfer'
          ? 'ambient'
          : undefined;
    if (!partner || model.property(boundary, partner, ...of)) continue;
    const wanted = `${partner}${of.length ? `(${of.join(', ')})` : ''}`;
    yield {
      at: head(property),
      message: `${property.key} has no effect without ${wanted}.`,
      advice: `add ${wanted} = … to this boundary`,
      fixes: [{ title: `Remove ${property.key}`, edits: [remove(property)] }],
    };
  }
}
