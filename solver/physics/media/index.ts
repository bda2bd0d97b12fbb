/** THE table of media: how each kind becomes a `ResolvedMedium`. */
import type { Expression } from '../../expression/expression.js';
import type { Medium, MediumKind } from '../../problem.js';
import type { Findings } from '../findings.js';
import type { Substances } from '../substances.js';
import type { ResolvedMedium } from './resolved.js';
import { resolveMixture } from './mixture.js';
import { resolveSolid } from './solid.js';
import { resolveSolution } from './solution.js';

export interface MediumContext {
  readonly medium: Medium;
  readonly substances: Substances;
  readonly findings: Findings;
  /** g [m/s²] along −x; absent without gravity. */
  readonly gravity?: Expression;
}

export const media: Readonly<Record<MediumKind, (context: MediumContext) => ResolvedMedium>> = {
  solution: resolveSolution,
  mixture: resolveMixture,
  suspension: resolveSolution,
  solid: resolveSolid,
};
