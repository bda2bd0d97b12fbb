import { conditionNamed } from '../../../../solver/physics/boundaries/stated.js';
import { diagnostic } from '../../diagnostic.js';
import { head, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { argumentNames } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const boundaryConflict = diagnostic({
  code: 'conflict/boundary',
  severity: 'error',
  title: 'Two conditions on one quantity at one wall',
  doc: 'At a wall either the value or the flux of a quantity is given, not both: a temperature, or a heat flux, or a heat transfer; a composition, or a flux, or a mass transfer, or absorption. The second one would over-determine the problem.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { temperature = 20 degC; heat_flux = 100 W/m^2 }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\nboundary left { temperature = 20 degC }\n',
});

export function* wallMustHaveOneConditionPerQuantity(boundary: ast.Boundary): Findings {
  const first = new Map<string, ast.Property>();
  for (const property of boundary.properties) {
    const condition = conditionNamed(property.key);
    if (!condition) continue;
    const quantity = condition.balance === 'heat' ? 'heat' : argumentNames(property).join();
    const other = first.get(quantity);
    if (!other) {
      first.set(quantity, property);
      continue;
    }
    if (other.key === property.key) continue; // given twice: another rule says so
    yield {
      at: head(property),
      message: `${property.key} and ${other.key} both fix ${quantity} at the boundary ${boundary.side}.`,
      advice: 'keep one of the two',
      related: [{ at: head(other), message: 'the other condition' }],
      fixes: [property, other].map((p) => ({ title: `Remove ${p.key}`, edits: [remove(p)] })),
    };
  }
}
