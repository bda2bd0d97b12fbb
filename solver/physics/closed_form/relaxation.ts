/**
 * A composition between sealed walls in a steady linear temperature or field, from a uniform state: c_t = D (c_x + a g(c))_x, where
 * a = S dT/dx − b is constant.
 *
 * The amount up to x, W = ∫_0^x c dx, has fixed values at both walls. For g = c it obeys W_t = D (W_xx + a W_x) (M. Mason and W. Weaver,
 * Phys. Rev. 23 (1924) 412); for g = w(1−w) the same holds of θ = e^{−aW}, the transformation of Hopf and Cole, so that the whole
 * nonlinear relaxation of a binary mixture is a series.
 */
import type { Mobility } from './equilibrium.js';
import { DecayingSeries, type Mode } from './series.js';

export interface SealedRelaxation {
  /** [m²/s] */
  readonly D: number;
  /** [1/m] */
  readonly a: number;
  readonly from: number;
  readonly to: number;
  readonly initial: number;
  readonly kind: Mobility;
}

/** Beyond this a·L the sums cancel; the state is then a thin layer at a wall. */
const strongest = 60;
/** Below it nothing moves. */
const weakest = 1e-9;

/** c(x, t); NaN for times too short for the series. Undefined when the force is too strong for it. */
export function relaxation({ D, a, from, to, initial, kind }: SealedRelaxation): ((x: number, t: number) => number) | undefined {
  const L = to - from;
  if (!(Math.abs(a * L) < strongest)) return undefined;
  if (Math.abs(a * L) < weakest) return () => initial;
  // ψ is W or θ; ψ at rest is A + B e^{−ax}.
  const [p, q] = kind === 'dilute' ? [0, initial * L] : [1, Math.exp(-a * initial * L)];
  const B = (q - p) / Math.expm1(-a * L);
  const A = p - B;
  const mode = (n: number): Mode => {
    const wave = (n * Math.PI) / L;
    const start = kind === 'dilute' ? initial * rampSine(a / 2, wave, n, L) : expSine(a / 2 - a * initial, wave, n, L);
    const rest = A * expSine(a / 2, wave, n, L) + B * expSine(-a / 2, wave, n, L);
    return { amplitude: (2 / L) * (start - rest), rate: D * (wave * wave + (a * a) / 4) };
  };
  const series = new DecayingSeries(L, 0, mode);
  return (x, t) => {
    if (t === 0) return initial;
    const s = x - from;
    const sums = series.at(s, t);
    if (!sums) return NaN;
    const fade = Math.exp((-a * s) / 2);
    const psiSlope = -a * B * Math.exp(-a * s) + fade * (sums.slope - (a / 2) * sums.sine);
    return kind === 'dilute' ? psiSlope : -psiSlope / (a * (A + B * Math.exp(-a * s) + fade * sums.sine));
  };
}

/** ∫_0^L e^{sx} sin(kx) dx with k = nπ/L. */
const expSine = (s: number, k: number, n: number, L: number): number => (k * (1 - (n % 2 ? -1 : 1) * Math.exp(s * L))) / (s * s + k * k);

/** ∫_0^L x e^{sx} sin(kx) dx: the derivative of the former with respect to s. */
function rampSine(s: number, k: number, n: number, L: number): number {
  const end = (n % 2 ? -1 : 1) * Math.exp(s * L);
  const square = s * s + k * k;
  return (-k * L * end) / square - (2 * s * k * (1 - end)) / (square * square);
}
