/** First-order propagation: u² = Σ (∂y/∂q · u_q)² for independent sources (JCGM 100:2008, 5.1.2). */
import type { Reason } from '../outcome.js';
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
export function* linear(varied: VariedStudy, sources: readonly Source[]): Generator<number, LinearResult | Reason> {
  const solve = quietly;
  const nominal = yield* solve(varied.adapt({}), 0);
  if ('code' in nominal) return nominal;
  const { layout, values } = nominal;
  const squares = new Float64Array(values.length);
  const derivatives: Float64Array[] = [];
  for (const [k, { parameter, standard, value }] of sources.entries()) {
    const h = Math.max(step * standard, leastShare * Math.abs(value));
    const done = (k + 0.5) / (sources.length + 0.5);
    const above = yield* solve(varied.follow({ [parameter]: h }), done);
    if ('code' in above) return above;
    const below = yield* solve(varied.follow({ [parameter]: -h }), done);
    if ('code' in below) return below;
    const slope = above.values.map((v, i) => (v - below.values[i]!) / (2 * h));
    derivatives.push(slope);
    slope.forEach((d, i) => (squares[i] = squares[i]! + (d * standard) ** 2));
  }
  return { kind: 'linear', layout, nominal: values, standard: squares.map(Math.sqrt), derivatives };
}

/** Runs to the end, yielding the same fraction at every step. */
export function* quietly<R>(running: Generator<void, R>, fraction: number): Generator<number, R> {
  for (let next = running.next(); ; next = running.next()) {
    if (next.done) return next.value;
    yield fraction;
  }
}
