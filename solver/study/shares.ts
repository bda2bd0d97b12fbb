/** Error of the finer of two runs over their difference: an error that falls to c of itself from one run to the other leaves c/(1 − c). */
import type { Mesh } from '../mesh/mesh.js';
import { largestTail, type Tails } from './tails.js';

/** Stiffness and starts that are not smooth leave the integrator this order; smooth data more. */
const orderInTime = 3;
/** Elements of the robust scheme are halved; second order leaves a quarter, fronts and kinks more. */
const remainingOfVolumes = 0.43;
/** Of a steady state nothing but space is seen, from few coefficients: at least this is left. */
const leastRemaining = 0.4;
/** A tail may fall no faster than this for one pair and the error still less for the next. */
const mostRemaining = 0.75;
/** A difference of that many tails comes from elsewhere: space has no share in it. */
const elsewhere = 20;

const shareOf = (remaining: number): number => remaining / (1 - remaining);

/** Steps of the coarser run are that many times as long. */
export const shareOfTime = (shorter: number): number => shareOf(shorter ** -orderInTime);

/** Tails of both runs tell how fast two more orders lower the error; `differing` is relative to the ranges, as they are. */
export function shareOfSpace(scheme: Mesh['scheme'], { coarse, fine }: Tails, differing: number, steady: boolean): number {
  if (scheme === 'finite volumes') return shareOf(remainingOfVolumes);
  const [before, after] = [largestTail(coarse), largestTail(fine)];
  if (steady) return shareOf(Math.min(mostRemaining, Math.max(leastRemaining, after / before || 0)));
  return differing > elsewhere * before ? 0 : shareOf(Math.min(mostRemaining, after / before));
}

/** Errors that are seen to fall by this ratio from one run to the next fall like that again. */
export const shareOfFall = (ratio: number): number => shareOf(Math.min(mostRemaining, ratio));

const [leastShorter, mostShorter] = [4 / 3, 2.5] as const;

/** How much shorter steps have to be for time to have no larger share than something else has. */
export const shorterFor = (share: number): number =>
  share > 0 ? Math.min(mostShorter, Math.max(leastShorter, (share / (1 + share)) ** (-1 / orderInTime))) : leastShorter;

/** The same for errors in time to fall by a factor. */
export const shorterBy = (factor: number): number => factor ** (1 / orderInTime);
