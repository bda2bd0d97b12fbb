/** Specimens with a closed form: model, data with noise of known seed, and what a value should be. */
import { gradient, type ClosedForm, type Sample } from './independent.js';
import { normal, separation, cell } from './cell.js';
import { deGrootCell } from './de-groot.js';

export interface Specimen {
  readonly name: string;
  readonly source: string;
  readonly csv: string;
  readonly samples: readonly Sample[];
  /** Names of the fitted parameters in the order of `f`. */
  readonly parameters: readonly string[];
  readonly truth: readonly number[];
  readonly f: ClosedForm;
  readonly stated: boolean;
}

interface Wanted extends Pick<Specimen, 'name' | 'parameters' | 'truth' | 'f'> {
  readonly model: string;
  readonly measure: string;
  /** Unit and values [in that unit] of what the values were taken at, with its unit in SI. */
  readonly at: readonly (readonly [name: string, unit: string, si: number, values: readonly number[]])[];
  /** Standard deviation of value `i`. */
  readonly noise: (i: number, value: number) => number;
  readonly stated?: 'column' | 'constant';
  readonly ranges: readonly string[];
  readonly unit?: string;
  readonly more?: string;
  readonly seed: number;
  readonly study: 'rest' | 'relax';
}

function specimen(wanted: Wanted): Specimen {
  const { at, f, truth, noise, stated, parameters, ranges, unit = '1' } = wanted;
  const random = normal(wanted.seed);
  const rows = at[0]![3].map((_, i) => {
    const where = Object.fromEntries(at.map(([name, , si, values]) => [name, values[i]! * si]));
    const exact = f(truth, where);
    const sigma = noise(i, exact);
    return { where, written: at.map(([, , , values]) => values[i]!), value: Number((exact + sigma * random()).toPrecision(12)), sigma };
  });
  const header = [...at.map(([name, u]) => `${name} [${u}]`), `signal [${unit}]`, ...(stated === 'column' ? [`sigma [${unit}]`] : [])];
  const lines = rows.map((r) => [...r.written, r.value, ...(stated === 'column' ? [r.sigma] : [])].join(','));
  const block =
    stated === 'column'
      ? 'uncertainty(signal) = "sigma"'
      : stated === 'constant'
        ? `uncertainty(signal) = ${rows[0]!.sigma} ${unit === '1' ? '' : unit}`
        : '';
  return {
    ...wanted,
    stated: stated !== undefined,
    source: `${wanted.model}
measure signal = ${wanted.measure}
data run { file = "run.csv"; ${block} }
fit fitted {
  study = ${wanted.study}; observations = run; observe = signal
${parameters.map((name, k) => `  vary(${name}) = range(${ranges[k]})`).join('\n')}
  ${wanted.more ?? ''}
}`,
    csv: `${header.join(',')}\n${lines.join('\n')}\n`,
    samples: rows.map((r) => ({ at: r.where, value: r.value, sigma: stated ? r.sigma : 1 })),
  };
}

/** A rod at rest between 290 K and `hot`; `soret` is a property line of A. */
const rod = (property: string, params: string): string => `
${params}
param hot = 310 K
species A { molar_mass = 20 g/mol }
species B { molar_mass = 18 g/mol }
solution s of A in B {
  density = 1000 kg/m^3; diffusion(A) = 1e-9 m^2/s; ${property}
  conductivity = 0.6 W/(m*K); heat_capacity = 4 kJ/(kg*K); dufour = off
}
geometry slab { length = 1 mm; medium = s }
initial { temperature = 290 K; c(A) = level }
boundary left { temperature = 290 K }
boundary right { temperature = hot }
steady rest { tolerance = 1e-9 }
`;
const level = 'param level = 10 mol/m^3';

/** c/level where the temperature is 290 K + (hot − 290 K) x/L, for ∫S_T dT from 290 K. */
function profile(integral: (T: number) => number, x: number, hot = 310): number {
  const c = (share: number) => Math.exp(-integral(290 + (hot - 290) * share));
  // Composite Gauss of five points.
  const [nodes, weights] = [
    [0, 0.5384693101056831, -0.5384693101056831, 0.906179845938664, -0.906179845938664],
    [0.5688888888888889, 0.47862867049936647, 0.47862867049936647, 0.23692688505618908, 0.23692688505618908],
  ] as const;
  let mean = 0;
  for (let part = 0; part < 20; part++) nodes.forEach((node, i) => (mean += (weights[i]! / 40) * c((part + 0.5 + node / 2) / 20)));
  return c(x / 1e-3) / mean;
}
const constant = (S: number) => (T: number) => S * (T - 290);
const places = (count: number) => Array.from({ length: count }, (_, i) => Number(((i + 0.5) / count).toFixed(4)));
const inMillimetres = (count: number) => ['x', 'mm', 1e-3, places(count)] as const;

const relaxing = (params: string, until = '1800 s'): string =>
  `${params}\n${deGrootCell}transient relax { until = ${until}; temperature = instant; tolerance = 1e-8 }\n`;
const times = (count: number, end = 1760) =>
  Array.from({ length: count }, (_, i) => Number((20 + ((end - 20) * i) / (count - 1)).toFixed(3)));
const dw = 'value(w(A), left) - value(w(A), right)';
const R = 8.31446261815324;

export const specimens: readonly Specimen[] = [
  specimen({
    name: 'a profile at rest, S_T and level, scatter unknown',
    model: rod('soret(A) = S', `param S = 0.03 1/K\n${level}`),
    measure: 'value(c(A), x = x)',
    unit: 'mol/m^3',
    at: [inMillimetres(12)],
    noise: (_, v) => 0.02 * v,
    parameters: ['S', 'level'],
    truth: [0.05, 12],
    ranges: ['1e-3 1/K, 1 1/K', '1 mol/m^3, 100 mol/m^3'],
    f: ([S, c], { x }) => c! * profile(constant(S!), x!),
    seed: 1,
    study: 'rest',
  }),
  specimen({
    name: 'the same with uncertainties of its own for every value',
    model: rod('soret(A) = S', `param S = 0.03 1/K\n${level}`),
    measure: 'value(c(A), x = x)',
    unit: 'mol/m^3',
    at: [inMillimetres(12)],
    noise: (i) => [0.05, 0.4, 0.1][i % 3]!,
    stated: 'column',
    parameters: ['S', 'level'],
    truth: [0.05, 12],
    ranges: ['1e-3 1/K, 1 1/K', '1 mol/m^3, 100 mol/m^3'],
    f: ([S, c], { x }) => c! * profile(constant(S!), x!),
    seed: 2,
    study: 'rest',
  }),
  specimen({
    name: 'three values of a profile divided by its first end, S_T alone',
    model: rod('soret(A) = S', `param S = 0.03 1/K\n${level}`),
    measure: 'value(c(A), x = x) / value(c(A), left)',
    at: [['x', 'mm', 1e-3, [0.3, 0.6, 0.95]]],
    noise: () => 0.01,
    parameters: ['S'],
    truth: [0.05],
    ranges: ['1e-3 1/K, 1 1/K'],
    f: ([S], { x }) => Math.exp(-S! * 20 * (x! / 1e-3)),
    seed: 3,
    study: 'rest',
  }),
  specimen({
    name: 'ln of a ratio over the temperature of the hot end (a straight line)',
    model: rod('soret(A) = S', `param S = 0.03 1/K\n${level}`),
    measure: 'ln(value(c(A), left) / value(c(A), right))',
    at: [['hot', 'K', 1, [295, 300, 305, 310, 320, 330]]],
    noise: () => 0.03,
    stated: 'constant',
    parameters: ['S'],
    truth: [0.05],
    ranges: ['1e-3 1/K, 1 1/K'],
    f: ([S], { hot }) => S! * (hot! - 290),
    seed: 4,
    study: 'rest',
  }),
  specimen({
    name: 'S_T(T) as a straight line, two parameters of one profile',
    model: rod('soret(A) = a + b * (T - 300 K)', `param a = 0.03 1/K\nparam b = 1e-3 1/K^2\n${level}`),
    measure: 'value(c(A), x = x) / level',
    at: [inMillimetres(25)],
    noise: () => 2e-3,
    stated: 'constant',
    parameters: ['a', 'b'],
    truth: [0.05, 2.5e-3],
    ranges: ['-1 1/K, 1 1/K', '-0.1 1/K^2, 0.1 1/K^2'],
    f: ([a, b], { x }) => profile((T) => a! * (T - 290) + (b! / 2) * ((T - 300) ** 2 - 100), x!),
    seed: 5,
    study: 'rest',
  }),
  specimen({
    name: 'S_T(T) that changes its sign (saturating exponential), limit and temperature of the change free',
    model: rod('soret(A) = S * (1 - exp((T0 - T) / 20 K))', `param S = 0.1 1/K\nparam T0 = 305 K\n${level}`),
    measure: 'value(c(A), x = x) / level',
    at: [inMillimetres(25)],
    noise: () => 1e-3,
    stated: 'constant',
    parameters: ['S', 'T0'],
    truth: [0.15, 298],
    ranges: ['1e-3 1/K, 1 1/K', '280 K, 320 K'],
    f: ([S, T0], { x }) => profile((T) => S! * (T - 290 + 20 * (Math.exp((T0! - T) / 20) - Math.exp((T0! - 290) / 20))), x!),
    seed: 6,
    study: 'rest',
  }),
  specimen({
    name: 'a heat of transport and a level: numbers that differ by a thousand',
    model: rod('heat_of_transport(A) = Q', `param Q = 20 kJ/mol\n${level}`),
    measure: 'ln(value(c(A), x = x) / (1 mol/m^3))',
    at: [inMillimetres(15)],
    noise: () => 0.02,
    parameters: ['Q', 'level'],
    truth: [31e3, 14],
    ranges: ['1 kJ/mol, 100 kJ/mol', '1 mol/m^3, 100 mol/m^3'],
    f: ([Q, c], { x }) => Math.log(c! * profile((T) => (Q! / R) * (1 / 290 - 1 / T), x!)),
    seed: 7,
    study: 'rest',
  }),
  specimen({
    name: 'an instrument with a zero of its own: S_T, level and drift',
    model: rod('soret(A) = S', `param S = 0.03 1/K\n${level}\nparam drift = 0.5 mol/m^3`),
    measure: 'value(c(A), x = x) + drift',
    unit: 'mol/m^3',
    at: [inMillimetres(40)],
    noise: () => 0.02,
    stated: 'constant',
    parameters: ['S', 'level', 'drift'],
    truth: [0.09, 12, 0.7],
    ranges: ['1e-3 1/K, 1 1/K', '1 mol/m^3, 100 mol/m^3', '-5 mol/m^3, 5 mol/m^3'],
    f: ([S, c, d], { x }) => c! * profile(constant(S!), x!) + d!,
    seed: 8,
    study: 'rest',
  }),
  specimen({
    name: 'two solutes seen together with different weights',
    model: rod('soret(A) = S', `param S = 0.03 1/K\nparam Z = 0.03 1/K\n${level}\nparam k = 0.5`)
      .replace('species B', 'species C { molar_mass = 30 g/mol }\nspecies B')
      .replace('of A in B', 'of A, C in B')
      .replace('soret(A) = S', 'soret(A) = S; diffusion(C) = 4e-10 m^2/s; soret(C) = Z')
      .replace('c(A) = level', 'c(A) = level; c(C) = level'),
    measure: '(k * value(c(A), x = x) + (1 - k) * value(c(C), x = x)) / level',
    at: [
      ['x', 'mm', 1e-3, [...places(8), ...places(8), ...places(8)]],
      ['k', '1', 1, Array.from({ length: 24 }, (_, i) => [1, 0.4, 0.1][Math.floor(i / 8)]!)],
    ],
    noise: () => 5e-3,
    parameters: ['S', 'Z'],
    truth: [0.06, -0.02],
    ranges: ['-1 1/K, 1 1/K', '-1 1/K, 1 1/K'],
    f: ([S, Z], { x, k }) => k! * profile(constant(S!), x!) + (1 - k!) * profile(constant(Z!), x!),
    seed: 9,
    study: 'rest',
  }),
  specimen({
    name: 'several cells of different thickness in one file',
    model: relaxing('param D = 8e-10 m^2/s\nparam S = 7e-3 1/K\nparam gap = 1.5 mm').replace('length = 1.5 mm', 'length = gap'),
    measure: dw,
    at: [
      ['t', 's', 1, [...times(10), ...times(10), ...times(10)]],
      ['gap', 'mm', 1e-3, Array.from({ length: 30 }, (_, i) => [1, 1.5, 2.2][Math.floor(i / 10)]!)],
    ],
    noise: () => 1e-4,
    stated: 'constant',
    parameters: ['D', 'S'],
    truth: [cell.D, cell.soret],
    ranges: ['1e-10 m^2/s, 1e-8 m^2/s', '1e-3 1/K, 5e-2 1/K'],
    // The cell of another thickness is the cell of 1.5 mm at another time.
    f: ([D, S], { t, gap }) => separation(t! * (cell.L / gap!) ** 2, D, S).value,
    seed: 10,
    study: 'relax',
  }),
  specimen({
    name: 'an activation energy, a prefactor and S_T: scales from 1e-5 to 1e4',
    model: relaxing(
      'param D0 = 1.5e-5 m^2/s\nparam E = 26 kJ/mol\nparam S = 7e-3 1/K\nparam T_cell = 300 K\nlet D = D0 * exp(-E / (8.31446261815324 J/(mol*K) * T_cell))',
    ),
    measure: dw,
    at: [
      ['t', 's', 1, [...times(12), ...times(12), ...times(12)]],
      ['T_cell', 'K', 1, Array.from({ length: 36 }, (_, i) => [285, 300, 330][Math.floor(i / 12)]!)],
    ],
    noise: () => 5e-5,
    stated: 'constant',
    parameters: ['D0', 'E', 'S'],
    truth: [1e-5, 24e3, cell.soret],
    ranges: ['1e-7 m^2/s, 1e-3 m^2/s', '5 kJ/mol, 60 kJ/mol', '1e-3 1/K, 5e-2 1/K'],
    f: ([D0, E, S], { t, T_cell }) => separation(t!, D0! * Math.exp(-E! / (R * T_cell!)), S).value,
    seed: 11,
    study: 'relax',
  }),
  specimen({
    name: 'noise of half the signal',
    model: relaxing('param D = 8e-10 m^2/s\nparam S = 7e-3 1/K'),
    measure: dw,
    at: [['t', 's', 1, times(60)]],
    noise: () => 7e-3,
    parameters: ['D', 'S'],
    truth: [cell.D, cell.soret],
    ranges: ['1e-11 m^2/s, 1e-7 m^2/s', '1e-4 1/K, 1e-1 1/K'],
    f: ([D, S], { t }) => separation(t!, D, S).value,
    seed: 12,
    study: 'relax',
  }),
  specimen({
    name: 'a signal in millivolts whose gain is fitted instead of S_T',
    model: relaxing('param D = 8e-10 m^2/s\nlet S = 9.5e-3 1/K\nparam gain = 200 mV'),
    measure: `gain * (${dw})`,
    unit: 'V',
    at: [['t', 'min', 60, [0.5, 1, 2, 4, 6, 9, 13, 18, 24, 29]]],
    noise: () => 2e-5,
    stated: 'constant',
    parameters: ['D', 'gain'],
    truth: [cell.D, 0.31],
    ranges: ['1e-10 m^2/s, 1e-8 m^2/s', '1 mV, 10 V'],
    f: ([D, gain], { t }) => gain! * separation(t!, D, 9.5e-3).value,
    seed: 13,
    study: 'relax',
  }),
  specimen({
    name: 'four values, two parameters',
    model: relaxing('param D = 8e-10 m^2/s\nparam S = 7e-3 1/K'),
    measure: dw,
    at: [['t', 's', 1, [100, 300, 700, 1700]]],
    noise: () => 1e-4,
    parameters: ['D', 'S'],
    truth: [cell.D, cell.soret],
    ranges: ['1e-10 m^2/s, 1e-8 m^2/s', '1e-3 1/K, 5e-2 1/K'],
    f: ([D, S], { t }) => separation(t!, D, S).value,
    seed: 14,
    study: 'relax',
  }),
  specimen({
    name: 'D and the product D_T are the parameters',
    model: relaxing('param D = 8e-10 m^2/s\nparam D_T = 6e-12 m^2/(s*K)\nlet S = D_T / D'),
    measure: dw,
    at: [['t', 's', 1, times(30)]],
    noise: () => 1e-4,
    stated: 'constant',
    parameters: ['D', 'D_T'],
    truth: [cell.D, cell.D * cell.soret],
    ranges: ['1e-10 m^2/s, 1e-8 m^2/s', '1e-13 m^2/(s*K), 1e-10 m^2/(s*K)'],
    f: ([D, DT], { t }) => separation(t!, D, DT! / D!).value,
    seed: 15,
    study: 'relax',
  }),
];

/** Standard error of a quantity derived from the parameters. */
export const derivedError = (
  f: (p: readonly number[]) => number,
  p: readonly number[],
  covariance: readonly (readonly number[])[],
): number => {
  const g = gradient(f, p);
  return Math.sqrt(g.reduce((sum, ga, a) => sum + g.reduce((inner, gb, b) => inner + ga * covariance[a]![b]! * gb, 0), 0));
};
