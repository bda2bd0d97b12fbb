/** The value of one parameter, the others as they are, at which a measure is what is wanted. */
import { shareOf, valueAt, type Range } from './box.js';
import type { Trial } from './trial.js';

export interface Reach {
  readonly parameter: string;
  readonly low: number;
  readonly high: number;
  /** Nearest to the present value; undefined when the scan saw none. */
  readonly reachedAt?: number;
  /** How many the scan saw. */
  readonly crossings: number;
  /** Of the scanned values, the one whose measure comes nearest. */
  readonly nearest: { readonly value: number; readonly measure: number };
  /** Scanned values without a solution. */
  readonly failed: number;
}

const points = 17;
/** Of the range; the measure is then exact to what the solver gives. */
const precision = 1e-9;
const mostSteps = 60;

export function* reach(trial: Trial, range: Range, present: number, wanted: number): Generator<void, Reach> {
  const { parameter } = range;
  const off = function* (share: number): Generator<void, number> {
    return (yield* trial.at({ [parameter]: valueAt(range, share) })) - wanted;
  };
  const scan: { share: number; off: number }[] = [];
  for (let k = 0; k < points; k++) {
    const share = k / (points - 1);
    scan.push({ share, off: yield* off(share) });
  }
  const known = scan.filter((p) => Number.isFinite(p.off));
  const brackets = known.slice(1).flatMap((b, k) => (known[k]!.off <= 0 !== b.off <= 0 ? [[known[k]!, b] as const] : []));
  const here = shareOf(range, present);
  const distance = ([a, b]: (typeof brackets)[number]): number => Math.abs(0.5 * (a.share + b.share) - here);
  const chosen = brackets.reduce<(typeof brackets)[number] | undefined>(
    (best, b) => (best && distance(best) <= distance(b) ? best : b),
    undefined,
  );
  const near = known.reduce((best, p) => (Math.abs(p.off) < Math.abs(best.off) ? p : best), known[0] ?? { share: NaN, off: NaN });
  const share = chosen && (yield* root(off, chosen[0], chosen[1]));
  return {
    parameter,
    low: range.low,
    high: range.high,
    ...(share !== undefined && { reachedAt: valueAt(range, share) }),
    crossings: brackets.length,
    nearest: { value: valueAt(range, near.share), measure: near.off + wanted },
    failed: scan.length - known.length,
  };
}

interface End {
  readonly share: number;
  readonly off: number;
}
/** Regula falsi with halved weights (the Illinois rule), inside of a bracket. */
function* root(off: (share: number) => Generator<void, number>, from: End, to: End): Generator<void, number> {
  let [a, b] = [from, to];
  for (let k = 0; k < mostSteps && Math.abs(b.share - a.share) > precision && b.off !== 0; k++) {
    const share = b.share - (b.off * (b.share - a.share)) / (b.off - a.off);
    const here = { share, off: yield* off(share) };
    if (!Number.isFinite(here.off)) return b.share;
    a = here.off <= 0 !== b.off <= 0 ? b : { share: a.share, off: 0.5 * a.off };
    if (Math.abs(here.share - b.share) <= precision) return here.share;
    b = here;
  }
  return b.share;
}
