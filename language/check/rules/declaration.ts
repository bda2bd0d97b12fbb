/** Declarations beside blocks: params, lets, measures, plots, expectations. */
import type * as ast from '../../generated/ast.js';
import type { Judge } from '../judge.js';
import { rangeOf, textOf } from '../ranges.js';
import { wantNumber } from './arithmetic.js';
import { want, wantedLike, wantQuantity } from './expected.js';
import { isPlaceName, placeArguments } from './places.js';

export function checkDeclaration(declaration: ast.Declaration, judge: Judge): void {
  switch (declaration.$type) {
    case 'Param':
      checkParam(declaration, judge);
      return;
    case 'Let':
      checkLet(declaration, judge);
      return;
    case 'Measure':
      if (declaration.value) wantNumber(declaration.value, judge.typeOfNamed(declaration), judge);
      return;
    case 'Plot':
      checkPlot(declaration, judge);
      return;
    case 'Expect':
      checkExpect(declaration, judge);
      return;
    case 'Correlation': {
      const { value } = declaration;
      if (value) wantQuantity('A correlation', ['number'], value, judge.typeOf(value), judge);
    }
  }
}

/** A let may also name a condition or a list. */
function checkLet(declaration: ast.Let, judge: Judge): void {
  const type = judge.typeOfNamed(declaration);
  if (declaration.value && type && !type.logical && type.form !== 'list' && type.form !== 'range')
    wantNumber(declaration.value, type, judge);
}

function checkParam(param: ast.Param, judge: Judge): void {
  const type = judge.typeOfNamed(param);
  if (param.value && !wantNumber(param.value, type, judge)) return;
  for (const [end, words] of [
    [param.low, 'lower'],
    [param.high, 'upper'],
  ] as const) {
    const own = judge.typeOf(end);
    if (end && own && type) want(`The ${words} end of ${param.name}`, [wantedLike(param.name, type)], end, own, judge);
  }
}

function checkPlot(plot: ast.Plot, judge: Judge): void {
  for (const series of plot.series) wantNumber(series, judge.typeOf(series), judge);
  const { axis } = plot;
  if (axis && axis.$type !== 'Ref')
    judge.report({
      code: 'name/misplaced',
      severity: 'error',
      range: rangeOf(axis),
      message: `A plot is over t, a coordinate or a param, not over ${textOf(axis)}.`,
    });
  else if (axis) judge.typeOf(axis);
  for (const place of plot.places) checkMoment(place, judge);
}
/** `at 10 s, end, left, x = 0.3 mm`. */
function checkMoment(place: ast.Argument, judge: Judge): void {
  const { value } = place;
  if (!value) return;
  if (place.key !== undefined) placeArguments([place], judge);
  else if (!isPlaceName(value)) wantQuantity('A time after at', ['time'], value, judge.typeOf(value), judge);
}

function checkExpect(expect: ast.Expect, judge: Judge): void {
  const type = judge.typeOf(expect.value);
  const known = wantNumber(expect.value, type, judge);
  if (expect.place) checkMoment(expect.place, judge);
  for (const [bound, words] of [
    [expect.target, 'The expected value'],
    [expect.low, 'The lower bound'],
    [expect.high, 'The upper bound'],
  ] as const) {
    const own = judge.typeOf(bound);
    if (bound && own && known) want(words, [wantedLike(textOf(expect.value), type)], bound, own, judge);
  }
  const tolerance = judge.typeOf(expect.tolerance);
  if (!expect.tolerance || !tolerance || !known || isRelative(expect.tolerance)) return;
  const difference = { ...type, temperature: type.temperature && ('difference' as const) };
  want('The tolerance', [wantedLike(textOf(expect.value), difference)], expect.tolerance, tolerance, judge, () => ({
    advice: 'a tolerance with % is relative to the expected value',
    fixes: [],
  }));
}
/** `within 2 %` is relative; any other tolerance has the dimension of the measure. */
export function isRelative(tolerance: ast.Expr): boolean {
  const inner = tolerance.$type === 'Group' ? tolerance.inner : tolerance;
  return inner.$type === 'Quantity' && inner.unit === '%';
}
