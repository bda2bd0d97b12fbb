/** What an expression depends on, found by its names; a `let` counts as what stands behind it. */
import { builtin } from '../catalogue/builtins.js';
import { reducers } from '../catalogue/functionals.js';
import * as ast from '../generated/ast.js';
import type { ModelView } from './model-view.js';
import { nodesOf } from './walk.js';

/** `solution`: a number that only a run can tell (a measure, `mean(…)`). */
export type Source = 'parameter' | 'time' | 'place' | 'state' | 'solution';
export interface Dependency {
  readonly node: ast.Ref | ast.Call;
  readonly name: string;
  readonly source: Source;
}
/** Functions of the language that contain the temperature. */
const ofTemperature = new Set(['arrhenius', 'iacopini_piazza']);

export function* dependenciesOf(expr: ast.Expr, model: ModelView, within: ReadonlySet<string> = new Set()): Generator<Dependency> {
  for (const node of nodesOf(expr)) {
    if (!ast.isRef(node) && !ast.isCall(node)) continue;
    const called = ast.isCall(node);
    const name = called ? node.callee.$refText : node.target.$refText;
    if (isPlaceOrComponent(node)) continue;
    const source = called ? sourceOfCall(node, name) : undefined;
    if (source) yield { node, name, source };
    if (called) continue;
    const declared = model.named(name);
    if (ast.isParam(declared)) yield { node, name, source: 'parameter' };
    else if (ast.isMeasure(declared)) yield { node, name, source: 'solution' };
    else if (ast.isLet(declared) && declared.value && !within.has(name)) {
      for (const inner of dependenciesOf(declared.value, model, new Set([...within, name]))) yield { node, name, source: inner.source };
    } else {
      const category = builtin(name, false)?.category;
      if (category === 'field') yield { node, name, source: 'state' };
      if (category === 'coordinate') yield { node, name, source: 'place' };
      if (category === 'time') yield { node, name, source: 'time' };
    }
  }
}
function sourceOfCall(call: ast.Call, name: string): Source | undefined {
  if (ofTemperature.has(name)) return 'state';
  if (name === 'gradient') return undefined; // a field again: what stands inside it counts
  if (name === 'table' && call.args.length === 1) return 'state';
  const category = builtin(name, true)?.category;
  if (category === 'functional' || (Object.hasOwn(reducers, name) && call.args.length === 1)) return 'solution';
  return category === 'field' ? 'state' : undefined;
}
/** The `left` of `value(T, left)` and the `A` of `w(A)` are no values. */
function isPlaceOrComponent(node: ast.Ref | ast.Call): boolean {
  const argument = node.$container;
  if (!ast.isRef(node) || !ast.isArgument(argument) || !ast.isCall(argument.$container)) return false;
  const call = argument.$container;
  const kind = builtin(call.callee.$refText, true)?.parameters?.[call.args.indexOf(argument)]?.kind;
  return kind === 'substance' || kind === 'place' || kind === 'side';
}
