/**
 * The functions of the language, each declared once. The evaluator, the derivative, the dimension check, completion and the manual derive from here.
 * `corners` names those whose arguments give instants that a time step must hit exactly.
 */

/** How an argument's or a result's dimension is found. `pure`: dimensionless; `first`: that of the first argument; `root`: its square root. */
export type DimensionRule =
  | 'pure'
  | 'first'
  | 'root'
  | 'time'
  | 'temperature'
  | 'temperature difference'
  | 'inverse temperature'
  | 'molar energy'
  | 'angle'
  | 'any';

export interface FunctionRecord {
  readonly parameters: readonly { readonly name: string; readonly dimension: DimensionRule }[];
  /** The last parameter may be repeated. */
  readonly variadic?: boolean;
  readonly result: DimensionRule;
  readonly corners?: boolean;
  readonly doc: string;
}
const pure = (name = 'x') => ({ name, dimension: 'pure' as const });
const any = (name: string) => ({ name, dimension: 'any' as const });
const time = (name: string) => ({ name, dimension: 'time' as const });
const elementary = (doc: string): FunctionRecord => ({ parameters: [pure()], result: 'pure', doc });
const trigonometric = (doc: string): FunctionRecord => ({ parameters: [{ name: 'angle', dimension: 'angle' }], result: 'pure', doc });

export const functions = {
  exp: elementary('Exponential.'),
  ln: elementary('Natural logarithm.'),
  log10: elementary('Decimal logarithm.'),
  sqrt: { parameters: [any('x')], result: 'root', doc: 'Square root.' },
  abs: { parameters: [any('x')], result: 'first', doc: 'Absolute value.' },
  min: {
    parameters: [any('a'), { name: 'b', dimension: 'first' }],
    variadic: true,
    result: 'first',
    doc: 'The smallest of several values. With one field: its minimum over the domain.',
  },
  max: {
    parameters: [any('a'), { name: 'b', dimension: 'first' }],
    variadic: true,
    result: 'first',
    doc: 'The largest of several values. With one field: its maximum over the domain.',
  },
  sin: trigonometric('Sine.'),
  cos: trigonometric('Cosine.'),
  tan: trigonometric('Tangent.'),
  sinh: elementary('Hyperbolic sine.'),
  cosh: elementary('Hyperbolic cosine.'),
  tanh: elementary('Hyperbolic tangent.'),
  erf: elementary('Error function.'),
  erfc: elementary('Complementary error function, 1 − erf.'),
  floor: elementary('Largest integer not above the value.'),
  ramp: {
    parameters: [time('t'), time('start'), time('duration')],
    result: 'pure',
    corners: true,
    doc: '0 before `start`, 1 after `start + duration`, linear between.',
  },
  step: { parameters: [time('t'), time('at')], result: 'pure', corners: true, doc: '0 before `at`, 1 from then on.' },
  pulse: { parameters: [time('t'), time('at'), time('width')], result: 'pure', corners: true, doc: '1 from `at` to `at + width`, else 0.' },
  periodic: {
    parameters: [time('t'), time('period')],
    result: 'first',
    corners: true,
    doc: 'Time since the last full period: t − period·floor(t/period).',
  },
  arrhenius: {
    parameters: [any('A'), { name: 'E', dimension: 'molar energy' }],
    result: 'first',
    doc: 'A·exp(−E/(R·T)); E per mole (J/mol) or per particle (eV).',
  },
  iacopini_piazza: {
    parameters: [
      { name: 'S_inf', dimension: 'inverse temperature' },
      { name: 'T_star', dimension: 'temperature' },
      { name: 'T_0', dimension: 'temperature difference' },
    ],
    result: 'first',
    doc: 'S_inf·(1 − exp((T_star − T)/T_0)): Soret coefficient of aqueous solutions (Iacopini & Piazza 2003).',
  },
  polynomial: {
    parameters: [any('x'), any('c0'), any('c1')],
    variadic: true,
    result: 'any',
    doc: 'polynomial(x, c0, c1, c2, …) = c0 + c1·x + c2·x² + ….',
  },
  grating_signal: {
    parameters: [time('t'), time('tau'), time('tau_th'), pure('A')],
    result: 'pure',
    doc: 'Heterodyne signal of a transient grating (thermal diffusion forced Rayleigh scattering) t after it is switched on, 1 at the thermal plateau: 1 − exp(−t/tau_th) − A/(tau − tau_th)·(tau·(1 − exp(−t/tau)) − tau_th·(1 − exp(−t/tau_th))) with tau = 1/(D·q²), tau_th = 1/(a·q²), q = 2π/period, A = (∂n/∂w)/(∂n/∂T)·S_T·w·(1 − w).',
  },
  deflection_signal: {
    parameters: [time('t'), time('tau'), pure('A')],
    result: 'pure',
    doc: 'Deflection of a beam in the middle of a Soret cell, 1 at the thermal plateau: 1 − A·(1 − (4/π)·Σ (−1)ʲ exp(−(2j+1)²·t/tau)/(2j+1)) with tau = L²/(π²·D), A = (∂n/∂w)/(∂n/∂T)·S_T·w·(1 − w). For instantaneous heat conduction.',
  },
  two_colour_first: {
    parameters: [pure('s_1'), pure('s_2'), pure('a_11'), pure('a_12'), pure('a_21'), pure('a_22')],
    result: 'pure',
    doc: 'Change of the first of two compositions from signals of two colours: x of a_11·x + a_12·y = s_1, a_21·x + a_22·y = s_2. Rows are colours, columns components: a_12 is ∂n/∂w of the second component at the first colour.',
  },
  two_colour_second: {
    parameters: [pure('s_1'), pure('s_2'), pure('a_11'), pure('a_12'), pure('a_21'), pure('a_22')],
    result: 'pure',
    doc: 'Change of the second of two compositions from signals of two colours: y of a_11·x + a_12·y = s_1, a_21·x + a_22·y = s_2.',
  },
  condition_number: {
    parameters: [pure('a_11'), pure('a_12'), pure('a_21'), pure('a_22')],
    result: 'pure',
    doc: 'Condition number of a matrix of contrast factors in the 2-norm, its largest by its smallest singular value: relative errors of the signals grow at most by it in the compositions. 1 is best.',
  },
} as const satisfies Record<string, FunctionRecord>;

export type FunctionName = keyof typeof functions;
