/**
 * Instants at which expressions of time are not smooth (steps, ramps, pulses, periods, conditions, tables): time steps must end there.
 * Found numerically on the expression's own conditions, so that combinations of functions are covered too.
 */
import { subtract, type Expression } from './expression.js';
import { children, evaluate, symbolsOf } from './evaluate.js';
import type { ParameterValues } from './tape.js';

/** More corners than this are not worth exact hits: the step control then has to find them. */
const mostCorners = 20_000;
/** Looks per smooth stretch for a condition that is not linear in time. */
const looks = 64;

/** Sorted instants in (0, end). Only expressions of parameters and time alone are looked at. */
export function corners(expressions: readonly Expression[], parameters: ParameterValues, end: number): number[] {
  const parts = kinks(expressions);
  const found = new Set<number>();
  const value = (e: Expression, t: number) =>
    evaluate(e, (name) => (name === 't' ? t : name.startsWith('param ') ? parameters(name.slice(6)) : NaN));
  const sorted = () => [...found].filter((t) => t > 0 && t < end).sort((a, b) => a - b);
  for (const e of parts.periods) for (const t of crossings((t) => value(e, t), end)) found.add(t);
  if (found.size > mostCorners) return [];
  // Between the jumps of floor(t/period) conditions are smooth, mostly linear.
  const stretches = [0, ...sorted(), end];
  for (const e of parts.conditions)
    for (let k = 0; k + 1 < stretches.length && found.size <= mostCorners; k++) {
      const [a, b] = [stretches[k]!, stretches[k + 1]!];
      const root = zeros((t) => value(e, t), a, b);
      for (const t of root) found.add(t);
    }
  return found.size > mostCorners ? [] : merge(sorted(), end);
}

/** Instants closer than rounding are one. */
function merge(times: readonly number[], end: number): number[] {
  const apart = 1e-12 * end;
  return times.filter((t, i) => t > apart && t < end - apart && (i === 0 || t - times[i - 1]! > apart));
}

function kinks(expressions: readonly Expression[]) {
  const periods: Expression[] = [];
  const conditions: Expression[] = [];
  const seen = new Set<Expression>();
  const timed = new Map<Expression, boolean>();
  const ofTimeAlone = (e: Expression) => {
    const known = timed.get(e);
    if (known !== undefined) return known;
    const names = [...symbolsOf(e)];
    const result = names.includes('t') && names.every((n) => n === 't' || n.startsWith('param '));
    timed.set(e, result);
    return result;
  };
  const visit = (e: Expression): void => {
    if (seen.has(e)) return;
    seen.add(e);
    children(e).forEach(visit);
    if (e.kind === 'unary' && e.operation === 'floor' && ofTimeAlone(e.operand)) periods.push(e.operand);
    else if (e.kind === 'unary' && (e.operation === 'abs' || e.operation === 'sign') && ofTimeAlone(e.operand)) conditions.push(e.operand);
    else if (e.kind === 'binary' && ['less', 'less_equal', 'equal', 'minimum', 'maximum'].includes(e.operation)) {
      const difference = subtract(e.left, e.right);
      if (ofTimeAlone(difference)) conditions.push(difference);
    } else if (e.kind === 'table' && ofTimeAlone(e.argument))
      for (const x of e.table.abscissae) conditions.push(subtract(e.argument, { kind: 'constant', value: x }));
  };
  expressions.forEach(visit);
  return { periods, conditions };
}

/** Where a function, linear in time in practice, passes whole numbers. */
function crossings(f: (t: number) => number, end: number): number[] {
  const [f0, f1] = [f(0), f(end)];
  const slope = (f1 - f0) / end;
  if (!Number.isFinite(slope) || slope === 0) return [];
  const [low, high] = [Math.ceil(Math.min(f0, f1)), Math.floor(Math.max(f0, f1))];
  if (high - low > mostCorners) return [];
  return Array.from({ length: Math.max(0, high - low + 1) }, (_, k) => (low + k - f0) / slope);
}

function zeros(f: (t: number) => number, a: number, b: number): number[] {
  // One-sided looks: the ends are jumps of the periods.
  const at = (s: number) => a + (b - a) * s;
  const [p, q, r] = [f(at(0.25)), f(at(0.5)), f(at(0.75))];
  if (![p, q, r].every(Number.isFinite)) return [];
  const slope = (r - p) / (0.5 * (b - a));
  if (Math.abs(p + r - 2 * q) <= 1e-9 * (Math.abs(p) + Math.abs(r) + Math.abs(q))) {
    if (slope === 0) return [];
    const root = at(0.5) - q / slope;
    return root > a && root < b ? [root] : [];
  }
  const found: number[] = [];
  for (let k = 0; k < looks; k++) {
    let [low, high] = [at((k + 1e-9) / looks), at((k + 1 - 1e-9) / looks)];
    const negative = f(low) < 0;
    if (negative === f(high) < 0) continue;
    for (let i = 0; i < 60; i++) {
      const middle = 0.5 * (low + high);
      if (f(middle) < 0 === negative) low = middle;
      else high = middle;
    }
    found.push(0.5 * (low + high));
  }
  return found;
}
