import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { refText, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const studyKind = diagnostic({
  code: 'study/kind',
  severity: 'error',
  title: 'Study of a kind that cannot be repeated or continued',
  doc: 'A sweep or a fit repeats a steady or a transient study, and a study can `start` only from one of those: a sweep has no single final state.',
  bad: 'param hot = 30 degC from 20 degC to 60 degC\nsolid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = hot }\nsteady rest\nsweep map { study = rest; vary(hot) = linspace(20 degC, 60 degC, 5) }\nsteady again { start = map }\n',
  good: 'param hot = 30 degC from 20 degC to 60 degC\nsolid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = hot }\nsteady rest\nsweep map { study = rest; vary(hot) = linspace(20 degC, 60 degC, 5) }\nsteady again { start = rest }\n',
});

export function* repeatedStudyMustBeSteadyOrTransient(property: ast.Property, model: ModelView): Findings {
  if (property.key !== 'study' && property.key !== 'start') return;
  const study = model.studyNamed(refText(property.value));
  if (!study || ast.isSteady(study) || ast.isTransient(study)) return;
  yield {
    at: part(property, 'value'),
    message: `${property.key} takes a steady or a transient study, but ${study.name} is a ${study.$type.toLowerCase()}.`,
    advice: 'name the study that it repeats',
    related: [{ at: part(study, 'name'), message: `${study.name} is declared here` }],
  };
}
