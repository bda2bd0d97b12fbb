/** Closed forms of transients, as series that converge to rounding at the times asked for. */
import { besselJ, integral, root } from './special.js';

/**
 * Mass fraction in a sealed slab with constant gradient: w_t = D (w_x + a w(1−w))_x, a = S_T T'.
 * Cole–Hopf: w = 1/2 − ψ_x/(aψ) with ψ_t = D ψ_xx − (D a²/4) ψ and ψ constant in time at both walls.
 */
export function coleHopf(x: number, t: number, { D, a, L, w0 }: { D: number; a: number; L: number; w0: number }): number {
  const k = a * (w0 - 0.5);
  const psi0 = (s: number) => Math.exp(-k * s);
  // Steady ψ of the same wall values: ψ'' = a²/4 ψ.
  const h = a / 2;
  const [left, right] = [psi0(0), psi0(L)];
  const steady = (s: number) => (left * Math.sinh(h * (L - s)) + right * Math.sinh(h * s)) / Math.sinh(h * L);
  const steadySlope = (s: number) => (h * (-left * Math.cosh(h * (L - s)) + right * Math.cosh(h * s))) / Math.sinh(h * L);
  let psi = steady(x);
  let slope = steadySlope(x);
  for (let n = 1; n < 400; n++) {
    const q = (n * Math.PI) / L;
    const decay = D * (q * q + h * h) * t;
    if (decay > 45) break;
    // ∫ e^{−ks} sin(qs) ds and the same of the steady part, both over [0, L].
    const start = (q * (left - (n % 2 ? -1 : 1) * right)) / (k * k + q * q);
    const end = (q * (left - (n % 2 ? -1 : 1) * right)) / (h * h + q * q);
    const b = (2 / L) * (start - end) * Math.exp(-decay);
    psi += b * Math.sin(q * x);
    slope += b * q * Math.cos(q * x);
  }
  return 0.5 - slope / (a * psi);
}

/** De Groot's cell: w_t = D w_xx + sealed walls, w_x = −s at them; s = S_T w0 (1−w0) ΔT/L switched on at t = 0. */
export function deGroot(x: number, t: number, { D, s, L, w0 }: { D: number; s: number; L: number; w0: number }): number {
  let sum = 0;
  for (let k = 1; k < 2001; k += 2) {
    const decay = (k * k * Math.PI * Math.PI * D * t) / (L * L);
    if (decay > 45) break;
    sum += (Math.cos((k * Math.PI * x) / L) * Math.exp(-decay)) / (k * k);
  }
  return w0 + s * L * (0.5 - x / L - (4 / Math.PI ** 2) * sum);
}

/** T of a slab whose right wall jumps by ΔT at t = 0. */
export function heatedSlab(x: number, t: number, { a, L, T0, dT }: { a: number; L: number; T0: number; dT: number }): number {
  let sum = 0;
  for (let n = 1; n < 1000; n++) {
    const q = (n * Math.PI) / L;
    if (a * q * q * t > 45) break;
    sum += ((n % 2 ? -1 : 1) / n) * Math.sin(q * x) * Math.exp(-a * q * q * t);
  }
  return T0 + dT * (x / L + (2 / Math.PI) * sum);
}

/**
 * The linearised cell with T of `heatedSlab`: w_t = D (w_x + S T_x)_x, sealed; S = S_T w0 (1−w0).
 * Steady part + the forced answer e^{−g t} φ(x) to every thermal mode (−g φ = D (φ″ + S T_m″), φ′ = −S T_m′ at the walls) + free modes that make up the start.
 * Le = a/D must not be a square of a whole number (resonance).
 */
export function finiteLewis(x: number, t: number, p: { D: number; a: number; L: number; S: number; dT: number; w0: number }): number {
  const { D, a, L, S, dT, w0 } = p;
  const Le = a / D;
  const thermal = 400;
  const sign = (m: number) => (m % 2 ? -1 : 1);
  let w = w0 + S * dT * (0.5 - x / L);
  for (let m = 1; m <= thermal; m++) {
    const q = (m * Math.PI) / L;
    if (a * q * q * t > 45) break;
    const tau = (2 * sign(m) * dT) / (m * Math.PI);
    const r = q * Math.sqrt(Le);
    const C = (-S * tau * Le * q) / ((Le - 1) * r);
    const B = (C * (Math.cos(r * L) - sign(m))) / Math.sin(r * L);
    const phi = ((S * tau) / (Le - 1)) * Math.sin(q * x) + B * Math.cos(r * x) + C * Math.sin(r * x);
    w += phi * Math.exp(-a * q * q * t);
  }
  for (let n = 1; n < 400; n++) {
    const q = (n * Math.PI) / L;
    const k = D * q * q;
    if (k * t > 45) break;
    let c = n % 2 ? -(2 * L) / (n * Math.PI) / k : 0;
    for (let m = 1; m <= thermal; m++)
      if ((n + m) % 2) c -= (2 * sign(m) * (L / Math.PI) * ((2 * n) / (n * n - m * m))) / (k - a * ((m * Math.PI) / L) ** 2);
    w += (2 / L) * D * S * q * (dT / L) * c * Math.cos(q * x) * Math.exp(-k * t);
  }
  return w;
}

/** Uptake of a solid cylinder or sphere, surface at 1 from t = 0: local value and mean (Crank, The Mathematics of Diffusion, §5.3, §6.3). */
export function uptake(
  shape: 'cylinder' | 'sphere',
  r: number,
  t: number,
  { D, R }: { D: number; R: number },
): { local: number; mean: number } {
  let local = 1;
  let mean = 1;
  for (let n = 1; n < 400; n++) {
    if (shape === 'sphere') {
      const q = (n * Math.PI) / R;
      const decay = Math.exp(-D * q * q * t);
      const sign = n % 2 ? -1 : 1;
      local += r === 0 ? 2 * sign * decay : ((2 * R * sign) / (n * Math.PI * r)) * Math.sin(q * r) * decay;
      mean -= (6 / (n * n * Math.PI ** 2)) * decay;
      if (decay < 1e-18) break;
    } else {
      const z = root((x) => besselJ(0, x), (n - 0.5) * Math.PI, n * Math.PI);
      const decay = Math.exp(-D * (z / R) ** 2 * t);
      local -= ((2 * besselJ(0, (z * r) / R)) / (z * besselJ(1, z))) * decay;
      mean -= (4 / (z * z)) * decay;
      if (decay < 1e-18) break;
    }
  }
  return { local, mean };
}

/** Two components with constant D and S': both diagonalise together; every mode is De Groot's cell with its own D. */
export function ternaryCell(
  x: number,
  t: number,
  p: {
    D: readonly [readonly [number, number], readonly [number, number]];
    S: readonly [number, number];
    gradient: number;
    L: number;
    w0: readonly [number, number];
  },
): readonly [number, number] {
  const [[a, b], [c, d]] = p.D;
  const half = (a + d) / 2;
  const spread = Math.sqrt(((a - d) / 2) ** 2 + b * c);
  const [l1, l2] = [half + spread, half - spread];
  // Columns are eigenvectors (b, λ − a); S in that basis.
  const v1 = [b, l1 - a] as const;
  const v2 = [b, l2 - a] as const;
  const det = v1[0] * v2[1] - v2[0] * v1[1];
  const s1 = (p.S[0] * v2[1] - v2[0] * p.S[1]) / det;
  const s2 = (v1[0] * p.S[1] - p.S[0] * v1[1]) / det;
  const m1 = deGroot(x, t, { D: l1, s: s1 * p.gradient, L: p.L, w0: 0 });
  const m2 = deGroot(x, t, { D: l2, s: s2 * p.gradient, L: p.L, w0: 0 });
  return [p.w0[0] + v1[0] * m1 + v2[0] * m2, p.w0[1] + v1[1] * m1 + v2[1] * m2];
}

/** Temperature wave T0 + A Im[e^{iωt} cosh(k(L−x))/cosh(kL)], k = (1+i)√(ω/2a): oscillating wall at 0, insulated at L; and the heat flux into x = 0. */
export function wave(
  x: number,
  t: number,
  p: { a: number; L: number; omega: number; T0: number; A: number; conductivity: number },
): { T: number; q: number } {
  const k = Math.sqrt(p.omega / (2 * p.a));
  const cosh = (y: number): readonly [number, number] => [Math.cosh(k * y) * Math.cos(k * y), Math.sinh(k * y) * Math.sin(k * y)];
  const sinh = (y: number): readonly [number, number] => [Math.sinh(k * y) * Math.cos(k * y), Math.cosh(k * y) * Math.sin(k * y)];
  const over = ([a, b]: readonly [number, number], [c, d]: readonly [number, number]): readonly [number, number] => [
    (a * c + b * d) / (c * c + d * d),
    (b * c - a * d) / (c * c + d * d),
  ];
  const turn = ([a, b]: readonly [number, number]): number => a * Math.sin(p.omega * t) + b * Math.cos(p.omega * t);
  const [re, im] = over(sinh(p.L), cosh(p.L));
  // −λ T_x at 0 = λ k(1+i) tanh(kL)
  return {
    T: p.T0 + p.A * turn(over(cosh(p.L - x), cosh(p.L))),
    q: p.conductivity * p.A * turn([k * (re - im), k * (re + im)]),
  };
}

/** Mean over the slab of a profile. */
export const meanOver = (f: (x: number) => number, L: number): number => integral(f, 0, L) / L;
