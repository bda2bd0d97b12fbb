import type { AstNode } from 'langium';
import { diagnostic } from '../../diagnostic.js';
import { dependenciesOf } from '../../dependence.js';
import type { Findings } from '../../finding.js';
import { refText, type ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import * as ast from '../../../generated/ast.js';

export const notAScalar = diagnostic({
  code: 'study/not-a-scalar',
  severity: 'error',
  title: 'Field where a number is wanted, or the reverse',
  doc: 'A measure, an expectation and a curve over time are single numbers: take a field at a place (`value(T, left)`), or its `mean`, `max`, `integral`. A profile over a coordinate needs a field; a measure has no place.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure level = T\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure level = mean(T)\n',
});

/** Fields outside of every functional. */
function* bareFields(expr: ast.Expr, model: ModelView): Generator<ast.Ref | ast.Call> {
  for (const { node, source } of dependenciesOf(expr, model)) {
    if ((source === 'state' || source === 'place') && !insideFunctional(node, expr, model)) yield node;
  }
}
function insideFunctional(node: ast.Expr, within: ast.Expr, model: ModelView): boolean {
  for (let at: AstNode | undefined = node.$container; at && at !== within.$container; at = at.$container) {
    if (ast.isCall(at) && [...dependenciesOf(at, model)].some((d) => d.node === at && d.source === 'solution')) {
      return true;
    }
  }
  return false;
}
export function* measureMustBeANumber(node: ast.Measure | ast.Expect, model: ModelView): Findings {
  if (!node.value) return;
  const field = [...bareFields(node.value, model)][0];
  if (!field) return;
  const text = cstText(field);
  yield {
    at: field,
    message: `${text} has a value at every place, but ${ast.isMeasure(node) ? `the measure ${node.name}` : 'an expectation'} is one number.`,
    advice: `write value(${text}, left), mean(${text}), max(${text}) or integral(${text})`,
  };
}
export function* seriesMustFitItsAxis(plot: ast.Plot, model: ModelView): Findings {
  const axis = refText(plot.axis);
  if (axis === undefined) return;
  const overPlace = ['x', 'y', 'r'].includes(axis);
  for (const series of plot.series) {
    const field = [...bareFields(series, model)][0];
    if (overPlace && !field && [...dependenciesOf(series, model)].some((d) => d.source === 'solution')) {
      yield {
        at: series,
        message: `${cstText(series)} is one number, not a profile over ${axis}.`,
        advice: 'plot it over t or over a swept parameter, or plot a field such as T',
      };
    }
    if (!overPlace && field && !(axis === 't' && plot.places.length > 0)) {
      yield {
        at: series,
        message: `${cstText(series)} has a value at every place; over ${axis} it needs one place.`,
        advice: axis === 't' ? `add at left, or write value(${cstText(series)}, left)` : `write value(${cstText(series)}, left)`,
      };
    }
  }
}
