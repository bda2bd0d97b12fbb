/** THE table of media: how each kind becomes a `ResolvedMedium`. */
import type { Expression } from '../../expression/expression.js';
import type { Medium, MediumKind } from '../../problem.js';
import type { Findings } from '../findings.js';
import type { Substances } from '../substances.js';
import type { ResolvedMedium } from './resolved.js';
import { resolveMixture } from './mixture.js';
import { resolveSolid } from './solid.js';
import { resolveSolution } from './solution.js';
import { resolveSuspension } from './suspension.js';

/** Amounts in the cell at the beginning: mean mole fractions of all components and mean molar density [mol/m³]. */
export interface Filling {
  readonly fractions: readonly Expression[];
  readonly density: Expression;
}

export interface MediumContext {
  readonly medium: Medium;
  readonly substances: Substances;
  readonly findings: Findings;
  /** g [m/s²] along −x; absent without gravity. */
  readonly gravity?: Expression;
  /** Its pressure, where that is an unknown: a sealed ideal gas while its temperature changes. */
  readonly pressure?: Expression;
  /** What was filled into a sealed cell; absent when composition can pass a wall. */
  readonly filling?: (medium: ResolvedMedium, molarDensity: Expression) => Filling;
}

export const media: Readonly<Record<MediumKind, (context: MediumContext) => ResolvedMedium>> = {
  solution: resolveSolution,
  mixture: resolveMixture,
  suspension: resolveSuspension,
  solid: resolveSolid,
};
