import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import type * as ast from '../../../generated/ast.js';

export const sliderRange = diagnostic({
  code: 'limit/slider',
  severity: 'error',
  title: 'Parameter outside its own range',
  doc: 'A parameter `param hot = 30 degC from 20 degC to 60 degC` lies between its ends, and the lower end comes first.',
  bad: 'param hot = 70 degC from 20 degC to 60 degC\n',
  good: 'param hot = 30 degC from 20 degC to 60 degC\n',
});

export function* parameterMustLieInItsRange(param: ast.Param, model: ModelView): Findings {
  const [value, low, high] = [model.number(param.value), model.number(param.low), model.number(param.high)];
  if (low === undefined || high === undefined) return;
  if (low >= high) {
    const edits = [replace(part(param, 'low'), cstText(param.high!)), replace(part(param, 'high'), cstText(param.low!))];
    yield {
      at: part(param, 'high'),
      message: `The range of ${param.name} ends where it begins, or before.`,
      advice: 'write the lower end first',
      fixes: low > high ? [{ title: 'Swap the ends', edits }] : [],
    };
    return;
  }
  if (value === undefined || (value >= low && value <= high)) return;
  const end = value < low ? 'low' : 'high';
  yield {
    at: part(param, 'value'),
    message: `${param.name} = ${cstText(param.value!)} lies outside its range ${cstText(param.low!)} to ${cstText(param.high!)}.`,
    advice: 'widen the range or change the value',
    fixes: [{ title: 'Widen the range', edits: [replace(part(param, end), cstText(param.value!))] }],
  };
}
