import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { isStudy, type ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const missingGeometry = diagnostic({
  code: 'missing/geometry',
  severity: 'error',
  title: 'No geometry',
  doc: 'A study needs a place to happen: a `geometry` of some shape, size and medium. Files without studies (a library of materials) need none.',
  bad: 'steady rest\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 20 degC }\nsteady rest\n',
});

export function* studyMustHaveAGeometry(root: ast.Model, model: ModelView): Findings {
  if (model.geometry) return;
  const study = root.declarations.find(isStudy);
  if (!study) return;
  yield {
    at: part(study, 'name'),
    message: `The study ${study.name} has no geometry to run in.`,
    advice: 'declare one: geometry slab { length = 1 mm; medium = … }',
  };
}
