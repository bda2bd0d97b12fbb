/** What the data give for each value: a coordinate or parameters, put into the measure; and which parameters the equations feel. */
import type { Formula, Functional } from '../formula.js';
import type { Problem } from '../problem.js';

export const axes = ['x', 'y', 'r', 'z'] as const;
export type CoordinateAxis = (typeof axes)[number];

/** Numbers in place of symbols; undefined keeps them. */
type Replacement = (symbol: Extract<Formula, { kind: 'coordinate' | 'parameter' }>) => Formula | undefined;

export const coordinateIs =
  (axis: CoordinateAxis, value: number): Replacement =>
  (symbol) =>
    symbol.kind === 'coordinate' && symbol.axis === axis ? { kind: 'number', value } : undefined;
export const parametersAre =
  (values: Readonly<Record<string, number>>): Replacement =>
  (symbol) =>
    symbol.kind === 'parameter' && symbol.name in values ? { kind: 'number', value: values[symbol.name]! } : undefined;

/** Where a measure reads the value at a place (`value(T, x = x)`), or outside of functionals. */
export function readsCoordinate(formula: Formula, axis: CoordinateAxis): boolean {
  const is = coordinateIs(axis, 0);
  return replaced(formula, is) !== formula;
}
/** A measure that has a value only where data give the place. */
export const readsPlace = (formula: Formula): boolean => axes.some((axis) => readsCoordinate(formula, axis));

/**
 * The formula with numbers for symbols; the same object where nothing changes, so that what was compiled is used again.
 * A coordinate inside of a functional is the one that is integrated over and stays; in its place it is that of the data.
 */
export function replaced(formula: Formula, by: Replacement): Formula {
  const visit = (f: Formula): Formula => replaced(f, by);
  switch (formula.kind) {
    case 'coordinate':
    case 'parameter':
      return by(formula) ?? formula;
    case 'operator': {
      const operands = all(formula.operands, visit);
      return operands === formula.operands ? formula : { ...formula, operands };
    }
    case 'call': {
      const operands = all(formula.arguments, visit);
      return operands === formula.arguments ? formula : { ...formula, arguments: operands };
    }
    case 'table': {
      const argument = visit(formula.argument);
      return argument === formula.argument ? formula : { ...formula, argument };
    }
    case 'functional': {
      const functional = inFunctional(formula.functional, by);
      return functional === formula.functional ? formula : { ...formula, functional };
    }
    default:
      return formula;
  }
}

function all(formulas: readonly Formula[], visit: (f: Formula) => Formula): readonly Formula[] {
  const changed = formulas.map(visit);
  return changed.every((f, k) => f === formulas[k]) ? formulas : changed;
}

function inFunctional(functional: Functional, by: Replacement): Functional {
  if (!('of' in functional)) return functional;
  const of = replaced(functional.of, (symbol) => (symbol.kind === 'parameter' ? by(symbol) : undefined));
  if (functional.kind !== 'value') return of === functional.of ? functional : { ...functional, of };
  const { place } = functional;
  if (place.kind !== 'point') return of === functional.of ? functional : { ...functional, of };
  const given = Object.entries(place.coordinates);
  const changed = given.map(([axis, f]) => [axis, replaced(f, by)] as const);
  if (of === functional.of && changed.every(([, f], k) => f === given[k]![1])) return functional;
  return { ...functional, of, place: { kind: 'point', coordinates: Object.fromEntries(changed) } };
}

/** Is a parameter used by the equations, or only by measures and plots? */
export function equationsUse(problem: Problem, name: string): boolean {
  const { media, substances, geometry, initial, boundaries, sources, reactions, studies } = problem;
  const mentions = (part: unknown): boolean => {
    if (typeof part !== 'object' || part === null) return false;
    if ('kind' in part && part.kind === 'parameter' && 'name' in part && part.name === name) return true;
    return Object.values(part).some(mentions);
  };
  return mentions([media, substances, geometry, initial, boundaries, sources, reactions, studies]);
}
