/** Pairs `onsager(A, B)` and `onsager(B, A)` that are both stated. */
import type { ModelView } from '../model-view.js';
import { toleranceOf } from './digits.js';
import { hullOf } from './hull.js';
import type { PhysicalMedium, State, Stated } from './physical-medium.js';
import { stated, states } from './states.js';

export function* transposedPairs(physical: PhysicalMedium): Generator<readonly [Stated, Stated]> {
  const entries = physical.stated.filter(({ property, value }) => property.key === 'onsager' && value.of.length === 2);
  for (const [i, first] of entries.entries()) {
    const [a, b] = first.value.of;
    const second = entries.slice(i + 1).find(({ value }) => value.of[0] === b && value.of[1] === a);
    if (second && a !== b) yield [first, second];
  }
}
/** Where the two differ most, beyond their digits; undefined when they agree or cannot be compared. */
export function asymmetry(
  physical: PhysicalMedium,
  model: ModelView,
  first: Stated,
  second: Stated,
): { readonly state: State; readonly ratio: number } | undefined {
  const resolved = physical.resolve((s) => s === second) ?? physical.resolve();
  if (!resolved) return undefined;
  const [a, b] = [physical.expression(first, resolved), physical.expression(second, resolved)];
  if (!a || !b) return undefined;
  const tolerance = Math.max(toleranceOf(first.property.value, model), toleranceOf(second.property.value, model));
  const hull = hullOf(physical, resolved, model);
  let worst: { state: State; ratio: number } | undefined;
  for (const state of states(resolved, hull)) {
    const [one, other] = [physical.at(a, state), physical.at(b, state)];
    if (!Number.isFinite(one) || !Number.isFinite(other) || one === other) continue;
    const ratio = one / other;
    if (!worst || Math.abs(ratio - 1) > Math.abs(worst.ratio - 1)) worst = { state: stated(state, hull), ratio };
  }
  return worst && Math.abs(worst.ratio - 1) > tolerance && Math.abs(1 / worst.ratio - 1) > tolerance ? worst : undefined;
}
