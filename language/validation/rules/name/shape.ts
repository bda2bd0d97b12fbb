import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { didYouMean, nearest } from '../../nearest.js';
import { isShape, shapes } from '../../../catalogue/places.js';
import type * as ast from '../../../generated/ast.js';

export const unknownShape = diagnostic({
  code: 'name/shape',
  severity: 'error',
  title: 'Unknown shape',
  doc: 'A geometry is a `slab` (between two plates), a `cylinder` or a `sphere` (radial).',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry cube { length = 1 mm; medium = steel }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 mm; medium = steel }\n',
});

export function* shapeMustBeKnown(geometry: ast.Geometry): Findings {
  if (isShape(geometry.shape)) return;
  const names = Object.keys(shapes).filter((shape) => shape !== 'rectangle'); // not solved yet
  const meant = nearest(geometry.shape, names);
  yield {
    at: part(geometry, 'shape'),
    message: `There is no shape called ${geometry.shape}.`,
    advice: didYouMean(meant) ?? `the shapes are ${names.join(', ')}`,
    fixes: (meant ? [meant] : names).map((s) => renamed(part(geometry, 'shape'), s, `Use ${s}`)),
  };
}
