/** Numbers and units under the cursor: what a literal is in SI, what a unit measures. */
import type * as ast from '../../generated/ast.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { differenceToSi } from '../../units/convert.js';
import { parseUnit } from '../../units/parse.js';
import { dimensionInWords, siUnit, typeset, unitOrUndefined } from '../../units/spelling.js';
import { literalAround } from '../code-actions/literal.js';
import { literalValue } from '../../check/value.js';
import { code } from './coefficient.js';

export function unitHover(text: string): string[] {
  const result = parseUnit(text);
  if ('error' in result) return [];
  const { unit } = result;
  const si = siUnit(unit.dimension);
  const zero = unit.zero === 0 ? '' : ` + ${numeral(unit.zero, 6)}`;
  const isSi = unit.factor === 1 && unit.zero === 0;
  return [
    `**${typeset(text)}**: ${dimensionInWords(unit.dimension)}`,
    ...(isSi ? [] : [`SI value = number · ${numeral(unit.factor, 12)}${zero}${si === '1' ? '' : ` ${typeset(si)}`}`]),
  ];
}

export function literalHover(quantity: ast.Quantity): string[] {
  const literal = literalAround(quantity);
  const unit = unitOrUndefined(quantity.unit);
  if (!literal || !unit) return [];
  const si = literalValue(quantity, literal.value < 0);
  if (si === undefined) return [];
  return [
    `${code(literal.node.$cstNode?.text ?? '')} = ${siText(si, siUnit(unit.dimension))}${quantity.uncertainty === undefined ? '' : ` ± ${siText(differenceToSi(quantity.uncertainty, unit), siUnit(unit.dimension))}`}`,
  ];
}
export const siText = (value: number, unit: string): string =>
  `${numeral(value, 7)}${unit === '1' || unit === '' ? '' : ` ${typeset(unit)}`}`;
