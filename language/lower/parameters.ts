/** Params stay names in formulas: sliders, sweeps and fits change their values without a new lowering. */
import type { Parameter, WrittenUnit } from '../../solver/problem.js';
import { dimensionless } from '../../solver/quantities/dimension.js';
import { signedLiteral } from '../check/rules/temperature.js';
import type * as ast from '../generated/ast.js';
import { siUnit, unitOrUndefined } from '../units/spelling.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';
import { uncertaintyOf } from './uncertainties.js';

export function lowerParameter(param: ast.Param, lowering: Lowering): Parameter {
  const { check } = lowering;
  const origin = originOf(param);
  const value = check.valueOf(param.value);
  if (value === undefined) lowering.problem('name/misplaced', `The value of ${param.name} must be known before a run.`, origin);
  const unit = siUnit(check.typeOfNamed(param)?.dimension ?? dimensionless);
  return {
    name: lowering.parameterName(param),
    value: value ?? NaN,
    uncertainty: uncertaintyOf(param.value),
    low: check.valueOf(param.low),
    high: check.valueOf(param.high),
    unit,
    written: writtenUnit(param.value, unit),
    origin,
  };
}
function writtenUnit(value: ast.Expr | undefined, si: string): WrittenUnit {
  const text = signedLiteral(value)?.unit ?? si;
  const unit = unitOrUndefined(text);
  return { text, factor: unit?.factor ?? 1, offset: unit?.zero ?? 0 };
}
