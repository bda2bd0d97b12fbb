import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import * as ast from '../../../generated/ast.js';

export const badExpectation = diagnostic({
  code: 'study/expectation',
  severity: 'error',
  title: 'Expectation that cannot be judged',
  doc: 'An expectation says what must hold: `is VALUE within TOLERANCE`, `above`, `below`. A tolerance in `%` is relative to the wanted value and therefore means nothing when that is 0; any other tolerance is absolute in the unit of the measure.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure drop = value(T, left) - value(T, right)\nexpect drop is 0 K within 2 %\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\nmeasure drop = value(T, left) - value(T, right)\nexpect drop is 0 K within 0.1 K\n',
});

export function* expectationMustBeJudgeable(expect: ast.Expect, model: ModelView): Findings {
  if (!expect.target && !expect.low && !expect.high) {
    yield { at: expect, message: 'This expectation expects nothing.', advice: 'add is VALUE within TOLERANCE, above VALUE or below VALUE' };
    return;
  }
  if (expect.target && !expect.tolerance) {
    yield { at: expect.target, message: 'How close must it be?', advice: 'add within 1 % or within an absolute tolerance' };
  }
  const tolerance = expect.tolerance;
  const relative = ast.isQuantity(tolerance) && tolerance.unit === '%';
  const size = model.number(tolerance);
  if (relative && model.number(expect.target) === 0) {
    yield {
      at: tolerance,
      message: `${cstText(tolerance)} of 0 is 0: a relative tolerance means nothing when 0 is wanted.`,
      advice: 'give the tolerance in the unit of the measure',
    };
  } else if (size !== undefined && size <= 0) {
    yield { at: tolerance!, message: 'A tolerance is above 0.', advice: 'no computed number is exact' };
  }
  const [low, high] = [model.number(expect.low), model.number(expect.high)];
  if (low !== undefined && high !== undefined && low >= high) {
    yield {
      at: expect.high!,
      message: `Nothing is above ${cstText(expect.low!)} and below ${cstText(expect.high!)}.`,
      advice: 'swap the two',
      fixes:
        low > high
          ? [{ title: 'Swap the two', edits: [replace(expect.low!, cstText(expect.high!)), replace(expect.high!, cstText(expect.low!))] }]
          : [],
    };
  }
}
