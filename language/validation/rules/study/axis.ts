import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { refText, type ModelView } from '../../model-view.js';
import { isShape, shapes } from '../../../catalogue/places.js';
import { fields } from '../../../catalogue/fields.js';
import * as ast from '../../../generated/ast.js';

export const plotAxis = diagnostic({
  code: 'study/axis',
  severity: 'error',
  title: 'Axis that the plot cannot have',
  doc: 'A plot runs over a coordinate of the geometry (a profile), over `t` (a transient) or over a parameter that a sweep varies.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nplot T over r\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nplot T over x\n',
});

export function* plotMustRunOverAnAxisThatExists(plot: ast.Plot, model: ModelView): Findings {
  if (!plot.axis) return;
  const name = refText(plot.axis);
  const shape = model.geometry?.shape;
  const axes: readonly string[] = shape !== undefined && isShape(shape) ? shapes[shape].axes : ['x', 'y', 'r'];
  if (name !== undefined && (axes.includes(name) || name === 't' || ast.isParam(model.named(name)))) return;
  const coordinate = name !== undefined && Object.hasOwn(fields, name) && fields[name as keyof typeof fields].category === 'coordinate';
  yield {
    at: plot.axis,
    message: coordinate ? `A ${shape} has no coordinate ${name}.` : 'A plot runs over a coordinate, over t, or over a parameter.',
    advice: `write over ${[...axes, 't'].join(' or over ')}`,
    fixes: axes.map((axis) => renamed(plot.axis!, axis, `over ${axis}`)),
  };
}
