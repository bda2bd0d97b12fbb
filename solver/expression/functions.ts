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
} as const satisfies Record<string, FunctionRecord>;

export type FunctionName = keyof typeof functions;
