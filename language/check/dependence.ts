/** What an expression depends on. */
import { builtin } from '../catalogue/builtins.js';
import type * as ast from '../generated/ast.js';
import { isBuiltinTarget } from './rules/reference.js';

/** Bits; an expression that depends on nothing is a number. */
export const Depends = { nothing: 0, parameter: 1, time: 2, place: 4, state: 8, solution: 16 } as const;
/**
 * `parameter`: declared params. `time`: t. `place`: coordinates. `state`: T, rho, composition at a point.
 * `solution`: a functional of the whole solution (`value`, `mean`, …); what stands inside it does not count.
 */
export type Dependence = number;

export type DependenceOf = (expr: ast.Expr | undefined) => Dependence;

export function computeDependence(expr: ast.Expr, of: DependenceOf): Dependence {
  switch (expr.$type) {
    case 'Quantity':
    case 'Text':
      return Depends.nothing;
    case 'Group':
      return of(expr.inner);
    case 'Signed':
      return of(expr.operand);
    case 'Binary':
      return of(expr.left) | of(expr.right);
    case 'Power':
      return of(expr.base) | of(expr.exponent);
    case 'If':
      return of(expr.condition) | of(expr.then) | of(expr.else);
    case 'Ref':
      return ofReference(expr, of);
    case 'Call':
      return ofCall(expr, of);
  }
}

function ofReference(ref: ast.Ref, of: DependenceOf): Dependence {
  const target = ref.target.ref;
  if (isBuiltinTarget(target)) return ofBuiltin(ref.target.$refText, false);
  if (target?.$type === 'Param') return Depends.parameter;
  return target?.$type === 'Let' || target?.$type === 'Measure' ? of(target.value) : Depends.nothing;
}
function ofBuiltin(name: string, called: boolean): Dependence {
  switch (builtin(name, called)?.category) {
    case 'field':
      return Depends.state;
    case 'coordinate':
      return Depends.place;
    case 'time':
      return Depends.time;
    case 'functional':
      return Depends.solution;
    default:
      return Depends.nothing;
  }
}

/** Laws in which the field T stands without being written. */
export const readsTemperature: ReadonlySet<string> = new Set(['arrhenius', 'iacopini_piazza']);
/** The derivative of a field is a field. */
const isLocal = (name: string): boolean => name === 'gradient';

function ofCall(call: ast.Call, of: DependenceOf): Dependence {
  const name = call.callee.$refText;
  const own = ofBuiltin(name, true);
  const reduces = (name === 'min' || name === 'max') && call.args.length === 1;
  if (reduces || (own === Depends.solution && !isLocal(name))) {
    const inside = call.args.reduce((d, { value }) => d | of(value), Depends.nothing as Dependence);
    return Depends.solution | (inside & Depends.parameter);
  }
  if (own === Depends.state) return own;
  const inside = call.args.reduce((d, { value }) => d | of(value), Depends.nothing as Dependence);
  if (name === 'table' && call.args.length === 1) return inside | Depends.state;
  return inside | (readsTemperature.has(name) || isLocal(name) ? Depends.state : Depends.nothing);
}
