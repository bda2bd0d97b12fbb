/** Which way a component goes, by two descriptions of the same medium. */
import type { ModelView } from '../model-view.js';
import { hullOf } from './hull.js';
import type { PhysicalMedium, Stated } from './physical-medium.js';
import { meanState } from './states.js';
import { thermodiffusionGroups } from './thermodiffusion.js';

export interface Reversal {
  readonly own: Stated;
  /** The component of the first description, and where that one sends it. */
  readonly component: string;
  readonly toCold: boolean;
}
/** At the model's mean temperature and composition. A flux towards the cold has a positive coefficient. */
export function* disagreesInSign(own: PhysicalMedium, entry: PhysicalMedium, view: ModelView): Generator<Reversal> {
  const [a, b] = [own.resolve(), entry.resolve()];
  if (!a || !b) return;
  const state = new Map([...meanState(b, hullOf(entry, b, view)), ...meanState(a, hullOf(own, a, view))]);
  for (const group of thermodiffusionGroups(own)) {
    const statement = group.statements[0];
    const theirs = thermodiffusionGroups(entry).find((g) => g.component === group.component) ?? thermodiffusionGroups(entry)[0];
    const [mine, other] = [group.quantity(a), theirs?.quantity(b)];
    if (!statement || !mine || !other || !theirs) continue;
    // In a binary mixture the other component goes the other way.
    const flipped = theirs.component === group.component ? 1 : -1;
    // Another order of the components names another unknown: its fraction is what remains of 1.
    const complement = new Map(state);
    if (flipped < 0) for (const { id } of b.unknowns) complement.set(id, 1 - (state.get(a.unknowns[0]!.id) ?? 0.5));
    const [x, y] = [own.at(mine, state), flipped * entry.at(other, flipped < 0 ? complement : state)];
    if (x * y < 0) yield { own: statement, component: group.component, toCold: x > 0 };
  }
}
