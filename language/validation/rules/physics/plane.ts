import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type * as ast from '../../../generated/ast.js';

export const twoDimensions = diagnostic({
  code: 'physics/two-dimensions',
  severity: 'error',
  title: 'Two dimensions are not solved yet',
  doc: 'The language knows the word `rectangle`, with `width`, `height`, `y`, `bottom` and `top`, but the equations are solved along one coordinate only. No study of the file runs, rather than one that leaves half of the geometry out. Where the walls at the two ends decide, and nothing changes along them, write a `slab` whose `length` is the distance between these walls.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry rectangle { width = 1 cm; height = 2 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\n',
});

export function* geometryMustHaveOneCoordinate(geometry: ast.Geometry): Findings {
  if (geometry.shape !== 'rectangle') return;
  yield {
    at: part(geometry, 'shape'),
    message: 'A rectangle has two dimensions, which are not solved yet.',
    advice: 'use a slab between the two walls that matter; its length is the distance between them',
  };
}
