/** Problems of textbooks in the words of a scientist: other conventions, units, geometries. Numbers of their closed forms to twelve digits. */
import { steady, transient, type VerificationCase } from './case.js';

export const textbook: readonly VerificationCase[] = [
  {
    model: 'textbook/heat-of-transport',
    source: 'c ∝ exp(Q*/(R T)), T linear, the mean fixed',
    wanted: [
      { measure: 'a', wanted: 172.907815712, within: steady },
      { measure: 'b', wanted: 54.9985925505, within: steady },
      { measure: 'm', wanted: 125.465687549, within: steady },
    ],
  },
  {
    model: 'textbook/hollow-cylinder',
    source: 'c ∝ exp(Q*/(k_B T)), T logarithmic in r',
    wanted: [
      { measure: 'a', wanted: 15.7365643864, within: steady },
      { measure: 'b', wanted: 7.25980090526, within: steady },
      { measure: 'q', wanted: 2728391.66984, within: steady },
      { measure: 'total', wanted: 0.000659734457254, within: steady },
    ],
  },
  {
    model: 'textbook/hollow-sphere',
    source: 'logit w linear in T, T linear in 1/r, the mean over the volume fixed',
    wanted: [
      { measure: 'a', wanted: 0.236550581402, within: steady },
      { measure: 'b', wanted: 0.683885239918, within: steady },
    ],
  },
  {
    model: 'textbook/sign-change-quadratic',
    source: 'ln c = −∫S_T dT; its maximum where S_T = 0',
    wanted: [
      { measure: 'a', wanted: 498.241284114, within: steady },
      { measure: 'b', wanted: 495.275644889, within: steady },
      { measure: 'top', wanted: 501.823296953, within: steady },
      { measure: 'where', wanted: 0.00401334999812, within: 1e-5 },
    ],
  },
  {
    model: 'textbook/heated-half-space',
    source: 'Carslaw & Jaeger 1959, §2.9',
    wanted: [
      { measure: 'wall', at: 10, wanted: 22.5315616376, within: transient },
      { measure: 'wall', at: 60, wanted: 55.1908291203, within: transient },
      { measure: 'mm', at: 30, wanted: 14.42001678, within: transient, scale: 20 },
    ],
  },
  {
    model: 'textbook/periodic-state',
    source: 'amplitude 1/cosh((iω/a)^½ L)',
    wanted: [
      { measure: 'b', at: 2000, wanted: 0.0927017400385, within: transient, scale: 5 },
      { measure: 'b', at: 2025, wanted: -0.00295477489084, within: transient, scale: 5 },
    ],
  },
  {
    model: 'textbook/sedimentation-in-gradient',
    source: '∇ln c = −m g/(k_B T) − S_T ∇T: c ∝ T^(−m g L/(k_B ΔT)) exp(−S_T T)',
    wanted: [
      { measure: 'a', wanted: 1.11676783908, within: steady },
      { measure: 'b', wanted: 0.8919252935, within: steady },
    ],
  },
  {
    model: 'textbook/thiele-sphere',
    source: 'φ/sinh φ, j = D c (φ coth φ − 1)/R',
    wanted: [
      { measure: 'centre', wanted: 0.551441129544, within: steady },
      { measure: 'j', wanted: 5.37314720728e-7, within: steady },
    ],
  },
  {
    model: 'textbook/contact-resistance',
    source: 'resistances in series',
    wanted: [
      { measure: 'q', wanted: 71428.5714286, within: steady },
      { measure: 'jump', wanted: 7.14285714286, within: steady },
    ],
  },
  {
    model: 'textbook/partition-flux',
    source: 'resistances L₁/D₁ + L₂/(k D₂)',
    wanted: [
      { measure: 'j', wanted: 5.45454545455e-6, within: steady },
      { measure: 'out', wanted: -5.45454545455e-6, within: steady },
      { measure: 'm', wanted: 6.81818181818, within: steady },
    ],
  },
  {
    model: 'textbook/alpha-in-mole-fractions',
    source: 'x/(1 − x) ∝ T^−α, the mean mass fixed',
    wanted: [
      { measure: 'a', wanted: 0.410910583719, within: steady },
      { measure: 'b', wanted: 0.609808414821, within: steady },
    ],
  },
  {
    model: 'textbook/thermal-diffusion-ratio',
    source: 'x = C − k_T ln T, the mean mass fixed',
    wanted: [
      { measure: 'a', wanted: 0.407548675679, within: steady },
      { measure: 'b', wanted: 0.393164572057, within: steady },
    ],
  },
  {
    model: 'textbook/nonlinear-transient',
    source: 'second-order finite volumes, 200 cells extrapolated',
    wanted: [
      { measure: 'a', at: 20, wanted: 0.547758413503, within: transient, scale: 0.3 },
      { measure: 'b', at: 20, wanted: 0.452241586497, within: transient, scale: 0.3 },
      { measure: 'a', at: 60, wanted: 0.582094097644, within: transient, scale: 0.3 },
      { measure: 'b', at: 60, wanted: 0.417905902356, within: transient, scale: 0.3 },
    ],
  },
  {
    model: 'textbook/ionic-heats',
    source: 'c ∝ exp((Q₊ + Q₋)/(2RT)); ψ = −(Q₊ − Q₋)/(2F) ln T',
    wanted: [
      { measure: 'a', wanted: 102.753691113, within: steady },
      { measure: 'b', wanted: 97.4125176868, within: steady },
      { measure: 'psi', wanted: -0.00101261882499, within: steady },
    ],
  },
  {
    model: 'textbook/ramped-wall',
    source: 'late lag b L²/(2a)',
    wanted: [{ measure: 'd', at: 3000, wanted: 3.48333333333, within: transient }],
  },
  {
    model: 'textbook/ternary-primed',
    source: '∇w = −D⁻¹ D′_T ∇T',
    wanted: [
      { measure: 'dA', wanted: 0.00957446808511, within: steady },
      { measure: 'dB', wanted: -0.00744680851064, within: steady },
      { measure: 'dC', wanted: -0.00212765957447, within: steady },
    ],
  },
  {
    model: 'textbook/flux-pulse',
    source: 'total j τ; early wall value 2 j (t/(π D))^½',
    wanted: [
      { measure: 'total', at: 60, wanted: 2e-5, within: steady },
      { measure: 'a', at: 3600, wanted: 0.02, within: transient },
      { measure: 'a', at: 15, wanted: 0.0797884560803, within: transient },
    ],
  },
  {
    model: 'textbook/flux-against-transfer',
    source: 'c = c_a + j/k_m (+ j L/D)',
    wanted: [
      { measure: 'b', wanted: 22.1115674196, within: steady },
      { measure: 'a', wanted: 39.2231348392, within: steady },
    ],
  },
  {
    model: 'textbook/kirchhoff',
    source: '∫λ dT = q L²/8',
    wanted: [{ measure: 'd', wanted: 6.15528128088, within: steady }],
  },
  {
    model: 'textbook/soret-of-composition',
    source: 'w(1 − w)/(1 − 2w)² ∝ exp(−S T), the mean fixed',
    wanted: [
      { measure: 'a', wanted: 0.357921417938, within: steady },
      { measure: 'b', wanted: 0.234262482313, within: steady },
    ],
  },
  {
    model: 'textbook/minus-grad-lnT',
    source: 'w = C − D^T/(ρ D) ln T',
    wanted: [{ measure: 'a', wanted: 0.548411977848, within: steady }],
  },
  {
    model: 'textbook/iacopini-piazza',
    source: 'ln c = −S [T + T₀ exp((T* − T)/T₀)]',
    wanted: [
      { measure: 'a', wanted: 0.949697706658, within: steady },
      { measure: 'b', wanted: 0.938092969881, within: steady },
    ],
  },
  {
    model: 'textbook/conductivity-at-rest',
    source: 'λ_∞ = λ₀ − ρ w_A w_B T (w_A μ_AA) D S_T²',
    wanted: [{ measure: 'q', wanted: 0.0877632516413, within: steady }],
  },
  {
    model: 'textbook/four-components-alike',
    source: '∇ln(w_i/w_n) = −S_in ∇T',
    wanted: [
      { measure: 'a', wanted: 0.3, within: steady },
      { measure: 'b', wanted: -0.6, within: steady },
      { measure: 'total', wanted: 0.4, within: 1e-9 },
    ],
  },
];
