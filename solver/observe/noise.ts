/** When a plotted quantity does not change: its differences are the computation's, not the model's. */
import type { FieldOutcome } from '../outcome.js';

/** What solving leaves of a number that ought to be zero, as a share of the fields that it is a difference of. */
const roundingShare = 1e-12;
/** Differences smaller than this share of the values are not seen on any axis. */
const flatShare = 1e-9;

/** Differences of a plotted series below this say nothing [its unit]: the estimated error where there is one, else rounding. */
export function noiseOf(
  outcome: FieldOutcome,
  { label, measure, unit }: { readonly label: string; readonly measure?: string; readonly unit: string },
): number {
  const errors = outcome.measures[measure ?? label]?.errors ?? [outcome.fields[label]?.error ?? 0];
  const alike = Object.values(outcome.fields).filter((field) => field.unit === unit);
  const profiles = alike.flatMap(({ values }) => [values[0] ?? [], values[values.length - 1] ?? []]);
  return Math.max(...largest(errors), ...profiles.flatMap((profile) => largest(profile).map((value) => roundingShare * value)), 0);
}

/** The largest size among the finite values, when there is one. */
function largest(values: ArrayLike<number>): readonly number[] {
  let most = -1;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i])) most = Math.max(most, Math.abs(values[i]!));
  return most < 0 ? [] : [most];
}

/** The range that an axis shows of values that do not change: zero or the value in the middle; undefined where they do change. */
export function flatRange(low: number, high: number, noise = 0): readonly [number, number] | undefined {
  const size = Math.max(Math.abs(low), Math.abs(high));
  if (high - low > Math.max(flatShare * size, noise)) return undefined;
  const middle = size <= noise ? 0 : (low + high) / 2;
  const room = middle === 0 ? 1 : 0.02 * Math.abs(middle);
  return [middle - room, middle + room];
}
