import { diagnostic } from '../../diagnostic.js';
import type { Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';
import { insertAfter } from '../../fixes.js';

export const whichStudy = diagnostic({
  code: 'study/which',
  severity: 'error',
  title: 'Which study is meant',
  doc: '`of STUDY` may be left out when the file has one study. With several, an expectation says which one it judges.',
  bad: 'solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\ntransient warm { until = 1 s }\nexpect mean(T) is 30 degC within 1 K\n',
  good: 'solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady rest\ntransient warm { until = 1 s }\nexpect mean(T) of rest is 30 degC within 1 K\n',
});

export function* expectationMustNameItsStudy(expect: ast.Expect, model: ModelView): Findings {
  if (expect.study || model.studies.length === 1) return;
  const names = model.studies.map((s) => s.name);
  yield {
    at: expect.value,
    message:
      names.length === 0
        ? 'There is no study whose result this could be.'
        : `The file has ${names.length} studies; say which one is meant.`,
    advice: names.length === 0 ? 'declare one: steady rest' : `write of ${names.join(' or of ')}`,
    fixes: names.slice(0, 6).map((name) => ({ title: `of ${name}`, edits: [insertAfter(expect.value, ` of ${name}`)] })),
  };
}
