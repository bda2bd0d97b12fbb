/** Arguments that are no values: substances, sides, places. */
import { builtin } from '../../catalogue/builtins.js';
import type * as ast from '../../generated/ast.js';
import type { Judge } from '../judge.js';
import { rangeOf, textOf } from '../ranges.js';
import { wantQuantity } from './expected.js';

const isSubstance = (node: ast.Named | undefined): boolean => node?.$type === 'Species' || node?.$type === 'Particle';

export function substanceArgument({ value }: ast.Argument, judge: Judge): void {
  // an unknown name has its own diagnostic
  if (value?.$type === 'Ref' && (value.target.ref === undefined || isSubstance(value.target.ref))) return;
  if (value)
    judge.report({
      code: 'name/misplaced',
      severity: 'error',
      range: rangeOf(value),
      message: `The name of a species or particle is wanted here, not ${textOf(value)}.`,
    });
}

export const isPlaceName = (expr: ast.Expr): boolean => expr.$type === 'Ref' && builtin(expr.target.$refText, false)?.category === 'place';

export function sideArgument({ value }: ast.Argument, judge: Judge): void {
  if (!value || isPlaceName(value) || (value.$type === 'Ref' && value.target.ref === undefined)) return;
  judge.report({
    code: 'name/misplaced',
    severity: 'error',
    range: rangeOf(value),
    message: `A boundary is wanted here (left, right, inner, outer, bottom, top), not ${textOf(value)}.`,
  });
}

/** `left`, or coordinates by name: `x = 0.3 mm`, `x = …, y = …`. */
export function placeArguments(places: readonly ast.Argument[], judge: Judge): void {
  for (const place of places) {
    if (!place.value) continue;
    if (place.key === undefined) sideArgument(place, judge);
    else wantQuantity(place.key, ['length'], place.value, judge.typeOf(place.value), judge);
  }
}
