/** Long sums are deep trees: `a + b + c + …` hangs from its last operator. Walking down the left without recursion keeps the stack shallow. */
import type * as ast from '../generated/ast.js';

/** Computes for an expression what was not computed yet, operands on the left spine first. */
export function alongSpine<V>(expr: ast.Expr, known: Map<ast.Expr, V>, compute: (expr: ast.Expr) => V): V {
  const pending: ast.Expr[] = [];
  let next: ast.Expr | undefined = expr;
  while (next && !known.has(next)) {
    pending.push(next);
    next = next.$type === 'Binary' ? next.left : undefined;
  }
  for (let i = pending.length - 1; i >= 0; i--) if (!known.has(pending[i]!)) known.set(pending[i]!, compute(pending[i]!));
  return known.get(expr)!;
}
