import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { isStudy, refText, type ModelView, type Study } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const cannotDraw = diagnostic({
  code: 'study/cannot-draw',
  severity: 'error',
  title: 'Study that cannot draw this plot',
  doc: 'A steady study has profiles but no time; a transient has both; a sweep has measures over the parameter that it varies; a fit draws itself. A plot without `of` is drawn by every study that can, so at least one must be able to.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure level = mean(T)\nplot level over t of rest\n',
  good: 'solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\ntransient warm { until = 1 s }\nmeasure level = mean(T)\nplot level over t of warm\n',
});

export function* studyMustBeAbleToDrawThePlot(plot: ast.Plot, model: ModelView): Findings {
  const axis = refText(plot.axis);
  if (axis === undefined) return;
  for (const [i, reference] of plot.studies.entries()) {
    const study = reference.ref;
    const reason = isStudy(study) ? whyNot(study, axis, model) : undefined;
    if (!reason || !isStudy(study)) continue;
    yield {
      at: part(plot, 'studies', i),
      message: `${study.name} cannot draw this: ${reason}.`,
      advice: able(axis, model),
      related: [{ at: part(study, 'name'), message: `${study.name} is declared here` }],
    };
  }
  if (plot.studies.length > 0 || model.studies.length === 0) return;
  if (model.studies.every((study) => whyNot(study, axis, model) !== undefined)) {
    yield {
      at: plot.axis!,
      message: `No study of this file can draw a plot over ${axis}: ${whyNot(model.studies[0]!, axis, model)}.`,
      advice: able(axis, model),
    };
  }
}
function whyNot(study: Study, axis: string, model: ModelView): string | undefined {
  if (ast.isParam(model.named(axis))) {
    if (!ast.isSweep(study)) return `a ${study.$type.toLowerCase()} study does not vary ${axis}`;
    return model.properties(study, 'vary').some((p) => p.args[0]?.$refText === axis) ? undefined : `it does not vary ${axis}`;
  }
  if (ast.isSweep(study)) return 'a sweep has measures over its parameter, no profiles and no time series';
  if (ast.isFit(study)) return 'a fit draws its own data and curve';
  return axis === 't' && ast.isSteady(study) ? 'a steady study has no time' : undefined;
}
function able(axis: string, model: ModelView): string {
  const names = model.studies.filter((s) => whyNot(s, axis, model) === undefined).map((s) => s.name);
  return names.length > 0 ? `write of ${names.join(' or of ')}` : axis === 't' ? 'declare a transient study' : 'plot over another axis';
}
