/** Standard problems of thermodiffusion as bare transport systems. */
import { add, constant, divide, exp, multiply, negate, subtract, symbol, type Expression } from '../../../solver/expression/expression.js';
import { held, closed, region, system, unknown } from './systems.js';

/** Dilute Soret cell with a fixed linear temperature: D = 1e-10 m²/s, S_T ΔT = 2, L = 1 mm, w₀ = 0.01. */
export const soretCell = { D: 1e-10, s: 2, L: 1e-3, w0: 0.01, tau: 1e-6 / (Math.PI ** 2 * 1e-10) };
export function soretCellSystem(s = soretCell.s) {
  const { D, L, w0 } = soretCell;
  const w = symbol('w');
  return system({
    unknowns: [unknown('w')],
    regions: [region(1, { thickness: L, initial: [w0], storage: [w], transport: [[D]], drift: [multiply(constant((-D * s) / L), w)] })],
  });
}
/** Exact eigenfunction series of the Soret cell. */
export function soretCellExact(x: number, t: number, s = soretCell.s): number {
  const { D, L, w0 } = soretCell;
  const n0 = -Math.expm1(-s);
  let w = (w0 * s * Math.exp((-s * x) / L)) / n0;
  for (let n = 1; n < 400; n++) {
    const k = n * Math.PI;
    const rate = ((k * k + (s * s) / 4) * D) / (L * L);
    if (rate * t > 700) break;
    // φ = e^(−sx/2L)[cos kx/L − s/(2k) sin kx/L], weight e^(sx/L): <w₀ − w∞, φ>/<φ, φ>; w∞ is orthogonal to φ.
    const p = s / (2 * k);
    // ∫ e^(s y/2)(cos ky − p sin ky) dy over 0…1
    const q = s / 2;
    const integral = (f: (y: number) => number) => f(1) - f(0);
    const c = integral((y) => (Math.exp(q * y) * (q * Math.cos(k * y) + k * Math.sin(k * y))) / (q * q + k * k));
    const d = integral((y) => (Math.exp(q * y) * (q * Math.sin(k * y) - k * Math.cos(k * y))) / (q * q + k * k));
    const coefficient = (w0 * (c - p * d)) / (0.5 * (1 + p * p));
    w += coefficient * Math.exp(-rate * t) * Math.exp((-q * x) / L) * (Math.cos((k * x) / L) - p * Math.sin((k * x) / L));
  }
  return w;
}

/** Binary liquid with coupled heat and Dufour effect; S_T(T) changes sign inside the cell. */
export function binaryLiquid(options: { low?: number; high?: number; limit?: number; w0?: number; initialT?: Expression } = {}) {
  const R = 8.314462618;
  const [T, w] = [symbol('T'), symbol('w')];
  const [low, high] = [options.low ?? 283.15, options.high ?? 323.15];
  const rho = 850;
  const cp = 2900;
  const D = multiply(constant(8e-10), exp(multiply(constant(18e3 / R), subtract(constant(1 / 303.15), divide(constant(1), T)))));
  const S = multiply(constant(options.limit ?? 0.02), subtract(constant(1), exp(divide(subtract(constant(293.15), T), constant(20)))));
  const lambda = multiply(constant(0.2), add(constant(1), multiply(constant(-1.5e-3), subtract(T, constant(303.15)))));
  const dufour = multiply(constant((rho * R) / 0.03), T, T, D, S);
  const soret = multiply(constant(rho), D, S, w, subtract(constant(1), w));
  return system({
    unknowns: [unknown('T', 'temperature'), unknown('w')],
    regions: [
      region(2, {
        thickness: 1e-3,
        initial: [options.initialT ?? low, options.w0 ?? 0.3],
        storage: [multiply(constant(rho * cp), T), multiply(constant(rho), w)],
        transport: [
          [lambda, dufour],
          [soret, multiply(constant(rho), D)],
        ],
      }),
    ],
    walls: [
      [held(low), closed],
      [held(high), closed],
    ],
  });
}
export const minus = negate;
