/** Stands in for the solver in tests of the view: closed forms of the sample, and the ways in which a run can go wrong. */
import type {
  ExpectationOutcome,
  FieldOutcome,
  FitOutcome,
  Outcome,
  Report,
  RunResult,
  Step,
  SweepOutcome,
} from '../../../solver/outcome.js';
import type { Problem } from '../../../solver/problem.js';
import type { PreparedModel, RunOptions } from '../../../solver/solve.js';
import { at, data } from './problem.js';

interface Values {
  readonly hot: number;
  readonly gap: number;
  readonly start: number;
}
const D = 6.21e-10;
const soret = -9.5e-3;
const cold = 293.15;
const end = 1200;
const samples = 201;

const modes = Array.from({ length: 60 }, (_, i) => 2 * i + 1);
const tableSize = samples - 1;
/** cos(nπs)/n² at every sample. */
const cosines = Array.from({ length: samples }, (_, i) =>
  Float64Array.from(modes, (n) => Math.cos((n * Math.PI * i) / tableSize) / n ** 2),
);

/** Deviation of the mass fraction from its mean at a share of the gap, linear theory: odd cosines that decay. */
function deviations({ hot, start, gap }: Values, t: number, at: readonly number[]): Float64Array {
  const final = -soret * start * (1 - start) * (hot - cold);
  const tau = gap ** 2 / (Math.PI ** 2 * D);
  const decay = modes.map((n) => Math.exp((-n * n * t) / tau));
  return Float64Array.from(at, (share) => {
    const cosine = cosines[Math.round(share * tableSize)] ?? new Float64Array(modes.length);
    let sum = 0;
    for (let k = 0; k < modes.length; k++) sum += (cosine[k] ?? 0) * (decay[k] ?? 0);
    return final * (share - 0.5 + (4 / Math.PI ** 2) * sum);
  });
}
function separationAt(v: Values, t: number): number {
  const [left = 0, right = 0] = deviations(v, t, [0, 1]);
  return right - left;
}

const report = (kind: 'field' | 'fit', v: Values): Report => ({
  scheme: 'spectral elements',
  cells: 4,
  order: 8,
  unknowns: 33,
  steps: 63,
  rejected: 2,
  factorisations: 12,
  wallMilliseconds: kind === 'fit' ? 31 : 4,
  massDrift: 2e-15,
  energyResidual: 4e-15,
  entropyProductionMinimum: 0,
  errorEstimate: 3e-10,
  tolerance: 1e-6,
  figures: [
    { name: 'relaxation time τ', value: v.gap ** 2 / (Math.PI ** 2 * D), unit: 's', remark: 'L²/(π²D), agrees to 5 digits' },
    { name: 'Lewis number', value: 214.3, unit: '1', remark: 'heat is that much faster than matter' },
  ],
});

const onsager: FieldOutcome['onsager'] = {
  names: ['heat', 'toluene', 'methanol'],
  values: [
    [3.02e4, -4.31e-4, 2.87e-4],
    [-4.31e-4, 2.14e-10, -6.9e-11],
    [2.87e-4, -6.9e-11, 1.46e-10],
  ],
  units: [
    ['W*K/m', 'kg*K/(m*s)', 'kg*K/(m*s)'],
    ['kg*K/(m*s)', 'kg*K*s/m^3', 'kg*K*s/m^3'],
    ['kg*K/(m*s)', 'kg*K*s/m^3', 'kg*K*s/m^3'],
  ],
  origin: at('mixture'),
};

function field(kind: 'steady' | 'transient', v: Values, until: number, title: string): FieldOutcome {
  const times =
    kind === 'steady'
      ? [null]
      : Array.from({ length: 241 }, (_, i) => Math.min(until, end * (i / 240) ** 2)).filter(
          (t, i, all) => i === 0 || t > (all[i - 1] ?? -1),
        );
  const x = Float64Array.from({ length: samples }, (_, i) => (i / (samples - 1)) * v.gap);
  const places = Array.from(x, (_, i) => i / (samples - 1));
  const profiles = times.map((t) => deviations(v, t ?? 1e9, places).map((d) => v.start + d));
  const separation = Float64Array.from(times, (t) => separationAt(v, t ?? 1e9));
  const failed = until < end && kind === 'transient';
  return {
    kind,
    study: kind === 'steady' ? 'rest' : 'relax',
    status: failed ? 'failed' : 'ok',
    ...(failed
      ? {
          reason: {
            code: 'step-too-small',
            message: 'The step fell below 1 µs at 3 min 12 s near the right wall',
            suggestion: 'w(ethanol) leaves 0 … 1 there. Lower the start value or the Soret coefficient.',
            range: at('soret(ethanol)'),
          },
        }
      : {}),
    warnings: title.includes('warning')
      ? [
          {
            code: 'dilute',
            severity: 'warning',
            message: 'w(ethanol) goes beyond the dilute limit of 5 %.',
            suggestion: 'Use mixture instead of solution.',
            range: at('mixture'),
          },
        ]
      : [],
    measures: { separation: { unit: '1', values: separation, errors: separation.map(() => 3e-10) } },
    times,
    coordinate: { axis: 'x', values: x },
    fields: {
      T: { unit: 'K', values: times.map(() => x.map((value) => cold + ((v.hot - cold) * value) / v.gap)), error: 1e-9 },
      'w(ethanol)': { unit: '1', values: profiles, error: 3e-10 },
    },
    series: { '0/0': profiles, '1/0': [separation] },
    closedForm: kind === 'transient' && !failed ? { '1/0': { values: [separation.map((s) => s + 2e-7)], deviation: 6e-7 } } : undefined,
    ...(kind === 'steady' && title.includes('onsager') ? { onsager } : {}),
    report: report('field', v),
  };
}

/** A curve over time with a million points and one peak. */
function long(v: Values): FieldOutcome {
  const n = 1_000_000;
  const times = Array.from({ length: n }, (_, i) => (i / (n - 1)) * end);
  const y = Float64Array.from(times, (t) => Math.sin(t / 40));
  y[444_444] = 3;
  const short = field('transient', v, end, '');
  return { ...short, times, measures: {}, fields: {}, series: { '1/0': [y] }, closedForm: undefined };
}

function sweep(v: Values): SweepOutcome {
  const hot = Float64Array.of(293.15, 303.15, 313.15, 323.15, 333.15);
  return {
    kind: 'sweep',
    of: 'relax',
    study: 'by_hot',
    status: 'ok',
    warnings: [],
    measures: { separation: { unit: '1', values: hot.map((h) => separationAt({ ...v, hot: h }, end)), errors: hot.map(() => 3e-10) } },
    parameters: { hot: { unit: 'K', values: hot } },
    report: report('field', v),
  };
}

function fit(v: Values): FitOutcome {
  const times = Float64Array.from(data);
  const noise = (i: number): number => 4e-4 * Math.sin(12.9898 * (i + 1) * (i + 3)) * 1.3;
  const fitted = times.map((t) => separationAt(v, t));
  return {
    kind: 'fit',
    of: 'relax',
    study: 'soret_D',
    status: 'ok',
    warnings: [],
    measures: {},
    parameters: {
      D: { unit: 'm^2/s', value: 6.39e-10, standardError: 3.2e-11 },
      S_T: { unit: '1/K', value: -9.48e-3, standardError: 1e-4 },
    },
    correlation: [
      [1, 0.67],
      [0.67, 1],
    ],
    residualRms: 0.99,
    conditionNumber: 5.1,
    curve: {
      abscissa: 't',
      at: times,
      data: fitted.map((f, i) => f + noise(i)),
      sigma: times.map(() => 4e-4),
      fitted,
      band: fitted.map((f) => 1e-4 + 0.006 * f),
    },
    report: report('fit', v),
  };
}

function expectation(v: Values): ExpectationOutcome {
  const actual = separationAt(v, 1e9);
  const wanted = 0.01187;
  return {
    name: 'separation',
    study: 'relax',
    ok: Math.abs(actual / wanted - 1) < 0.02,
    actual,
    wanted,
    tolerance: 0.02 * wanted,
    above: null,
    below: null,
    unit: '1',
    message: `separation is ${actual}`,
    origin: at('plot separation'),
  };
}

/** The title asks for trouble: `million` makes a long curve, `slow` takes two seconds, `fails` stops early, `hangs` never yields, `throws` is a defect. */
export function prepare(problem: Problem): PreparedModel {
  const { title } = problem;
  function* running(options: RunOptions = {}): Generator<Step, RunResult> {
    if (title.includes('throws')) throw new Error('index out of range in the tape');
    const value = (name: string): number => options.set?.[name] ?? problem.parameters.find((p) => p.name === name)?.value ?? 0;
    const v: Values = { hot: value('hot'), gap: value('gap'), start: value('start') };
    const wanted = problem.studies.filter((s) => options.studies?.includes(s.name) ?? true);
    let until = title.includes('fails') ? 192 : end;
    const steps = title.includes('slow') ? 300 : 3;
    for (let i = 0; i < steps; i++) {
      const wait = performance.now() + (title.includes('slow') ? 8 : 0);
      while (performance.now() < wait || title.includes('hangs'));
      if (options.cancelled?.()) {
        until = ((i + 1) / steps) * end;
        break;
      }
      yield { study: 'relax', fraction: (i + 1) / steps, time: ((i + 1) / steps) * end };
    }
    const outcomes = wanted.map((study): Outcome => {
      if (study.kind === 'sweep') return sweep(v);
      if (study.kind === 'fit') return fit(v);
      if (study.kind === 'transient' && title.includes('million')) return long(v);
      return field(study.kind, v, until, title);
    });
    return { hash: problem.hash, outcomes, expectations: [expectation(v)] };
  }
  return {
    running,
    // What the sample's closed form says: the separation follows the temperature difference, and nothing else.
    *sensitivities(study) {
      yield { study, fraction: 0 };
      const hot = problem.parameters.find((p) => p.name === 'hot');
      if (!hot) return { study, coefficients: [] };
      const measures = Object.fromEntries(problem.measures.map((m) => [m.name, 0.2]));
      return {
        study,
        coefficients: [{ name: 'hot', block: '', moved: 'by kelvins' as const, places: [hot.origin], measures, series: {} }],
      };
    },
    run(options) {
      const steps = running(options);
      for (;;) {
        const next = steps.next();
        if (next.done) return next.value;
      }
    },
  };
}
