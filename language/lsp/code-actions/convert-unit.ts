/** Refactoring: the same literal in another unit of its dimension, exact to the last digit. */
import { CodeActionKind, type CodeAction } from 'vscode-languageserver-types';
import { isPropertyName, usesIn } from '../../../solver/quantities/catalogue.js';
import { quantities, type QuantityRecord } from '../../../solver/quantities/quantity.js';
import * as ast from '../../generated/ast.js';
import { blockKindOf } from '../../scope/expectation.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { convertNumber, differenceToSi } from '../../units/convert.js';
import type { Unit } from '../../units/parse.js';
import { typeset, unitOrUndefined, unitsFor } from '../../units/spelling.js';
import { action, nodeAt, type ActionContext } from './context.js';
import { literalAround, type Literal } from './literal.js';

export function convertUnit(context: ActionContext): CodeAction[] {
  const quantity = nodeAt(context, ast.isQuantity);
  const literal = quantity && literalAround(quantity);
  const from = unitOrUndefined(literal?.quantity.unit);
  if (!literal || !from) return [];
  return unitsFor(from.dimension).flatMap((text) => {
    if (text === literal.quantity.unit) return [];
    const to = unitOrUndefined(text);
    if (to?.point && !from.point && !isPoint(literal)) return [];
    return [
      action(context, `Convert to ${typeset(text)}`, CodeActionKind.RefactorRewrite, [
        { range: literal.range, newText: converted(literal, from, to, text) },
      ]),
    ];
  });
}

function converted({ value, quantity }: Literal, from: Unit, to: Unit | undefined, text: string): string {
  const error =
    quantity.uncertainty === undefined ? '' : ` +- ${numeral(differenceToSi(quantity.uncertainty, from) / (to?.factor ?? 1), 12)}`;
  return `${convertNumber(value, from, to)}${error}${text === '1' ? '' : ` ${text}`}`;
}

/** A literal that is a whole value where a temperature point is wanted: only there may kelvin become degrees. */
function isPoint({ node }: Literal): boolean {
  const holder = node.$container;
  if (!ast.isProperty(holder) || !isPropertyName(holder.key)) return false;
  return usesIn(holder.key, blockKindOf(holder.$container), holder.args.length).some((use) =>
    use.quantities?.some((name) => name !== 'measure' && name !== 'argument' && (quantities[name] as QuantityRecord).point === true),
  );
}
