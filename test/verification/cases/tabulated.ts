/** Closed forms evaluated in multiple precision beforehand: thirteen digits each. */
import { formula, steady, transient, type VerificationCase } from './case.js';

const numbers = (within: number, values: Readonly<Record<string, number>>, scale?: number) =>
  Object.entries(values).map(([measure, wanted]) => ({ measure, wanted, within, ...(scale !== undefined && { scale }) }));

export const tabulated: readonly VerificationCase[] = [
  {
    model: 'V01-dilute-slab',
    source: 'c = c̄ a e^{−ax/L}/(1−e^{−a}), a = S_T ΔT',
    wanted: numbers(steady, { c_cold: 1.103331113225, c_hot: 0.9033311132254, ratio: 0.818730753078, c_mid: 0.9983352757296, c_there: 1 }),
  },
  {
    model: 'V02a-binary-slab',
    source: 'logit w linear in T',
    wanted: numbers(steady, { w_cold: 0.5118727677563, w_hot: 0.4881272322437, dw: 0.02374553551251, w_mid: 0.5, mean_w: 0.5 }),
  },
  {
    model: 'V02b-binary-slab',
    source: 'logit w linear in T; the linearised answer would be 7 % off',
    wanted: numbers(steady, { w_cold: 0.5218073030606, w_hot: 0.1286760966973, dw: 0.3931312063633, w_mid: 0.2864445010058, mean_w: 0.3 }),
  },
  {
    model: 'V03-relaxation-time',
    source: 'τ = L²/(π²D)',
    wanted: numbers(formula, { tau: 163.1581057042, tau_thermal: 1.447445480605, Lewis: 112.7214170692 }),
  },
  {
    model: 'V05-de-groot',
    source: 'de Groot’s series',
    wanted: [
      { measure: 'tau', study: 'rest', wanted: 367.1057378346, within: formula },
      { measure: 'dw', study: 'rest', wanted: 0.01425, within: steady },
      { measure: 'dw', study: 'relax', at: 91.77643445865, wanted: 0.005118209458275, within: transient },
      { measure: 'dw', study: 'relax', at: 367.1057378346, wanted: 0.01000060784809, within: transient },
      { measure: 'dw', study: 'relax', at: 1101.3172135038, wanted: 0.01367492874453, within: transient },
      { measure: 'w_quarter', study: 'relax', at: 367.1057378346, wanted: 0.5020602249914, within: transient, scale: 0.01425 },
    ],
  },
  {
    model: 'V09a-two-layers',
    source: 'resistances in series; c exponential in each layer',
    wanted: numbers(steady, {
      q: 2666.666666667,
      T_if: 297.5944444444,
      c_cold: 0.682451001049,
      c_if: 0.652783995533,
      c_hot: 1.896779929341,
      c_mean: 1,
    }),
  },
  {
    model: 'V10-open-slab',
    source: 'J = −Dβ(c_L − c_0 e^{−βL})/(1 − e^{−βL})',
    wanted: numbers(steady, { J: -9.146544131231e-7, J_out: 9.146544131231e-7, c_mid: 0.834050208238, slope: -4085.345586877 }),
  },
  {
    model: 'V12-metal-bar',
    source: 'c ~ e^{Q*/(RT)}',
    wanted: numbers(steady, { ratio: 0.6551893176651, c_cold: 1.233506522503, c_hot: 0.8081802968141 }),
  },
  {
    model: 'V13-annulus',
    source: 'c ~ r^m, m = S_T (T1 − T2)/ln(r2/r1)',
    wanted: numbers(steady, { c_inner: 0.5335272930524, c_outer: 1.312265389879, c_10: 0.9413801151748, T_10: 311.0721073929 }),
  },
  {
    model: 'V14-shell',
    source: 'T = a + b/r, c ~ e^{−S_T b/r}',
    wanted: numbers(steady, { c_inner: 0.4763421673341, c_outer: 1.17161267675, c_10: 0.9355517244892, T_10: 307.5 }),
  },
  {
    model: 'V16-convective-faces',
    source: 'q = ΔT/(1/h1 + L/λ + 1/h2)',
    wanted: numbers(steady, {
      q: 811.5942028986,
      T_cold: 312.4637681159,
      T_hot: 329.8550724638,
      c_cold: 1.071177803699,
      c_hot: 0.9320473689162,
    }),
  },
  {
    model: 'V20-talbot',
    source: 'Talbot et al. 1980 with the Cunningham factor of Davies',
    wanted: [
      { measure: 'K', study: 'Kn0p01', wanted: 0.228519069439, within: steady },
      { measure: 'K', study: 'Kn0p1', wanted: 0.3835776389415, within: steady },
      { measure: 'K', study: 'Kn1', wanted: 0.5190083368795, within: steady },
      { measure: 'K', study: 'Kn10', wanted: 0.5574284653711, within: steady },
      { measure: 'v', study: 'Kn0p1', wanted: 0.0001994603722496, within: steady },
    ],
  },
  {
    model: 'V22-thermophoresis-at-rest',
    source: 'c ~ T^{−Kν/D}',
    wanted: numbers(steady, { exponent: 0.96, c_cold: 1.157029905424, c_hot: 0.8706119809563 }),
  },
  {
    model: 'V23-two-bulbs',
    source: 'q = (T_h/T_c)^{−α}; moles weigh with 1/T',
    wanted: numbers(steady, { q: 0.8857952224983, x_cold: 0.5124794423902, x_hot: 0.4821722251568 }),
  },
  {
    model: 'V30-long-wave-onset',
    source: 'Ra_c = 720 Le/ψ for long waves between conducting, impermeable plates',
    wanted: numbers(formula, { Le: 0.008871428571429, Ra_c: 18.24979591837, dT_c: 0.02171121491175 }),
  },
  { model: 'V31a-entropy', source: 'Σ = q(1/T_c − 1/T_h)', wanted: numbers(steady, { sigma: 2.669632925473 }) },
  {
    model: 'V32-second-law',
    source: 'λ_∞ = λ_0 (1 − ε), ε = L_1q²/(L_11 L_qq)',
    wanted: [
      { measure: 'lambda_inf', wanted: 0.599556985477, within: steady },
      { measure: 'epsilon', wanted: 0.0007383575383425, within: steady, scale: 1 },
    ],
  },
  {
    model: 'V33-semi-infinite',
    source: 'half space, fixed face, constant drift',
    wanted: [
      { measure: 'c_10', at: 100, wanted: 19.16708934167, within: transient },
      { measure: 'c_10', at: 500, wanted: 96.77502972347, within: transient },
      { measure: 'c_30', at: 100, wanted: 0.1000019539256, within: transient },
    ],
  },
  {
    model: 'V38-mass-transfer',
    source: 'flux match at the face',
    wanted: numbers(steady, { c_L: 0.1369998346378, J_in: 7.399966927562e-8, J_out: 7.399966927562e-8 }),
  },
  {
    model: 'V39-source',
    source: 'c = −(s/Dβ)x + A(1 − e^{−βx})',
    wanted: [
      ...numbers(steady, {
        x_max: 0.002299362939222,
        c_max: 4.030022479452,
        outflux_x0: 4.314374178948e-6,
        outflux_xL: 1.685625821052e-6,
      }),
      { measure: 'closes', wanted: 0, within: 1e-12, scale: 6e-6 },
    ],
  },
  { model: 'V44-relaxation-cylinder', source: 'first zero of J1', wanted: numbers(formula, { tau: 109.6791430376 }) },
  { model: 'V44-relaxation-sphere', source: 'first root of tan z = z', wanted: numbers(formula, { tau: 79.75472274969 }) },
  {
    model: 'sealed-gas-transient',
    source: 'the same gas in a coordinate that moves with its molecules, 200 cells extrapolated, to nine digits',
    wanted: [
      [0.5, 0.499803472, 0.505670751, 0.49998896, 301.538515, 101706.864],
      [2, 0.499006467, 0.510069414, 0.49802691, 312.599647, 107959.067],
      [5, 0.495190529, 0.509888126, 0.498762044, 333.95901, 112524.223],
      [20, 0.489341825, 0.510719381, 0.500743543, 349.788659, 115824.559],
    ].flatMap(([at, x_cold, x_hot, x_mid, T_mid, p]) => [
      ...numbers(transient, { x_cold: x_cold!, x_hot: x_hot!, x_mid: x_mid! }, 0.0216).map((one) => ({ ...one, at: at! })),
      ...numbers(transient, { T_mid: T_mid! }, 100).map((one) => ({ ...one, at: at! })),
      ...numbers(transient, { p: p! }, 15869).map((one) => ({ ...one, at: at! })),
    ]),
  },
];
