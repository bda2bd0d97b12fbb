/** Closed forms of coupled and composition-dependent problems. */
import { evolved, inverse } from '../closed-forms/linear.js';
import { integral, root } from '../closed-forms/special.js';
import { steady, transient, type VerificationCase } from './case.js';

const R = 8.31446261815324;

/** S_T = S (1 + b w): −S dT = dw/(w(1−w)(1+bw)), with T linear in x. */
function compositionDependent(): VerificationCase {
  const [S, b, dT, mean] = [0.04, 3, 40, 0.3];
  // ∫ dw/(w(1−w)(1+bw)) by partial fractions.
  const potential = (w: number) => Math.log(w) - Math.log(1 - w) / (1 + b) - (b / (1 + b)) * Math.log(1 + b * w);
  const hotOf = (cold: number) => root((w) => potential(w) - potential(cold) + S * dT, 1e-12, cold);
  const meanOf = (cold: number) => integral((w) => w / (w * (1 - w) * (1 + b * w)) / (S * dT), hotOf(cold), cold);
  const cold = root((w) => meanOf(w) - mean, mean, 0.95);
  return {
    model: 'composition-dependent',
    source: '−S dT = dw/(w(1−w)(1+bw)), the mean over x fixed',
    wanted: [
      { measure: 'w_cold', wanted: cold, within: steady },
      { measure: 'w_hot', wanted: hotOf(cold), within: steady },
    ],
  };
}

/** Amplitudes of cos(πx/L): w' = −k²(D w + D_T w₀(1−w₀) T), T' = −k²(λ T + ρ R T²/M D_T w)/(ρ c_p). */
function dufourTransient(): VerificationCase {
  const [rho, D, S, lambda, cp, w0, T0, M, L] = [1, 7e-5, 2e-3, 0.08, 1000, 0.4, 300, 0.03, 0.01];
  const k2 = (Math.PI / L) ** 2;
  const system = [
    [-k2 * D, -k2 * D * S * w0 * (1 - w0)],
    [(-k2 * ((rho * R * T0 * T0) / M) * D * S) / (rho * cp), (-k2 * lambda) / (rho * cp)],
  ];
  return {
    model: 'dufour-transient',
    source: 'two coupled amplitudes of the first cosine mode',
    wanted: [0.02, 0.1, 0.5].flatMap((at) => {
      const [w, T] = evolved(system, [1e-4, 0], at);
      return [
        { measure: 'w_fall', at, wanted: w! / 1e-4, within: transient, scale: 1 },
        { measure: 'T_fall', at, wanted: 2 * T!, within: transient, scale: 0.005 },
      ];
    }),
  };
}

/** Fick's matrix from Maxwell–Stefan (Taylor & Krishna 1993, §2.1), equal molar masses: B w' = −∇w. */
function fourGases(): VerificationCase {
  const x = [0.2, 0.3, 0.1, 0.4];
  const pairs: Readonly<Record<string, number>> = { '01': 1e-5, '02': 8e-5, '03': 3e-5, '12': 2e-5, '13': 6e-5, '23': 9e-5 };
  const pair = (i: number, j: number) => pairs[i < j ? `${i}${j}` : `${j}${i}`]!;
  const B = [0, 1, 2].map((i) =>
    [0, 1, 2].map((j) =>
      i === j
        ? x[i]! / pair(i, 3) + [0, 1, 2, 3].filter((k) => k !== i).reduce((s, k) => s + x[k]! / pair(i, k), 0)
        : -x[i]! * (1 / pair(i, j) - 1 / pair(i, 3)),
    ),
  );
  const k2 = (Math.PI / 0.01) ** 2;
  const system = inverse(B).map((row) => row.map((v) => -k2 * v));
  return {
    model: 'four-gases',
    source: 'D = B⁻¹ of the Maxwell–Stefan equations; three coupled amplitudes',
    wanted: [0.05, 0.2, 1].flatMap((at) => {
      const falls = evolved(system, [1, 0, -0.5], at);
      return [
        ...['A', 'B', 'C'].map((name, i) => ({ measure: `${name}_fall`, at, wanted: falls[i]!, within: transient, scale: 1 })),
        { measure: 'D_fall', at, wanted: -falls[0]! - falls[1]! - falls[2]!, within: transient, scale: 1 },
      ];
    }),
  };
}

/** Internal energy p/(γ − 1) and the adiabatic T p^(1/γ − 1), γ = 7/5; what was filled in stays. */
function sealedGasHeating(): VerificationCase {
  const [q, L, p0, T0, M] = [100, 0.1, 1e5, 300, 0.028];
  return {
    model: 'sealed-gas-heating',
    source: 'dp/dt = (γ − 1) q/L; adiabatic compression far from the heated wall',
    wanted: [5, 10].flatMap((at) => {
      const p = p0 + (0.4 * q * at) / L;
      return [
        { measure: 'p', at, wanted: p, within: transient, scale: p - p0 },
        // The heated wall is 94 K above the rest at the end.
        { measure: 'T_right', at, wanted: T0 * (p / p0) ** (2 / 7), within: transient, scale: 94 },
        { measure: 'filled', at, wanted: (0.5 * M * p0 * L) / (R * T0), within: 1e-11 },
      ];
    }),
  };
}

export const coupled: readonly VerificationCase[] = [compositionDependent(), dufourTransient(), fourGases(), sealedGasHeating()];
