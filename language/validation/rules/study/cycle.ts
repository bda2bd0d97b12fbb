import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { refText, type ModelView, type Study } from '../../model-view.js';

export const studyCycle = diagnostic({
  code: 'study/cycle',
  severity: 'error',
  title: 'Studies that wait for each other',
  doc: '`start = NAME` begins from the final state of another study, `study = NAME` repeats one. A chain of these must end at a study that begins from the initial state.',
  bad: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady a { start = b }\nsteady b { start = a }\n',
  good: 'solid steel { conductivity = 50 W/(m*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\nsteady a\nsteady b { start = a }\n',
});

export function* studiesMustNotWaitForEachOther(study: Study, model: ModelView): Findings {
  for (const property of model.properties(study, 'start', 'study')) {
    const seen = new Set<Study>([study]);
    const names = [study.name];
    for (let next = model.studyNamed(refText(property.value)); next; next = follow(next, model)) {
      names.push(next.name);
      if (next === study) {
        yield {
          at: part(property, 'value'),
          message: `${study.name} waits for itself: ${names.join(' → ')}.`,
          advice: 'let one of them begin from the initial state',
        };
        break;
      }
      if (seen.has(next)) break;
      seen.add(next);
    }
  }
}
const follow = (study: Study, model: ModelView): Study | undefined =>
  model.studyNamed(refText(model.properties(study, 'start', 'study')[0]?.value));
