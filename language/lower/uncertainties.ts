/** Numbers stated with `±`: they stay apart in formulas, so that a run can say what they do to its results. */
import { AstUtils } from 'langium';
import { number, type Formula } from '../../solver/formula.js';
import { signedLiteral } from '../check/rules/temperature.js';
import { alongSpine } from '../check/spine.js';
import { literalValue } from '../check/value.js';
import * as ast from '../generated/ast.js';
import { differenceToSi } from '../units/convert.js';
import { unitOrUndefined } from '../units/spelling.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

/** Formula of a literal with its sign. */
export function literalFormula(literal: ast.Quantity, negative: boolean, lowering: Lowering): Formula {
  const value = literalValue(literal, negative) ?? NaN;
  const standard = standardOf(literal);
  if (standard === undefined) return number(value);
  const known = lowering.uncertainties.get(literal);
  const name = known?.name ?? nameOf(literal, lowering);
  if (!known) lowering.uncertainties.set(literal, { name, value, standard, origin: originOf(literal) });
  return { kind: 'number', value, uncertain: name };
}

/** Standard uncertainty of a value that is one literal, in SI. */
export function uncertaintyOf(value: ast.Expr | undefined): number | undefined {
  const literal = signedLiteral(value)?.literal;
  return literal && standardOf(literal);
}
const standardOf = (literal: ast.Quantity): number | undefined =>
  literal.uncertainty === undefined ? undefined : differenceToSi(literal.uncertainty, unitOrUndefined(literal.unit));

/** Does the value of an expression come from a literal with `±`, here or in a let? Params carry their own. */
export function readsUncertain(expr: ast.Expr | undefined, lowering: Lowering): boolean {
  return expr !== undefined && alongSpine(expr, lowering.uncertain, (e) => reads(e, lowering));
}
function reads(expr: ast.Expr, lowering: Lowering): boolean {
  const of = (inner: ast.Expr | undefined) => readsUncertain(inner, lowering);
  switch (expr.$type) {
    case 'Quantity':
      return expr.uncertainty !== undefined;
    case 'Text':
      return false;
    case 'Group':
      return of(expr.inner);
    case 'Signed':
      return of(expr.operand);
    case 'Binary':
      return of(expr.left) || of(expr.right);
    case 'Power':
      return of(expr.base) || of(expr.exponent);
    case 'If':
      return of(expr.condition) || of(expr.then) || of(expr.else);
    case 'Call':
      return expr.args.some((argument) => of(argument.value));
    case 'Ref': {
      const target = expr.target.ref;
      return ast.isLet(target) && of(target.value);
    }
  }
}

/** What it is the value of, as a user calls it; a second one of that name is numbered. */
function nameOf(literal: ast.Quantity, lowering: Lowering): string {
  const taken = new Set([...lowering.uncertainties.values()].map((u) => u.name));
  const own = ownName(literal);
  let name = own;
  for (let count = 2; taken.has(name); count++) name = `${own} (${count})`;
  return name;
}
function ownName(literal: ast.Quantity): string {
  const property = AstUtils.getContainerOfType(literal, ast.isProperty);
  if (property) {
    const { key, args, $container: block } = property;
    const name = args.length > 0 ? `${key}(${args.map((a) => a.$refText).join(', ')})` : key;
    return [...placeOf(block), name].join(' ');
  }
  const named = AstUtils.getContainerOfType(literal, (n) => ast.isLet(n) || ast.isMeasure(n));
  return named?.name ?? literal.$cstNode?.text ?? 'a value';
}
/** Properties of media and geometries speak for themselves; those of sides, layers, species and studies need theirs named. */
function placeOf(block: ast.Property['$container']): string[] {
  if (ast.isBoundary(block)) return [block.side];
  if (ast.isInitial(block)) return ['initial'];
  if (ast.isMedium(block) || ast.isGeometry(block) || !('name' in block)) return [];
  return typeof block.name === 'string' ? [block.name] : [];
}
