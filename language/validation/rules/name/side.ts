import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import { isShape, sides, sidesOf } from '../../../catalogue/places.js';
import { isRadial } from '../../sizes.js';
import type * as ast from '../../../generated/ast.js';

export const unknownSide = diagnostic({
  code: 'name/side',
  severity: 'error',
  title: 'Side that the geometry does not have',
  doc: 'A slab has `left` and `right`; a cylinder or sphere `inner` (when it is hollow) and `outer`. A solid cylinder or sphere has only `outer`: its axis is not a wall.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 mm; medium = steel }\nboundary outer { temperature = 20 degC }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 mm; medium = steel }\nboundary right { temperature = 20 degC }\n',
});

export function* sideMustExistInTheGeometry(boundary: ast.Boundary, model: ModelView): Findings {
  const geometry = model.geometry;
  if (geometry && !isShape(geometry.shape)) return;
  const solid = geometry !== undefined && isRadial(geometry.shape) && isSolidCore(geometry, model);
  const known: readonly string[] = geometry && isShape(geometry.shape) ? sidesOf(geometry.shape) : Object.keys(sides);
  const present = known.filter((side) => !(solid && side === 'inner'));
  if (present.includes(boundary.side)) return;
  const meant = nearest(boundary.side, present);
  yield {
    at: part(boundary, 'side'),
    message: geometry
      ? `A ${solid ? 'solid ' : ''}${geometry.shape} has no side called ${boundary.side}.`
      : `There is no side called ${boundary.side}.`,
    advice: [didYouMean(meant), `the sides are ${present.join(', ')}`].filter(Boolean).join(' '),
    related: geometry ? [{ at: part(geometry, 'shape'), message: 'the geometry' }] : [],
    fixes: (meant ? [meant] : present).map((s) => renamed(part(boundary, 'side'), s, `Use ${s}`)),
  };
}
/** No inner radius, or 0: the domain reaches to the axis. */
export function isSolidCore(geometry: ast.Geometry, model: ModelView): boolean {
  const inner = model.property(geometry, 'inner_radius');
  return !inner || model.number(inner.value) === 0;
}
