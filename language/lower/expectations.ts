/** Measures and expectations. */
import type { Formula } from '../../solver/formula.js';
import type { Expectation, Measure } from '../../solver/problem.js';
import { dimensionless } from '../../solver/quantities/dimension.js';
import { isRelative } from '../check/rules/declaration.js';
import type * as ast from '../generated/ast.js';
import { siUnit } from '../units/spelling.js';
import { lowerFormula, namedFormula } from './formula.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';
import { momentOf } from './plots.js';

export const lowerMeasure = (measure: ast.Measure, lowering: Lowering): Measure => ({
  name: measure.name,
  formula: namedFormula(measure, lowering),
  unit: siUnit(lowering.check.typeOfNamed(measure)?.dimension ?? dimensionless),
  origin: originOf(measure),
});

/** Study of an expectation: the one it names, or the only one of the file. */
export function studyNameOf(expect: ast.Expect, studies: readonly ast.Study[]): string | undefined {
  if (expect.study) return expect.study.$refText;
  return studies.length === 1 ? studies[0]!.name : undefined;
}
/** Undefined when it takes the last time. */
export function timeOf(expect: ast.Expect, lowering: Lowering): Formula | undefined {
  return (expect.place && momentOf(expect.place, lowering)) ?? undefined;
}

export function lowerExpectation(expect: ast.Expect, studies: readonly ast.Study[], lowering: Lowering): Expectation {
  const origin = originOf(expect);
  const optional = (expr: ast.Expr | undefined) => expr && lowerFormula(expr, lowering);
  const study = studyNameOf(expect, studies);
  const name = (expect.value.$cstNode?.text ?? '').replace(/\s+/g, ' ');
  if (study === undefined) lowering.problem('study/which', `Say of which study ${name} is expected: of …`, origin);
  const tolerance = optional(expect.tolerance);
  return {
    name,
    formula: lowerFormula(expect.value, lowering),
    unit: siUnit(lowering.check.typeOf(expect.value)?.dimension ?? dimensionless),
    study: study ?? '',
    at: timeOf(expect, lowering),
    wanted: optional(expect.target),
    tolerance: tolerance && { kind: isRelative(expect.tolerance!) ? 'relative' : 'absolute', value: tolerance },
    above: optional(expect.low),
    below: optional(expect.high),
    origin,
  };
}
