/**
 * Error by contract: a study is solved with order p − 2 at a looser time tolerance, then with p. Their difference bounds the error of
 * both in space and time; while it is above the wanted tolerance the order rises, elements split, or the time tolerance falls.
 */
import type { Mesh } from '../mesh/mesh.js';
import { roundingShare } from '../observe/rounding.js';
import { difference, extent, type Extent } from './compare.js';
import { coarser, isStated, type MeshWishes } from './mesh-choice.js';
import type { CutSteps } from './integrate.js';
import { looser, refinement, smallestStepTolerance, unchanged, type Unsettled } from './refinement.js';
import { shareOfFall, shareOfSpace, shareOfTime, shorterBy, shorterFor } from './shares.js';
import type { Solution } from './solution.js';
import { shareOfLayers, type Layers } from './start-layers.js';
import { tailsOf } from './tails.js';

/** Makes the study on a mesh with `stepTolerance · ranges` as error per step, ranges followed as they grow when not known, and steps that are parts of those of another run. */
export type Attempt = (mesh: Mesh, stepTolerance: number, ranges?: Float64Array, cut?: CutSteps) => Generator<number, Solution>;

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
  /** The ranges. */
  readonly judged: Float64Array;
  readonly tolerance: number;
  /** The same study from a start that was moved by its error, where that shows; what differs is in the errors. */
  readonly moved?: Solution;
  /** Largest of these differences relative to the ranges. */
  readonly ofStart?: number;
}

/** Orders may be lower than those that the shares count on. With it bars hold in more than 99 % of random models (test/accuracy). */
const safety = 2;
/** Error per step over the wanted tolerance: errors of single steps partly cancel and die out in diffusion. */
const stepShare = 100;
/** The law of start layers is known better. */
const safetyInLayers = 1.25;
/** Errors below this share of a field's size are rounding: a field of no range (rest) is judged by it. */
const floorOfSize = 1e-12;
/** Beyond this the error estimate of a step means little. */
export const largestStepTolerance = 5e-4;
/** Second order in space does not profit from shorter first steps. */
const smallestOfVolumes = 1e-4;
const mostRounds = 9;
/** Two rounds in a row on time and start layers that leave this share of the error: others will not help, a field has a corner that moves. */
const stuck = 0.7;

/** So many rounds show whether finer elements help. */
const roundsOfSpace = 3;
/** Shorter steps do not help, and that many times the tolerance is missing: neither will finer layers. */
const hopeless = 1000;

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
  const ranges = (solution: Solution) => judgedTimes && judgedRanges(extent(solution), tolerance);
  let mesh = first;
  const smallest = mesh.scheme === 'finite volumes' ? smallestOfVolumes : smallestStepTolerance;
  let stepTolerance = Math.min(largestStepTolerance, Math.max(smallest, stepShare * tolerance));
  let coarse = yield* attempt(companion, looser * stepTolerance);
  if (coarse.cancelled) return unjudged(coarse, tolerance);
  const inLayers = (finer: Mesh): number => (layers ? shareOfLayers(coarse.system.mesh, finer, layers) : 0);
  // Who says how fine a mesh is to be has a finer one than layers ask for.
  const shorter = (finer: Mesh): number => shorterFor(isStated(wishes) ? 0 : (safetyInLayers / safety) * inLayers(finer));
  /** How many times shorter the steps of the finer run are. */
  let following = shorter(mesh);
  /** Difference of the coarser run from the one before it, where it was the finer of a pair. */
  let continued: number | undefined;
  /** The pair before this one. */
  let whole: Settled | undefined;
  const history: NonNullable<Unsettled['before']>[] = [];
  for (let round = 1; ; round++) {
    const solution = yield* attempt(mesh, stepTolerance, ranges(coarse), coarse.reached && { ends: coarse.reached, shorter: following });
    // A finer run that was stopped half way is worth less than a whole one that is judged.
    if (solution.cancelled && whole) return stopped(whole);
    const differences = difference(coarse, solution, judgedTimes);
    const extents = extent(solution);
    const judged = judgedRanges(extents, tolerance, solution.begun);
    const differing = Math.max(...differences.map((d, i) => d / judged[i]!));
    const tails = tailsOf(coarse, solution, judged, judgedTimes);
    const inTime = solution.reached ? shareOfTime(following) : 0;
    const share = Math.max(
      safety * Math.max(inTime, shareOfSpace(mesh.scheme, tails, differing, !solution.reached)),
      safetyInLayers * Math.max(inLayers(mesh), continued === undefined ? 0 : shareOfFall(differing / continued)),
    );
    const errors = differences.map((d, i) => share * d + roundingShare * extents.sizes[i]!);
    const relative = Math.max(...errors.map((e, i) => e / judged[i]!));
    const settled = { solution, coarse, share, errors, relative, judged, tolerance };
    if (solution.reason || solution.cancelled || coarse.reason || relative <= tolerance || round === mostRounds) return settled;
    const [last, earlier] = [history[round - 2], history[round - 3]];
    if (last?.because === 'time' && differing > unchanged * last.differing && relative > hopeless * tolerance) return settled;
    if (last && earlier && last.because !== 'space' && earlier.because !== 'space' && differing > stuck * earlier.differing) return settled;
    const next = refinement({ mesh, stepTolerance, tails, differing, relative, tolerance, before: last }, wishes, layers);
    if (!next) return settled;
    // Elements did not do, and steps cannot make up for that much: a field has a corner that moves.
    if (next.because === 'time' && round >= roundsOfSpace && last?.because === 'space' && relative > hopeless * tolerance) return settled;
    history.push({ because: next.because, differing });
    continued = next.continues ? differing : undefined;
    coarse = next.continues ? solution : yield* attempt(coarser(next.mesh), looser * next.stepTolerance, ranges(solution));
    if (coarse.cancelled) return stopped(settled);
    whole = settled;
    following = next.continues ? Math.max(shorter(next.mesh), shorterBy(stepTolerance / next.stepTolerance)) : shorter(next.mesh);
    ({ mesh, stepTolerance } = next);
  }
}

const stopped = (settled: Settled): Settled => ({ ...settled, coarse: { ...settled.coarse, cancelled: true } });

/** A run that was stopped before there was another to compare it with: how far it is off is not known. */
const unjudged = (solution: Solution, tolerance: number): Settled => {
  const extents = extent(solution);
  const judged = judgedRanges(extents, tolerance, solution.begun);
  const errors = new Float64Array(judged.length).fill(Infinity);
  return { solution, coarse: solution, share: Infinity, errors, relative: Infinity, judged, tolerance };
};

/** A field of which less than this share of what there was is left has no range of its own; it is judged by the second share of what there was. */
const [left, shareOfStart] = [1e-8, 1e-3] as const;

/** `begun`: per unknown, what there was at the start of a study that is compared without it. */
const judgedRanges = ({ ranges, sizes }: Extent, tolerance: number, begun?: Float64Array): Float64Array =>
  ranges.map((range, i) => {
    const before = begun?.[i] ?? 0;
    return Math.max(range, (floorOfSize / tolerance) * sizes[i]!, sizes[i]! < left * before ? shareOfStart * before : 0) || 1;
  });
