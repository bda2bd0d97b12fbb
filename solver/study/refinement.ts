/** How a pair of runs that differs too much is followed: by a finer mesh, by shorter steps, or by both. */
import type { Mesh } from '../mesh/mesh.js';
import { finerVolumes, foreseen, layered, mostHalvings, raised, type MeshWishes } from './mesh-choice.js';
import type { Layers } from './start-layers.js';
import { largestTail, type Tails } from './tails.js';

export interface Resolution {
  readonly mesh: Mesh;
  /** Error per step relative to the ranges. */
  readonly stepTolerance: number;
}
export interface Refinement extends Resolution {
  /** What was to blame. */
  readonly because: 'volumes' | 'space' | 'time' | 'layers';
  /** Is the run so far the coarser one of the next pair, or does that need a new one too? */
  readonly continues: boolean;
}
export interface Unsettled extends Resolution {
  readonly tails: Tails;
  /** Largest difference of the two runs relative to the ranges. */
  readonly differing: number;
  /** The error that it stands for. */
  readonly relative: number;
  readonly tolerance: number;
  /** What led to this pair, and the difference before. */
  readonly before: { readonly because: Refinement['because']; readonly differing: number } | undefined;
}

/** The cheap run may be that much less accurate in time. */
export const looser = 4;
/** By how much the time tolerance falls at most. */
const tighter = 10;
/** By how much at most where the order cannot rise with it. */
const boldest = 1e-2;
export const smallestStepTolerance = 1e-11;
/** A pair differs by this share of the tail of its coarser run at least: chance must not foretell more. */
const leastShareOfTail = 0.05;
/** A difference of that many tails is not explained by space. */
const unexplained = 2;
/** Shorter steps that leave this share of the error were not what was missing. */
export const unchanged = 0.5;

export function refinement(pair: Unsettled, wishes: MeshWishes, layers: Layers | undefined): Refinement | undefined {
  const { mesh, stepTolerance, tails, differing, relative, tolerance, before } = pair;
  const steps = (factor: number) => Math.max(smallestStepTolerance, stepTolerance * factor);
  if (mesh.scheme === 'finite volumes') {
    const next = finerVolumes(mesh);
    return next && { mesh: next, stepTolerance: steps(1 / looser), because: 'volumes', continues: true };
  }
  // The tail tells the error of order p − 2.
  const tail = largestTail(tails.fine);
  const coarseTail = largestTail(tails.coarse);
  const up = raised(mesh, wishes, before?.because === 'time' ? layers : undefined);
  if (layers && (tail <= tolerance || differing > unexplained * coarseTail)) {
    if (before?.because === 'time' && differing > unchanged * before.differing) {
      // A start layer leaves an error that falls with the square of the first distance from the wall. Steps in time may have begun it anywhere.
      const anywhere = layers.map(() => [true, true] as const);
      const next = layered(mesh, anywhere, Math.max(1, Math.min(mostHalvings, Math.ceil(Math.log2(relative / tolerance) / 2))));
      return next && { mesh: next, stepTolerance, because: 'layers', continues: false };
    }
    if (stepTolerance <= smallestStepTolerance) return undefined;
    // Every pair differs in space and in time, or its difference would say nothing about one of them.
    const factor = Math.min(1, Math.max(1 / tighter, tolerance / relative));
    if (up) return { mesh: up, stepTolerance: steps(factor), because: 'time', continues: true };
    return { mesh, stepTolerance: steps(Math.min(1 / looser, Math.max(boldest, tolerance / relative))), because: 'time', continues: false };
  }
  const share = Math.min(1, Math.max(leastShareOfTail, differing / coarseTail));
  if (up && share * tail <= tolerance) return { mesh: up, stepTolerance, because: 'space', continues: true };
  const next = foreseen(mesh, wishes, tails.fine, tolerance / share, layers !== undefined);
  return next && { mesh: next, stepTolerance, because: 'space', continues: false };
}
