/** Studies. */
import { number, type Formula } from '../../solver/formula.js';
import type { FitStudy, SteadyStudy, Study, SweepStudy, TransientStudy } from '../../solver/problem.js';
import * as ast from '../generated/ast.js';
import { lowerFormula } from './formula.js';
import { listValues } from './lists.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

const valueIn = (study: ast.Study, key: string): ast.Expr | undefined => study.properties.find((p) => p.key === key)?.value;
const nameIn = (study: ast.Study, key: string): string | undefined => {
  const value = valueIn(study, key);
  return value?.$type === 'Ref' ? value.target.$refText : undefined;
};

const propagations = ['linear', 'monte_carlo', 'off'] as const;

/** `wanted`: times that plots and expectations ask of this study. */
export function lowerStudy(study: ast.Study, wanted: readonly Formula[], lowering: Lowering): Study {
  switch (study.$type) {
    case 'Steady':
      return { kind: 'steady', ...common(study, lowering) } satisfies SteadyStudy;
    case 'Transient':
      return lowerTransient(study, wanted, lowering);
    case 'Sweep':
      return lowerSweep(study, lowering);
    case 'Fit':
      return lowerFit(study, lowering);
  }
}

const common = (study: ast.Study, lowering: Lowering) => ({
  name: study.name,
  tolerance: lowering.check.valueOf(valueIn(study, 'tolerance')),
  set: study.properties.flatMap((p) => {
    const param = p.args[0]?.ref;
    return p.key === 'set' && p.value && ast.isParam(param)
      ? [{ parameter: lowering.parameterName(param), value: lowerFormula(p.value, lowering) }]
      : [];
  }),
  start: nameIn(study, 'start'),
  propagation: propagations.find((word) => word === nameIn(study, 'propagation')),
  samples: lowering.check.valueOf(valueIn(study, 'samples')),
  origin: originOf(study),
});

function lowerTransient(study: ast.Transient, wanted: readonly Formula[], lowering: Lowering): TransientStudy {
  const shared = common(study, lowering);
  const until = valueIn(study, 'until');
  if (!until) lowering.problem('missing/property', `The transient ${study.name} needs until = … (its end time).`, shared.origin);
  const every = valueIn(study, 'every');
  const times = valueIn(study, 'times');
  return {
    kind: 'transient',
    ...shared,
    until: lowerFormula(until, lowering),
    every: every && lowerFormula(every, lowering),
    times: [...(times ? valuesOf(times, lowering).map(number) : []), ...wanted],
    instantHeat: nameIn(study, 'temperature') === 'instant',
  };
}

function valuesOf(expr: ast.Expr, lowering: Lowering): readonly number[] {
  const values = listValues(expr, lowering.check);
  if (typeof values !== 'string') return values;
  lowering.problem('study/list', `${expr.$cstNode?.text ?? 'This'}: ${values}.`, originOf(expr));
  return [];
}
function varied(study: ast.Sweep | ast.Fit, lowering: Lowering) {
  return study.properties.flatMap((property) => {
    const param = property.args[0]?.ref;
    if (property.key !== 'vary' || !property.value || !ast.isParam(param)) return [];
    return [{ parameter: lowering.parameterName(param), values: valuesOf(property.value, lowering), origin: originOf(property) }];
  });
}

function studyOf(study: ast.Sweep | ast.Fit, lowering: Lowering): string {
  const name = nameIn(study, 'study');
  if (name === undefined)
    lowering.problem('missing/property', `${study.name} needs study = … (the study that is repeated).`, originOf(study));
  return name ?? '';
}

const lowerSweep = (study: ast.Sweep, lowering: Lowering): SweepStudy => ({
  kind: 'sweep',
  ...common(study, lowering),
  study: studyOf(study, lowering),
  vary: varied(study, lowering),
  paired: nameIn(study, 'paired') === 'yes',
  interpolate: nameIn(study, 'interpolate') !== 'no',
});

function lowerFit(study: ast.Fit, lowering: Lowering): FitStudy {
  const observations = nameIn(study, 'observations');
  const observe = nameIn(study, 'observe');
  if (observations === undefined)
    lowering.problem('missing/property', `${study.name} needs observations = … (a data block).`, originOf(study));
  if (observe === undefined) lowering.problem('missing/property', `${study.name} needs observe = … (a measure).`, originOf(study));
  return {
    kind: 'fit',
    ...common(study, lowering),
    study: studyOf(study, lowering),
    observations: observations ?? '',
    observe: observe ?? '',
    vary: varied(study, lowering).map(({ parameter, values, origin }) => ({
      parameter,
      low: values[0] ?? NaN,
      high: values[1] ?? NaN,
      origin,
    })),
    loss: nameIn(study, 'loss') === 'robust' ? 'robust' : 'least_squares',
  };
}
