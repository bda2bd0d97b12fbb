/** Where the phenomenological matrix is not positive definite: the direction in which entropy would be destroyed, in words. */
import { numeral } from '../../../solver/quantities/numeral.js';
import { onsagerOf } from '../../../solver/physics/onsager.js';
import type { ResolvedMedium } from '../../../solver/physics/media/resolved.js';
import { typeset } from '../../units/spelling.js';
import { solve, smallestOfScaled } from './matrices.js';
import type { ModelView } from '../model-view.js';
import { hullOf } from './hull.js';
import type { PhysicalMedium, State, Stated } from './physical-medium.js';
import { isKnown, stated, states, stateText } from './states.js';

export interface Direction {
  /** Independent components, then `heat`. */
  readonly names: readonly string[];
  /** Forces X along the eigenvector of the smallest eigenvalue of the scaled matrix, heat driven from hot to cold; J = L X. */
  readonly forces: readonly number[];
  readonly flows: readonly number[];
  /** ∇u_i/∇T of that direction, where a temperature gradient is part of it. */
  readonly perKelvin?: readonly number[];
}

/** The eigenvector that belongs to a negative eigenvalue; undefined when there is none or the medium does not say enough. */
export function destroyingDirection(physical: PhysicalMedium, resolved: ResolvedMedium, state: State): Direction | undefined {
  const onsager = onsagerOf(resolved);
  if (!onsager) return undefined;
  const raw = onsager.values.map((row) => row.map((entry) => physical.at(entry, state)));
  const L = raw.map((row, i) => row.map((v, j) => (v + raw[j]![i]!) / 2));
  const smallest = smallestOfScaled(L);
  if (!smallest || !(smallest.value < 0)) return undefined;
  const heat = L.length - 1;
  const forces = smallest.vector.map((v, i) => v / Math.sqrt(L[i]![i]!));
  const largest = smallest.vector.reduce((at, v, i, all) => (Math.abs(v) > Math.abs(all[at]!) ? i : at), 0);
  // ∇(1/T) < 0: the hot side lies ahead.
  const thermal = Math.abs(smallest.vector[heat]!) > negligible;
  const sign = thermal ? -Math.sign(forces[heat]!) : Math.sign(forces[largest]!);
  const X = forces.map((force) => sign * force);
  const flows = L.map((row) => row.reduce((sum, v, j) => sum + v * X[j]!, 0));
  return { names: onsager.names, forces: X, flows, ...(thermal ? { perKelvin: gradients(physical, resolved, state, X) } : {}) };
}
/** Part of a unit vector below which a force takes no part in it. */
const negligible = 0.05;

/** ∇u = −T G⁻¹ X with ∇T = −T² X_q, so that ∇u/∇T = G⁻¹ X/(T X_q). */
function gradients(physical: PhysicalMedium, resolved: ResolvedMedium, state: State, X: readonly number[]): readonly number[] {
  const G = resolved.potentialSlope!.map((row) => row.map((entry) => physical.at(entry, state)));
  const T = state.get('T') ?? Number.NaN;
  return solve(G, X.slice(0, -1)).map((v) => v / (T * X.at(-1)!));
}

/**
 * "where composition drives A to the hot side (w(A) falling by 0.3 per K), heat would flow from the cold to the hot side and A to the cold
 * side": along an eigenvector of a negative eigenvalue every flow runs against its force.
 */
export function directionInWords({ names, forces, flows, perKelvin }: Direction, resolved: ResolvedMedium): string {
  const heat = names.length - 1;
  const power = (i: number): number => Math.abs(forces[i]! * flows[i]!);
  const largest = Math.max(...forces.map((_, i) => power(i)));
  const matter = names.flatMap((name, i) => (i < heat && power(i) > negligible ** 2 * largest ? [{ name, i }] : []));
  const side = (value: number): string => (value > 0 ? 'to the hot side' : 'to the cold side');
  if (!perKelvin) {
    const way = (i: number): string => (forces[i]! > 0 ? 'the same way' : 'the other way');
    const drives = listed(matter.map(({ name, i }, k) => `${name} ${k === 0 ? 'one way' : way(i)}`));
    return `where composition drives ${drives}, each would move against what drives it`;
  }
  const drives = listed(matter.map(({ name, i }) => `${name} ${side(forces[i]!)}${steepness(resolved.unknowns[i]!, perKelvin[i]!)}`));
  const moves = listed(['heat would flow from the cold to the hot side', ...matter.map(({ name, i }) => `${name} ${side(flows[i]!)}`)]);
  return `where composition drives ${drives}, ${moves}`;
}
/** " (w(A) falling by 0.3 per K)" */
function steepness({ id, unit }: ResolvedMedium['unknowns'][number], perKelvin: number): string {
  if (!Number.isFinite(perKelvin)) return '';
  return ` (${id} ${perKelvin > 0 ? 'rising' : 'falling'} by ${numeral(Math.abs(perKelvin), 2)}${unit === '1' ? '' : ` ${typeset(unit)}`} per K)`;
}
const listed = (parts: readonly string[]): string =>
  parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

export interface MatterDirection {
  /** Smallest eigenvalue of the matrix scaled to a unit diagonal: negative. */
  readonly smallest: number;
  readonly state: State;
  readonly words: string;
  /** " at T = 300 K", where it depends on the state. */
  readonly where: string;
}
/** Rounding of an eigenvalue of exactly zero. */
const slack = 1e-9;

/** The same for the components among themselves, from the statements `onsager(A, B)`. */
export function matterDirection(physical: PhysicalMedium, model: ModelView, entries: readonly Stated[]): MatterDirection | undefined {
  const resolved = entries.length > 0 ? physical.resolve() : undefined;
  if (!resolved) return undefined;
  const names = resolved.unknowns.map(({ species }) => species);
  const expressions = names.map((a, i) =>
    names.map((b, j) => {
      const of = (x: string, y: string) => entries.find(({ value }) => value.of[0] === x && value.of[1] === y);
      const entry = of(a, b) ?? (i === j ? undefined : of(b, a));
      return entry && physical.expression(entry, resolved);
    }),
  );
  if (expressions.flat().some((entry) => entry === undefined)) return undefined;
  const hull = hullOf(physical, resolved, model);
  const known = isKnown(resolved, hull);
  let worst: MatterDirection | undefined;
  for (const state of states(resolved, hull)) {
    const L = expressions.map((row) => row.map((entry) => physical.at(entry!, state)));
    const least = smallestOfScaled(L);
    if (least && least.value < -slack && (!worst || least.value < worst.smallest)) {
      const sign = Math.sign(least.vector.find((v) => Math.abs(v) > negligible) ?? 1);
      const forces = least.vector.map((v, i) => (sign * v) / Math.sqrt(L[i]![i]!));
      const flows = L.map((row) => row.reduce((sum, v, j) => sum + v * forces[j]!, 0));
      const at = stateText(stated(state, hull));
      const constant = expressions.flat().every((entry) => entry!.kind === 'constant');
      // the last place is that of heat: nothing drives it here
      const words = directionInWords({ names: [...names, 'heat'], forces: [...forces, 0], flows: [...flows, 0] }, resolved);
      worst = { smallest: least.value, state, words, where: at && !constant ? ` at ${at}` : '' };
    } else if (least && least.value >= -slack && !known) return undefined;
  }
  return worst;
}
