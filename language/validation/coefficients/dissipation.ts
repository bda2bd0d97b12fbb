/** Entropy production as a quadratic form of the gradients, read off the physics; with Dufour heat, as reciprocity demands. */
import { entropyProduction } from '../../../solver/physics/entropy.js';
import type { ModelView } from '../model-view.js';
import { hullOf } from './hull.js';
import type { PhysicalMedium, State } from './physical-medium.js';
import { smallestOfScaled, solve } from './matrices.js';
import { corners, isKnown, meanState, stated, states } from './states.js';

export interface Coupling {
  /** ε: 1 where a gradient of temperature and one of composition together produce no entropy; negative production beyond. */
  readonly coupling: number;
  readonly state: State;
  /** What of the state the file says itself. */
  readonly stated: State;
}

/** Far from 1 in the middle of the range, the ends are enough: between them ε changes smoothly. */
const clearlyWeak = 0.1;

/** The strongest coupling (the weakest, while the file leaves temperature or composition open) over the model's range; undefined when the medium does not say enough (conductivity, molar masses). */
export function dissipation(physical: PhysicalMedium, model: ModelView): Coupling | undefined {
  const resolved = physical.resolve((s) => s.property.key === 'dufour');
  if (!resolved?.potentialSlope || !resolved.conductivity || !resolved.thermodiffusion || resolved.unknowns.length === 0) return undefined;
  const sigma = entropyProduction(resolved);
  const symbols = ['grad T', ...resolved.unknowns.map(({ id }) => `grad ${id}`)];
  const hull = hullOf(physical, resolved, model);
  const known = isKnown(resolved, hull);
  const couplingAt = (state: State): number => {
    const at = (...gradients: readonly number[]): number =>
      physical.at(sigma, new Map([...state, ...symbols.map((s, i) => [s, gradients.includes(i) ? 1 : 0] as const)]));
    const diagonal = symbols.map((_, i) => at(i));
    const entry = (i: number, j: number): number => (i === j ? diagonal[i]! : (at(i, j) - diagonal[i]! - diagonal[j]!) / 2);
    const matter = resolved.unknowns.map((_, i) => resolved.unknowns.map((__, j) => entry(i + 1, j + 1)));
    // A measured matrix of diffusion beside an ideal activity need not be definite: it says nothing of the coupling then.
    if (!((smallestOfScaled(matter)?.value ?? 0) > 0)) return Number.NaN;
    const cross = resolved.unknowns.map((_, i) => entry(0, i + 1));
    const solved = solve(matter, cross);
    return cross.reduce((sum, v, i) => sum + v * solved[i]!, 0) / diagonal[0]!;
  };
  const weak = couplingAt(meanState(resolved, hull)) < clearlyWeak;
  let worst: Coupling | undefined;
  for (const state of weak ? corners(resolved, hull) : states(resolved, hull)) {
    const coupling = couplingAt(state);
    if (Number.isFinite(coupling) && (!worst || coupling > worst.coupling === known))
      worst = { coupling, state, stated: stated(state, hull) };
  }
  return worst;
}
