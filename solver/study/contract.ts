/**
 * Error by contract: a study is solved with order p − 2 at a looser time tolerance, then with p. Their difference bounds the error of
 * both in space and time; while it is above the wanted tolerance the order rises, elements split, or the time tolerance falls.
 */
import type { Mesh } from '../mesh/mesh.js';
import { roundingShare } from '../observe/rounding.js';
import { difference, type Difference } from './compare.js';
import { coarser, type MeshWishes } from './mesh-choice.js';
import { looser, refinement, smallestStepTolerance, type Unsettled } from './refinement.js';
import type { Solution } from './solution.js';
import { shareOfLayers, type Layers } from './start-layers.js';

/** Makes the study on a mesh with `stepTolerance · ranges` as error per step, ranges followed as they grow when not known, and steps shorter than those of `other`. */
export type Attempt = (mesh: Mesh, stepTolerance: number, ranges?: Float64Array, other?: Solution) => Generator<number, Solution>;

export interface Settled {
  readonly solution: Solution;
  /** The run that it was compared with. */
  readonly coarse: Solution;
  /** Error of `solution` over the difference of the two. */
  readonly share: number;
  /** Per unknown: estimated error of `solution`, same unit as the unknown. */
  readonly errors: Float64Array;
  /** Largest of them relative to the ranges. */
  readonly relative: number;
  readonly tolerance: number;
}

/**
 * An error that falls to c of itself from the coarser run to the finer is c/(1 − c) of their difference. Steps that are a quarter shorter
 * give c = 0.42 where stiffness leaves the integrator order three, two orders more in space less than that.
 */
const usualShare = 0.75;
/** What that leaves out: orders that are lower still. With it bars hold in more than 99 % of random models (test/accuracy). */
const safety = 2;
/** Error per step over the wanted tolerance: errors of single steps partly cancel and die out in diffusion. */
const stepShare = 30;
/** Errors below this share of a field's size are rounding: a field of no range (rest) is judged by it. */
const floorOfSize = 1e-12;
/** Beyond this the error estimate of a step means little. */
const largestStepTolerance = 1e-3;
const mostRounds = 9;
/** Two rounds in a row on time and start layers that leave this share of the error: others will not help, a field has a corner that moves. */
const stuck = 0.7;

export function* settle(
  attempt: Attempt,
  first: Mesh,
  /** What it is compared with. */
  companion: Mesh,
  wishes: MeshWishes,
  tolerance: number,
  /** Per output time of a transient: is its state judged? Points of curves are read off between steps, to the accuracy of a plot. */
  judgedTimes: readonly boolean[] | undefined,
  /** Of a transient. */
  layers: Layers | undefined,
): Generator<number, Settled> {
  const ranges = (solution: Solution) => judgedTimes && judgedRanges(difference(solution, solution), tolerance);
  let mesh = first;
  let stepTolerance = Math.min(largestStepTolerance, Math.max(smallestStepTolerance, stepShare * tolerance));
  let coarse = yield* attempt(companion, looser * stepTolerance);
  let before: Unsettled['before'];
  let earlier: Unsettled['before'];
  for (let round = 1; ; round++) {
    const solution = yield* attempt(mesh, stepTolerance, ranges(coarse), coarse);
    const compared = difference(coarse, solution, judgedTimes);
    const judged = judgedRanges(compared, tolerance);
    const share = safety * Math.max(usualShare, layers ? shareOfLayers(coarse.system, solution.system, layers) : 0);
    const errors = compared.largest.map((e, i) => share * e + roundingShare * compared.sizes[i]!);
    const relative = Math.max(...errors.map((e, i) => e / judged[i]!));
    const settled = { solution, coarse, share, errors, relative, tolerance };
    if (solution.reason || solution.cancelled || coarse.reason || relative <= tolerance || round === mostRounds) return settled;
    if (before && earlier && before.because !== 'space' && earlier.because !== 'space' && relative > stuck * earlier.relative)
      return settled;
    const next = refinement({ mesh, stepTolerance, coarse, solution, judged, relative, tolerance, before, judgedTimes }, wishes, layers);
    if (!next) return settled;
    ({ mesh, stepTolerance } = next);
    earlier = before;
    before = { because: next.because, relative };
    coarse = next.continues ? solution : yield* attempt(coarser(mesh), looser * stepTolerance, ranges(solution));
  }
}

const judgedRanges = ({ ranges, sizes }: Difference, tolerance: number): Float64Array =>
  ranges.map((range, i) => Math.max(range, (floorOfSize / tolerance) * sizes[i]!) || 1);
