/** Bands around curves: what numbers stated with `±` leave open. */
import type { FieldOutcome } from '../../../solver/outcome.js';
import { profileAt } from './interpolate.js';

/** Half the width of a 95 % interval. */
const half = (lower: Float64Array, upper: Float64Array): Float64Array => upper.map((v, i) => (v - (lower[i] ?? v)) / 2);

/** Half width of the band of the k-th array of a plotted series; nothing where nothing is stated. */
export function bandOf(outcome: FieldOutcome, key: string, k: number): { readonly band?: Float64Array } {
  const band = outcome.bands?.[key];
  const [lower, upper] = [band?.lower[k], band?.upper[k]];
  return lower && upper ? { band: half(lower, upper) } : {};
}
/** The same for a profile at a time, also between output times. */
export function bandAt(outcome: FieldOutcome, key: string, time: number): { readonly band?: Float64Array } {
  const band = outcome.bands?.[key];
  return band ? { band: half(profileAt(outcome.times, band.lower, time), profileAt(outcome.times, band.upper, time)) } : {};
}
