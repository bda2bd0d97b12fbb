import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { isRadial } from '../../sizes.js';
import type * as ast from '../../../generated/ast.js';

export const gravityDirection = diagnostic({
  code: 'physics/gravity',
  severity: 'error',
  title: 'Gravity in a radial geometry',
  doc: 'Gravity points to −x in a slab (left is the bottom). Across the radius of a cylinder or sphere it would break the symmetry that makes the problem one-dimensional.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry cylinder { outer_radius = 1 cm; medium = steel; gravity = 9.81 m/s^2 }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel; gravity = 9.81 m/s^2 }\n',
});

export function* gravityMustHaveADirection(geometry: ast.Geometry, model: ModelView): Findings {
  const gravity = model.property(geometry, 'gravity');
  if (!gravity || !isRadial(geometry.shape) || model.number(gravity.value) === 0) return;
  yield {
    at: head(gravity),
    message: `Gravity has no direction along the radius of a ${geometry.shape}.`,
    advice: 'use a slab (left is the bottom), or remove it',
    related: [{ at: part(geometry, 'shape'), message: 'the geometry' }],
    fixes: [{ title: 'Remove gravity', edits: [remove(gravity)] }],
  };
}
