/** Closed forms evaluated here, apart from the solver. */
import { integral } from '../closed-forms/special.js';
import { coleHopf, deGroot, finiteLewis, heatedSlab, meanOver, ternaryCell, uptake, wave } from '../closed-forms/transient.js';
import { steady, transient, type VerificationCase, type Wanted } from './case.js';

const R = 8.31446261815324;
const k_B = 1.380649e-23;
const g_0 = 9.80665;

/** Values at several output times of one transient. */
const over = (times: readonly number[], of: (t: number) => readonly Omit<Wanted, 'at' | 'within'>[]): readonly Wanted[] =>
  times.flatMap((at) => of(at).map((w) => ({ ...w, at, within: transient })));
const all = (values: Readonly<Record<string, number>>, within = steady): readonly Wanted[] =>
  Object.entries(values).map(([measure, wanted]) => ({ measure, wanted, within }));

function colehopfCase(): VerificationCase {
  const p = { D: 1e-9, a: (0.05 * 60) / 1e-3, L: 1e-3, w0: 0.3 };
  const scale = 0.55;
  return {
    model: 'cole-hopf',
    source: 'Cole–Hopf transform of Burgers’ equation',
    wanted: over([5, 20, 100, 500], (t) => [
      { measure: 'w_cold', wanted: coleHopf(0, t, p), scale },
      { measure: 'w_hot', wanted: coleHopf(p.L, t, p), scale },
      { measure: 'w_mid', wanted: coleHopf(p.L / 2, t, p), scale },
      { measure: 'total', wanted: p.w0, scale: 1e-8 },
    ]),
  };
}

function signChangeCase(): VerificationCase {
  const [S, T_star, T_0, cold, hot] = [0.02, 298, 25, 278, 318];
  const potential = (T: number) => S * (T + T_0 * Math.exp((T_star - T) / T_0));
  const shape = (T: number) => Math.exp(potential(T_star) - potential(T));
  const mean = integral(shape, cold, hot) / (hot - cold);
  return {
    model: 'sign-change',
    source: 'ln c = const − S_∞ [T + T_0 e^{(T*−T)/T_0}] (Iacopini & Piazza 2003)',
    wanted: all({ c_cold: shape(cold) / mean, c_hot: shape(hot) / mean, c_max: 1 / mean, x_max: 50e-6 }),
  };
}

function partitionCase(): VerificationCase {
  const resistances = [1e-3 / 0.6, 1e-3, 0.5e-3 / 0.3];
  const q = 40 / resistances.reduce((a, b) => a + b);
  const T1 = 290 + q * resistances[0]!;
  const T2 = T1 + q * resistances[1]!;
  const bath = (x: number) => Math.exp((-0.02 * (T1 - 290) * x) / 1e-3);
  const film = (x: number) => 3 * bath(1e-3) * Math.exp((0.01 * (330 - T2) * x) / 0.5e-3);
  const scale = 1.5e-3 / (integral(bath, 0, 1e-3) + integral(film, 0, 0.5e-3));
  return {
    model: 'partition',
    source: 'c_film = 3 c_bath at the interface, T jumps by q × resistance, the amount is that of the start',
    wanted: all({ q, c_cold: scale, c_hot: scale * film(0.5e-3), total: 1.5e-3 }),
  };
}

function waveCase(): VerificationCase {
  const p = { a: 1e-6, L: 5e-3, omega: (2 * Math.PI) / 10, T0: 300, A: 10, conductivity: 1 };
  return {
    model: 'oscillating-wall',
    source: 'Im e^{iωt} cosh k(L−x)/cosh kL (Carslaw & Jaeger, §2.6)',
    wanted: over([491, 492.5, 495, 500], (t) => [
      { measure: 'T_far', wanted: wave(p.L, t, p).T, scale: 20 },
      { measure: 'T_mid', wanted: wave(p.L / 2, t, p).T, scale: 20 },
      { measure: 'q', wanted: wave(0, t, p).q, scale: 12000 },
    ]),
  };
}

function lewisCase(): VerificationCase {
  const p = { D: 1e-7, a: 3e-7, L: 1e-3, S: 0.01 * 0.21, dT: 10, w0: 0.3, T0: 300 };
  const scale = 0.021;
  return {
    model: 'finite-lewis',
    source: 'thermal modes force the composition; Le = 3',
    wanted: over([0.1, 0.5, 2, 5], (t) => [
      { measure: 'T_mid', wanted: heatedSlab(p.L / 2, t, p), scale: 10 },
      { measure: 'w_cold', wanted: finiteLewis(0, t, p), scale },
      { measure: 'w_hot', wanted: finiteLewis(p.L, t, p), scale },
    ]),
  };
}

function sedimentationCase(): VerificationCase {
  const weight = (Math.PI / 6) * 50e-9 ** 3 * 500 * g_0;
  const L = 5e-3;
  const T = (x: number) => 290 + (30 * x) / L;
  const shape = (x: number) => Math.exp(-0.02 * (T(x) - 290)) * (T(x) / 290) ** ((-weight * L) / (k_B * 30));
  const mean = meanOver(shape, L);
  return {
    model: 'sedimentation',
    source: '∂ ln c = −S_T ∂T − m_b g/(k_B T) with T linear',
    wanted: all({ c_bottom: 1 / mean, c_top: shape(L) / mean, c_mid: shape(L / 2) / mean }),
  };
}

function ternaryCase(): VerificationCase {
  const p = {
    D: [
      [1e-9, 0.2e-9],
      [0.1e-9, 0.6e-9],
    ] as const,
    S: [2e-3, -1e-3] as const,
    gradient: 1e4,
    L: 1e-3,
    w0: [0.3, 0.4] as const,
  };
  const fall = (t: number, i: 0 | 1) => ternaryCell(0, t, p)[i] - ternaryCell(p.L, t, p)[i];
  return {
    model: 'ternary-modes',
    source: 'D diagonalised: each mode is de Groot’s cell',
    wanted: [
      ...over([20, 100, 400], (t) => [
        { measure: 'd_A', study: 'relax', wanted: fall(t, 0), scale: 0.02 },
        { measure: 'd_B', study: 'relax', wanted: fall(t, 1), scale: 0.02 },
        { measure: 'd_C', study: 'relax', wanted: -fall(t, 0) - fall(t, 1), scale: 0.02 },
      ]),
      { measure: 'd_A', study: 'rest', wanted: 0.02, within: steady },
      { measure: 'd_B', study: 'rest', wanted: -0.01, within: steady },
      { measure: 'd_C', study: 'rest', wanted: -0.01, within: steady },
    ],
  };
}

function robinCase(): VerificationCase {
  const [h1, h2, k1, k2, D, L, S] = [200, 500, 1e-6, 2e-6, 1e-9, 2e-3, 0.03];
  const q = 60 / (1 / h1 + L / 0.5 + 1 / h2);
  const [T_0, T_L] = [280 + q / h1, 340 - q / h2];
  const beta = (S * (T_L - T_0)) / L;
  // J = −D(c' + βc) constant: c_L = c_0 e^{−βL} − (J/Dβ)(1 − e^{−βL}); J = k1(3 − c_0) = k2(c_L − 0.5).
  const E = Math.exp(-beta * L);
  const r = (1 - E) / (D * beta);
  const J = (k2 * (3 * E - 0.5)) / (1 + k2 * (E / k1 + r));
  return {
    model: 'robin-both-sides',
    source: 'linear system of the two faces',
    wanted: all({ q, T_0, T_L, J, c_0: 3 - J / k1, c_L: 0.5 + J / k2 }),
  };
}

const uptakeCase = (shape: 'cylinder' | 'sphere'): VerificationCase => ({
  model: `transient-${shape}`,
  source: 'Crank, The Mathematics of Diffusion, §5.3 and §6.3',
  wanted: over([30, 100, 300], (t) => [
    { measure: 'centre', wanted: uptake(shape, 0, t, { D: 1e-9, R: 1e-3 }).local, scale: 1 },
    { measure: 'middle', wanted: uptake(shape, 0.5e-3, t, { D: 1e-9, R: 1e-3 }).local, scale: 1 },
    { measure: 'filled', wanted: uptake(shape, 0, t, { D: 1e-9, R: 1e-3 }).mean, scale: 1 },
  ]),
});

function dufourCase(): VerificationCase {
  const [rho, w, D, S, T, M1, M2, lambda] = [1, 0.8, 7e-5, 1.2e-3, 300, 40e-3, 4e-3, 0.05];
  const mean = 1 / (w / M1 + (1 - w) / M2);
  const epsilon = (rho * w * (1 - w) * ((R * T * mean) / (M1 * M2)) * T * D * S * S) / lambda;
  return {
    model: 'dufour-steady',
    source: 'λ_∞ = λ_0 (1 − ε) (de Groot & Mazur 1962, ch. XI §7)',
    wanted: all({ lambda_inf: lambda * (1 - epsilon) }),
  };
}

const strongColloid: VerificationCase = {
  model: 'strong-colloid',
  source: 'ln(c_cold/c_hot) = S_T ΔT = 60',
  wanted: [
    { measure: 'ln_fall', study: 'rest', wanted: 60, within: steady },
    // At the hot wall, e⁻⁶⁰ of the cold one: neither zero nor below.
    { measure: 'lowest', study: 'rest', wanted: (1e-3 * 60) / Math.expm1(60), within: 1e-4 },
    { measure: 'total', study: 'rest', wanted: 1e-3, within: 1e-12 },
    { measure: 'total', study: 'relax', at: 20000, wanted: 1e-3, within: 1e-12 },
  ],
};

/** Series and integrals of this file against known numbers: the test would otherwise compare two unknowns. */
export const anchors = {
  deGrootAtTau: () => {
    const p = { D: 6.21e-10, s: (9.5e-3 * 0.25 * 6) / 1.5e-3, L: 1.5e-3, w0: 0.5 };
    const tau = p.L ** 2 / (Math.PI ** 2 * p.D);
    return deGroot(0, tau, p) - deGroot(p.L, tau, p);
  },
  coleHopfMean: () => meanOver((x) => coleHopf(x, 20, { D: 1e-9, a: 3000, L: 1e-3, w0: 0.3 }), 1e-3),
  finiteLewisMean: () => meanOver((x) => finiteLewis(x, 0.5, { D: 1e-7, a: 3e-7, L: 1e-3, S: 0.0021, dT: 10, w0: 0.3 }), 1e-3),
};

export const derived: readonly VerificationCase[] = [
  colehopfCase(),
  signChangeCase(),
  partitionCase(),
  waveCase(),
  lewisCase(),
  sedimentationCase(),
  ternaryCase(),
  strongColloid,
  robinCase(),
  uptakeCase('cylinder'),
  uptakeCase('sphere'),
  dufourCase(),
];
