/**
 * Error by contract: a study is solved with order p − 2 at a looser time tolerance, then with p. Their difference bounds the error of
 * both in space and time; while it is above the wanted tolerance the order rises, elements split, or the time tolerance falls.
 */
import type { TransportSystem } from '../assembly/system.js';
import type { Mesh } from '../mesh/mesh.js';
import { difference, modalTails, type Difference } from './compare.js';
import { coarser, companion, finer, firstMesh, type MeshWishes } from './mesh-choice.js';
import type { Solution } from './solution.js';

/** Makes the study on a mesh with `stepTolerance · ranges` as error per step; ranges are followed as they grow when not known. */
export type Attempt = (mesh: Mesh, stepTolerance: number, ranges: Float64Array | undefined) => Generator<number, Solution>;

export interface Settled {
  readonly solution: Solution;
  /** The run that it was compared with. */
  readonly coarse: Solution;
  /** Per unknown: estimated error of `solution`, same unit as the unknown. */
  readonly errors: Float64Array;
  /** Largest of them relative to the ranges. */
  readonly relative: number;
  readonly tolerance: number;
}

/** The finer run of a pair is 1.5 to 15 times more accurate than the difference says (measured on coupled and multicomponent cells). */
export const deliveredShare = 0.7;
/** Error per step over the wanted tolerance: errors of single steps partly cancel and die out in diffusion. */
const stepShare = 100;
/** The cheap run may be that much less accurate in time. */
const looser = 4;
/** By how much the time tolerance falls when time is to blame. */
const tighter = 10;
/** Errors below this share of a field's size are rounding: a field of no range (rest) is judged by it. */
const floorOfSize = 1e-12;
const smallestStepTolerance = 1e-11;
/** Beyond this the error estimate of a step means little. */
const largestStepTolerance = 1e-3;
const mostRounds = 9;

export function* settle(
  attempt: Attempt,
  system: TransportSystem,
  wishes: MeshWishes,
  scheme: Mesh['scheme'],
  tolerance: number,
  /** Per output time of a transient: is its state judged? Points of curves are read off between steps, to the accuracy of a plot. */
  judgedTimes: readonly boolean[] | undefined,
): Generator<number, Settled> {
  let mesh = firstMesh(system, wishes, scheme, judgedTimes === undefined);
  let stepTolerance = Math.min(largestStepTolerance, Math.max(smallestStepTolerance, stepShare * tolerance));
  let coarse = yield* attempt(judgedTimes ? companion(system, wishes, mesh) : coarser(mesh), looser * stepTolerance, undefined);
  for (let round = 1; ; round++) {
    const ranges = judgedTimes && judgedRanges(difference(coarse, coarse), tolerance);
    const solution = yield* attempt(mesh, stepTolerance, ranges);
    const compared = difference(coarse, solution, judgedTimes);
    const judged = judgedRanges(compared, tolerance);
    const errors = compared.largest.map((e) => deliveredShare * e);
    const relative = Math.max(...errors.map((e, i) => e / judged[i]!));
    const settled = { solution, coarse, errors, relative, tolerance };
    if (solution.reason || solution.cancelled || coarse.reason || relative <= tolerance || round === mostRounds) return settled;
    // Space or time? The tail tells the error of order p − 2.
    const tails = modalTails(
      solution.system,
      solution.states.filter((_, s) => solution.times[s] !== 0 && judgedTimes?.[s] !== false),
      judged,
    );
    const spatial = mesh.scheme === 'finite volumes' || !judgedTimes || Math.max(...tails.map((t) => Math.max(...t))) > tolerance;
    const next = spatial ? finer(mesh, wishes, tails) : mesh;
    if (!next) return settled;
    // Every pair differs in time too, or its difference would say nothing about the steps.
    if (judgedTimes) {
      if (!spatial && stepTolerance <= smallestStepTolerance) return settled;
      stepTolerance = Math.max(smallestStepTolerance, stepTolerance / (spatial ? looser : tighter));
    }
    mesh = next;
    coarse = solution;
  }
}

const judgedRanges = ({ ranges, sizes }: Difference, tolerance: number): Float64Array =>
  ranges.map((range, i) => Math.max(range, (floorOfSize / tolerance) * sizes[i]!) || 1);
