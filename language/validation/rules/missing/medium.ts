import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { addTo } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const missingMedium = diagnostic({
  code: 'missing/medium',
  severity: 'error',
  title: 'Geometry without a medium',
  doc: 'A geometry, or each of its layers, says what fills it.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\n',
});

export function* geometryMustHaveAMedium(geometry: ast.Geometry, model: ModelView): Findings {
  if (model.property(geometry, 'medium')) return;
  const fixesFor = (block: ast.Geometry | ast.Layer) =>
    model.media.slice(0, 5).map((m) => ({ title: `Fill it with ${m.name}`, edits: [addTo(block, `medium = ${m.name}`)] }));
  if (geometry.layers.length === 0) {
    yield {
      at: part(geometry, 'shape'),
      message: `Nothing fills the ${geometry.shape}.`,
      advice: 'write medium = and the name of a solution, mixture, suspension or solid',
      fixes: fixesFor(geometry),
    };
  }
  for (const layer of geometry.layers) {
    if (model.property(layer, 'medium')) continue;
    yield {
      at: part(layer, 'name'),
      message: `Nothing fills the layer ${layer.name}.`,
      advice: 'write medium = and the name of a solution, mixture, suspension or solid',
      fixes: fixesFor(layer),
    };
  }
}
