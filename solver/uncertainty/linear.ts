/** First-order propagation: u² = Σ Σ ∂y/∂p u_p r_pq u_q ∂y/∂q (JCGM 100:2008, 5.2.2). */
import type { Reason } from '../outcome.js';
import { uncorrelated, type Factor } from './correlation.js';
import type { Layout } from './readout.js';
import type { Source } from './sources.js';
import type { VariedStudy } from './varied-study.js';

export interface LinearResult {
  readonly kind: 'linear';
  readonly layout: Layout;
  readonly nominal: Float64Array;
  /** Standard uncertainty of every value. */
  readonly standard: Float64Array;
  /** ∂y/∂q of every value, one array per source. */
  readonly derivatives: readonly Float64Array[];
}

/** Step of central differences in standard uncertainties: error of order h², rounding 10⁻¹³/h of what changes. */
const step = 0.02;
/** A small uncertainty is differentiated over this share of its value, so that rounding does not show. */
const leastShare = 1e-4;

/** Yields the fraction that is done. */
export function* linear(varied: VariedStudy, sources: readonly Source[], factor?: Factor): Generator<number, LinearResult | Reason> {
  const solve = quietly;
  const nominal = yield* solve(varied.adapt({}), 0);
  if ('code' in nominal) return nominal;
  const { layout, values } = nominal;
  const derivatives: Float64Array[] = [];
  for (const [k, { parameter, standard, value }] of sources.entries()) {
    const h = Math.max(step * standard, leastShare * Math.abs(value));
    const done = (k + 0.5) / (sources.length + 0.5);
    const above = yield* solve(varied.follow({ [parameter]: h }), done);
    if ('code' in above) return above;
    const below = yield* solve(varied.follow({ [parameter]: -h }), done);
    if ('code' in below) return below;
    derivatives.push(above.values.map((v, i) => (v - below.values[i]!) / (2 * h)));
  }
  const effects = (i: number) => derivatives.map((d, k) => d[i]! * sources[k]!.standard);
  const standard = values.map((_, i) => Math.hypot(...uncorrelated(effects(i), factor)));
  return { kind: 'linear', layout, nominal: values, standard, derivatives };
}

/** Runs to the end, yielding the same fraction at every step. */
export function* quietly<R>(running: Generator<void, R>, fraction: number): Generator<number, R> {
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return next.value;
    yield fraction;
  }
}
