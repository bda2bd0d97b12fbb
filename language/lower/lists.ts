/** `linspace`, `logspace`, `list`, `range` → numbers in SI. */
import { builtin, own } from '../catalogue/builtins.js';
import { lists, type ListName } from '../catalogue/lists.js';
import type { CheckResult } from '../check/checker.js';
import { boundArguments } from '../check/rules/call.js';
import type * as ast from '../generated/ast.js';

/** More values than this would fill the memory before anything is computed. */
export const mostValues = 100_000;

/** The values, or in words why there are none. */
export function listValues(expr: ast.Expr | undefined, check: CheckResult): readonly number[] | string {
  if (expr?.$type === 'Group') return listValues(expr.inner, check);
  if (expr?.$type === 'Ref' && expr.target.ref?.$type === 'Let' && expr.target.ref.value) return listValues(expr.target.ref.value, check);
  if (expr?.$type !== 'Call' || !own(lists, expr.callee.$refText)) return 'a list is wanted: linspace(…), logspace(…) or list(…)';
  const name = expr.callee.$refText as ListName;
  const bound = boundArguments(expr, builtin(name, true)!);
  if ('wrong' in bound) return `${name} has the wrong arguments`;
  const values = bound.map(({ argument }) => check.valueOf(argument.value));
  if (!values.every((v) => v !== undefined)) return 'the values must be known before a run';
  if (name === 'list' || name === 'range') return values;
  const [first, last, count] = values as [number, number, number];
  if (!Number.isInteger(count) || count < 2) return `the number of values must be a whole number from 2 on, not ${count}`;
  if (count > mostValues) return `${count} values are too many: at most ${mostValues}`;
  if (name === 'linspace') return spaced(first, last, count, (a, b, s) => a + (b - a) * s);
  if (first * last <= 0) return 'logspace needs two ends of the same sign, neither of them 0';
  return spaced(first, last, count, (a, b, s) => a * (b / a) ** s);
}
/** The ends are exact. */
const spaced = (first: number, last: number, count: number, between: (a: number, b: number, s: number) => number): number[] =>
  Array.from({ length: count }, (_, i) => (i === 0 ? first : i === count - 1 ? last : between(first, last, i / (count - 1))));
