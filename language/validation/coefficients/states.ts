/** Points of a model's range at which coefficients are compared. */
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import type { Hull, Interval } from './hull.js';
import type { State } from './physical-medium.js';
import { numeral } from '../../../solver/quantities/numeral.js';

/** Where a file says nothing of temperature: 25 °C. */
const roomTemperature: Interval = { low: 298.15, high: 298.15 };
/** Where it says nothing of a composition: the middle, and off it, so that factors such as w(1−w) are seen. */
const anyFraction = (components: number): Interval => ({ low: 0.5 / components, high: 1.5 / components });
const anyConcentration: Interval = { low: 1, high: 1 };

function intervals(resolved: ResolvedMedium, hull: Hull): readonly (readonly [string, Interval])[] {
  const mixture = resolved.medium.kind === 'mixture';
  const fallback = mixture ? anyFraction(resolved.medium.components.length) : anyConcentration;
  return [['T', hull.get('T') ?? roomTemperature], ...resolved.unknowns.map(({ id }) => [id, hull.get(id) ?? fallback] as const)];
}
export function meanState(resolved: ResolvedMedium, hull: Hull): State {
  return new Map(intervals(resolved, hull).map(([symbol, { low, high }]) => [symbol, (low + high) / 2]));
}
/** Ends of every range, all together. */
export const corners = (resolved: ResolvedMedium, hull: Hull): readonly State[] =>
  product(intervals(resolved, hull).map(([symbol, { low, high }]) => [symbol, low === high ? [low] : [low, high]]));
/** Ends and middle of every range, all together: 3ⁿ points, or the ends alone for many components. */
export function states(resolved: ResolvedMedium, hull: Hull): readonly State[] {
  const ranges = intervals(resolved, hull);
  if (ranges.length > 4) return corners(resolved, hull);
  return product(ranges.map(([symbol, { low, high }]) => [symbol, low === high ? [low] : [low, (low + high) / 2, high]]));
}
const product = (choices: readonly (readonly [string, readonly number[]])[]): readonly State[] =>
  choices.reduce<readonly State[]>(
    (all, [symbol, values]) => all.flatMap((state) => values.map((value) => new Map([...state, [symbol, value]]))),
    [new Map()],
  );
/** Does the file say over which temperatures and compositions the medium is used? */
export const isKnown = (resolved: ResolvedMedium, hull: Hull): boolean => intervals(resolved, hull).every(([symbol]) => hull.has(symbol));
/** The mean state with very different values of all that the file leaves open: what is equal at all of them does not depend on it. */
export function probes(resolved: ResolvedMedium, hull: Hull): readonly State[] {
  const open = intervals(resolved, hull).filter(([symbol]) => !hull.has(symbol));
  return [0.4, 0.7, 1.3].map(
    (factor) =>
      new Map([...meanState(resolved, hull), ...open.map(([symbol, { low, high }]) => [symbol, (factor * (low + high)) / 2] as const)]),
  );
}
/** What of a state the file says itself. */
export const stated = (state: State, hull: Hull): State => new Map([...state].filter(([symbol]) => hull.has(symbol)));
/** "T = 298.15 K, w(ethanol) = 0.4" */
export const stateText = (state: State): string =>
  [...state]
    .map(([symbol, value]) => `${symbol} = ${numeral(value)}${symbol === 'T' ? ' K' : symbol.startsWith('c(') ? ' mol/m³' : ''}`)
    .join(', ');
