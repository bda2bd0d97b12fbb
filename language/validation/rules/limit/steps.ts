import { diagnostic } from '../../diagnostic.js';
import { part, rangeOf, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import type * as ast from '../../../generated/ast.js';

/** Each output keeps a profile of every field: more than this fills the memory and no screen. */
export const mostOutputs = 100_000;

const model = (every: string) =>
  `solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\ntransient warm { until = 1 h; every = ${every} }\n`;

export const tooManyOutputs = diagnostic({
  code: 'limit/outputs',
  severity: 'error',
  title: 'More outputs than a run can hold',
  doc: 'A transient keeps a profile of every field at each output, up to 100 000 of them. The solver chooses its own, much finer steps where it needs them; `every` only says what is kept.',
  bad: model('1 ms'),
  good: model('10 s'),
});

export function* outputsMustBeFewEnough(study: ast.Transient, view: ModelView): Findings {
  const every = view.property(study, 'every');
  const [interval, end] = [view.number(every?.value), view.number(view.property(study, 'until')?.value)];
  if (!every || interval === undefined || end === undefined || !(interval > 0)) return;
  const count = end / interval;
  if (count <= mostOutputs) return;
  yield {
    at: part(every, 'value'),
    message: `This asks for ${numeral(count, 3)} outputs, but a run can hold ${numeral(mostOutputs, 6)}.`,
    advice: `every ${numeral(end / 1000, 3)} s gives a thousand; the solver's own steps are not bound to it`,
    fixes: [
      {
        title: `Write ${numeral(end / 1000, 3)} s`,
        edits: [{ range: rangeOf(part(every, 'value')), newText: `${numeral(end / 1000, 3)} s` }],
      },
      { title: 'Remove every', edits: [remove(every)] },
    ],
  };
}
