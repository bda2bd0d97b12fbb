import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { isStudy, refText, type ModelView, type Study } from '../../model-view.js';
import { cstText } from '../../text.js';
import * as ast from '../../../generated/ast.js';

export const timeOutside = diagnostic({
  code: 'study/time-outside',
  severity: 'error',
  title: 'Time outside the study',
  doc: 'A transient runs from 0 to `until`. Profiles, expectations and outputs (`times`, `every`) can be taken only in between; a steady study has no time at all.',
  bad: 'solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\ntransient warm { until = 10 s }\nplot T over x of warm at 0 s, 1 min\n',
  good: 'solid steel { conductivity = 50 W/(m*K); density = 7800 kg/m^3; heat_capacity = 500 J/(kg*K) }\ngeometry slab { length = 1 cm; medium = steel }\ninitial { temperature = 20 degC }\nboundary left { temperature = 30 degC }\ntransient warm { until = 10 s }\nplot T over x of warm at 0 s, 5 s\n',
});

export function* timesMustLieInTheStudy(node: ast.Plot | ast.Expect, model: ModelView): Findings {
  const places = ast.isPlot(node) ? node.places : node.place ? [node.place] : [];
  if (ast.isPlot(node) && refText(node.axis) === 't') return;
  const named = (ast.isPlot(node) ? node.studies.map((s) => s.ref) : [node.study?.ref]).filter(isStudy);
  const studies = named.length > 0 ? named : model.studies;
  for (const place of places) {
    if (place.key !== undefined) continue;
    if (named.length > 0 && named.every((s) => ast.isSteady(s))) {
      yield {
        at: place,
        message: `${named[0]!.name} is steady: it has no time.`,
        advice: 'leave at out',
        related: [{ at: part(named[0]!, 'name'), message: 'declared here' }],
      };
      continue;
    }
    const time = model.number(place.value);
    const ends = studies.filter(ast.isTransient).map((s) => [s, endOf(s, model)] as const);
    if (time === undefined || ends.length === 0 || ends.some(([, end]) => end === undefined)) continue;
    const longest = ends.reduce((a, b) => (b[1]! > a[1]! ? b : a));
    if (time >= 0 && time <= longest[1]! * (1 + 1e-12)) continue;
    const until = model.property(longest[0], 'until')!;
    yield {
      at: place,
      message: time < 0 ? 'A study begins at 0 s.' : `${longest[0].name} ends at ${cstText(until.value!)}, before ${cstText(place)}.`,
      advice: time < 0 ? 'choose a time from 0 on' : 'choose an earlier time, or let the study run longer',
      related: time < 0 ? [] : [{ at: part(until, 'value'), message: 'it ends here' }],
    };
  }
}
/** `times = list(…)`, the ends of `linspace(…)` and `logspace(…)`, and the first step of `every`. */
export function* outputsMustLieInTheStudy(study: ast.Transient, model: ModelView): Findings {
  const until = model.property(study, 'until');
  const end = endOf(study, model);
  const times = model.property(study, 'times')?.value;
  const every = model.property(study, 'every')?.value;
  if (!until?.value || end === undefined) return;
  const listed = ast.isCall(times)
    ? times.args.map(({ value }) => value).slice(0, times.callee.$refText === 'list' ? undefined : 2)
    : [times];
  for (const at of [...listed, every]) {
    const time = model.number(at);
    if (!at || time === undefined || time <= end * (1 + 1e-12)) continue;
    yield {
      at,
      message: `${study.name} ends at ${cstText(until.value)}, before ${cstText(at)}.`,
      advice: 'choose an earlier time, or let the study run longer',
      related: [{ at: part(until, 'value'), message: 'it ends here' }],
    };
  }
}
const endOf = (study: Study, model: ModelView): number | undefined => model.number(model.property(study, 'until')?.value);
