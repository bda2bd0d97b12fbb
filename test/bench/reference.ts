/** Reference solutions at x = k L/200, k = 1 … 199, and the error of a solution against them. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { FieldOutcome } from '../../solver/outcome.js';

export interface Reference {
  readonly t: readonly number[];
  /** Field → one profile per time. */
  readonly fields: Readonly<Record<string, readonly (readonly number[])[]>>;
  /** Largest minus smallest value of each field over all outputs: what errors are relative to. */
  readonly range: Readonly<Record<string, number>>;
}

/** Converged finite volumes (1000/3000/9000 cells, Richardson extrapolation, agreeing to 1e-11). */
export const storedReference = (folder: string, name: 'b2' | 'b3'): Reference =>
  JSON.parse(readFileSync(path.join(folder, `${name}.json`), 'utf8')) as Reference;

const points = Array.from({ length: 199 }, (_, i) => (i + 1) / 200);

/** B1 exactly: modes of the sealed slab with constant drift, s = S_T ΔT = 2. */
export function exactB1(): Reference {
  const s = 2;
  const w0 = 0.01;
  const tau = 1e-6 / (Math.PI ** 2 * 1e-10);
  const t = [0.1, 0.2, 0.5, 1, 2, 5].map((f) => f * tau);
  const rest = (x: number) => (w0 * s * Math.exp(-s * x)) / (1 - Math.exp(-s));
  const profile = (time: number) =>
    points.map((x) => {
      let w = rest(x);
      for (let n = 1; n < 200; n++) {
        const k = n * Math.PI;
        const decay = ((k * k + (s * s) / 4) * 1e-10 * time) / 1e-6;
        if (decay > 60) break;
        const a = s / 2;
        const e = Math.exp(a) * (n % 2 ? -1 : 1);
        const c =
          (w0 * ((a * (e - 1)) / (a * a + k * k) + ((s / (2 * k)) * k * (e - 1)) / (a * a + k * k))) / (0.5 * (1 + (s * s) / (4 * k * k)));
        w += c * Math.exp(-decay - a * x) * (Math.cos(k * x) - (s / (2 * k)) * Math.sin(k * x));
      }
      return w;
    });
  const w = t.map(profile);
  // The range counts the walls at rest, where the field is largest and smallest.
  return { t, fields: { w }, range: { w: rest(0) - rest(1) } };
}

/** Largest deviation over all fields, times and points, relative to each field's range. `names` maps fields of the reference to keys of the outcome. */
export function errorOf(outcome: FieldOutcome, reference: Reference, names: Readonly<Record<string, string>>): number {
  let worst = 0;
  for (const [field, profiles] of Object.entries(reference.fields)) {
    const values = outcome.fields[names[field] ?? field]?.values;
    reference.t.forEach((time, i) => {
      const k = outcome.times.findIndex((t) => Math.abs((t ?? NaN) - time) < 1e-9 * time);
      const profile = values?.[k];
      if (!profile || profile.length !== 201) throw new Error(`no profile of ${field} at ${time} s on 201 points`);
      profiles[i]!.forEach((wanted, j) => {
        worst = Math.max(worst, Math.abs(profile[j + 1]! - wanted) / reference.range[field]!);
      });
    });
  }
  return worst;
}

/** B6: w at both walls and the heat flux, by quadrature with T as the variable (J = 0 and q constant at rest). */
export function exactB6(S_inf: number, dT: number): { readonly cold: number; readonly hot: number; readonly q: number } {
  const [R, rho, lambda, a, D0, E, T_ref, T_star, T_0, M, w0, L] = [
    8.31446261815324, 850, 0.2, -1.5e-3, 8e-10, 18e3, 303.15, 293.15, 20, 0.03, 0.3, 1e-3,
  ];
  const [cold, hot] = [303.15 - dT / 2, 303.15 + dT / 2];
  const panels = 200;
  const h = dT / panels / 2;
  const offsets = [-Math.sqrt(0.6), 0, Math.sqrt(0.6)] as const;
  const weights = [5 / 9, 8 / 9, 5 / 9] as const;
  const nodes = Array.from({ length: panels }, (_, i) => i).flatMap((i) =>
    offsets.map((o, k) => ({ T: cold + (2 * i + 1) * h + o * h, weight: weights[k]! * h })),
  );
  const potential = (T: number) => S_inf * (T + T_0 * Math.exp((T_star - T) / T_0));
  const fraction = (C: number, T: number) => 1 / (1 + Math.exp(potential(T) - C));
  const conductivity = (C: number, T: number) => {
    const S = S_inf * (1 - Math.exp((T_star - T) / T_0));
    const D = D0 * Math.exp((-E / R) * (1 / T - 1 / T_ref));
    const w = fraction(C, T);
    return lambda * (1 + a * (T - T_ref)) - rho * (R / M) * T * T * D * S * S * w * (1 - w);
  };
  const mean = (C: number) => {
    let [up, down] = [0, 0];
    for (const { T, weight } of nodes) {
      const dx = weight * conductivity(C, T);
      up += dx * fraction(C, T);
      down += dx;
    }
    return { w: up / down, q: down / L };
  };
  let [low, high] = [potential(cold) - 8, potential(hot) + 8];
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2;
    if (mean(middle).w < w0) low = middle;
    else high = middle;
  }
  const C = (low + high) / 2;
  return { cold: fraction(C, cold), hot: fraction(C, hot), q: mean(C).q };
}
