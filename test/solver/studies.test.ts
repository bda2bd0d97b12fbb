import type { TransportSystem, Unknown } from '../../solver/assembly/system.js';
import { excess } from '../../solver/study/excess.js';
import { describe, expect, it } from 'vitest';
import { number, operation, type Formula } from '../../solver/formula.js';
import type { FieldOutcome, SweepOutcome } from '../../solver/outcome.js';
import type { Expectation, Measure, Parameter, Problem, SteadyStudy, SweepStudy, TransientStudy } from '../../solver/problem.js';
import { prepare, solve } from '../../solver/solve.js';
import { boundary, medium, nowhere, p, problem, species } from '../physics/model.js';
import { soretCell, soretCellExact } from './support/benchmarks.js';

const parameter = (name: string, value: number): Parameter => ({
  name,
  value,
  unit: 'K',
  written: { text: 'K', factor: 1, offset: 0 },
  origin: nowhere,
});
const named = (name: string): Formula => ({ kind: 'parameter', name });
const concentration: Formula = { kind: 'composition', measure: 'c', species: 'A' };
const measure = (name: string, formula: Formula, unit = '1'): Measure => ({ name, formula, unit, origin: nowhere });
const functional = (f: Extract<Formula, { kind: 'functional' }>['functional']): Formula => ({ kind: 'functional', functional: f });
const at = (side: string): Formula => functional({ kind: 'value', of: concentration, place: { kind: 'side', side } });

const { D, tau, w0 } = soretCell;
const times = [0.1, 0.5, 2].map((k) => k * tau);
const relax: TransientStudy = {
  kind: 'transient',
  name: 'relax',
  set: [],
  until: number(times[2]!),
  times: times.map(number),
  instantHeat: true,
  origin: nowhere,
};
const rest: SteadyStudy = { kind: 'steady', name: 'rest', set: [], origin: nowhere };

/** The Soret cell between 290 K and `hot`: S_T ΔT = 2 at 310 K. */
function cell(parts: Partial<Problem> = {}): Problem {
  return problem({
    media: [
      medium(
        'solution',
        's',
        ['A'],
        [
          p('diffusion(A)', D),
          p('soret(A)', 0.1),
          p('conductivity', 0.13),
          p('density', 862),
          p('heat_capacity', 1700),
          p('dufour', 'off'),
        ],
        'S',
      ),
    ],
    substances: [species('A', p('molar_mass', 100)), species('S', p('molar_mass', 0.092))],
    parameters: [parameter('hot', 310)],
    initial: [p('temperature', 290), p('c(A)', w0)],
    boundaries: [boundary('left', p('temperature', 290)), boundary('right', p('temperature', named('hot')))],
    studies: [relax, rest],
    measures: [
      measure('ratio', operation('divide', at('left'), at('right'))),
      measure('amount', functional({ kind: 'mass', species: 'A' })),
    ],
    ...parts,
  });
}
const outcomeOf = (result: ReturnType<typeof solve>, study: string): FieldOutcome => {
  const found = result.outcomes.find((o) => o.study === study);
  if (found?.kind !== 'steady' && found?.kind !== 'transient') throw new Error(`no fields of ${study}`);
  return found;
};

describe('error by contract', () => {
  it.each([1e-4, 1e-6, 1e-8])('keeps a tolerance of %d, and says so', (tolerance) => {
    const outcome = outcomeOf(solve(cell({ studies: [{ ...relax, tolerance }] })), 'relax');
    expect(outcome.status).toBe('ok');
    expect(outcome.report.errorEstimate).toBeLessThanOrEqual(tolerance);
    const range = soretCellExact(0, 1e12) - soretCellExact(1e-3, 1e12);
    outcome.times.forEach((t, k) => {
      if (t === 0) return;
      outcome.coordinate.values.forEach((x, i) => {
        const error = Math.abs(outcome.fields['c(A)']!.values[k]![i]! - soretCellExact(x, t!));
        expect(error / range).toBeLessThan(Math.max(2 * tolerance, 1e-9));
      });
    });
  });

  it('warns with the error reached when a given mesh is too coarse', () => {
    const coarse = cell();
    const outcome = outcomeOf(
      solve({
        ...coarse,
        studies: [{ ...relax, tolerance: 1e-9 }],
        geometry: {
          ...coarse.geometry,
          layers: coarse.geometry.layers.map((l) => ({ ...l, cells: 20 })),
          properties: [p('scheme', 'volumes')],
        },
        measures: [],
      }),
      'relax',
    );
    expect(outcome.report.scheme).toBe('finite volumes');
    expect(outcome.report.errorEstimate).toBeGreaterThan(1e-9);
    expect(outcome.warnings.map((w) => w.code)).toContain('run/tolerance');
  });

  it('gives every measure an error that covers its real one', () => {
    const outcome = outcomeOf(solve(cell()), 'relax');
    const { values, errors } = outcome.measures.ratio!;
    outcome.times.forEach((t, k) => {
      if (t === 0) return;
      const exact = soretCellExact(0, t!) / soretCellExact(1e-3, t!);
      expect(Math.abs(values[k]! - exact)).toBeLessThan(4 * errors[k]! + 1e-9);
      expect(errors[k]! / exact).toBeLessThan(1e-4);
    });
    expect(outcome.report.massDrift).toBeLessThan(1e-12);
  });
});

describe('studies', () => {
  it('begin where another one ended', () => {
    const started: TransientStudy = {
      ...relax,
      name: 'back',
      start: 'rest',
      set: [{ parameter: 'hot', value: number(290) }],
      until: number(20 * tau),
      times: [],
    };
    const result = solve(cell({ studies: [rest, started] }));
    const back = outcomeOf(result, 'back');
    expect(back.measures.ratio!.values[0]).toBeCloseTo(Math.exp(2), 6);
    expect(back.measures.ratio!.values[back.times.length - 1]).toBeCloseTo(1, 6);
    expect(back.measures.amount!.values[0]).toBeCloseTo(back.measures.amount!.values[1]!, 15);
  });
  it('that start from each other are refused, not run for ever', () => {
    const result = solve(
      cell({
        studies: [
          { ...rest, start: 'relax' },
          { ...relax, start: 'rest' },
        ],
      }),
    );
    expect(result.outcomes.map((o) => [o.status, o.reason?.code])).toEqual([
      ['failed', 'run/study'],
      ['failed', 'run/study'],
    ]);
  });
  it('take parameters from the caller before those of the model', () => {
    const model = prepare(cell({ studies: [rest] }));
    const ratio = (hot: number) => outcomeOf(model.run({ set: { hot } }), 'rest').measures.ratio!.values[0]!;
    expect(Math.log(ratio(330))).toBeCloseTo(4, 8);
    expect(Math.log(ratio(310))).toBeCloseTo(2, 8);
  });
  it('hit the instant at which a wall jumps', () => {
    const jump: Formula = { kind: 'call', function: 'step', arguments: [{ kind: 'time' }, number(100)] };
    const hot = operation('add', number(290), operation('multiply', number(20), jump));
    const outcome = outcomeOf(
      solve(
        cell({
          studies: [{ ...relax, times: [50, 100, 100 + times[0]!].map(number) }],
          boundaries: [boundary('left', p('temperature', 290)), boundary('right', p('temperature', hot))],
        }),
      ),
      'relax',
    );
    const values = (k: number) => outcome.fields['c(A)']!.values[k]!;
    for (const k of [1, 2]) values(k).forEach((c) => expect(c).toBeCloseTo(w0, 12));
    outcome.coordinate.values.forEach((x, i) => expect(values(3)[i]! / soretCellExact(x, times[0]!)).toBeCloseTo(1, 5));
  });
  it('stop when asked, with what they have', () => {
    let asked = 0;
    const result = solve(cell(), { cancelled: () => ++asked > 8 });
    expect(result.outcomes).toHaveLength(1);
    expect(result.outcomes[0]!.status).toBe('cancelled');
  });
  it('look whether they are to stop before they set up the finer run, and keep the one there is', () => {
    const prepared = prepare(cell({ studies: [relax] }));
    const cancelled = { now: false };
    const running = prepared.running({ cancelled: () => cancelled.now });
    for (let k = 0; k < 12; k++) running.next();
    cancelled.now = true;
    const next = running.next();
    if (!next.done) throw new Error('went on after it was cancelled');
    const [outcome] = next.value.outcomes;
    if (outcome?.kind !== 'transient') throw new Error('no transient');
    expect(outcome.status).toBe('cancelled');
    expect(outcome.times.length).toBeGreaterThan(1);
    // How far off it is would only show against the finer run.
    expect(Object.values(outcome.fields).map(({ error }) => error)).toEqual(Object.values(outcome.fields).map(() => Infinity));
    expect(outcome.report.errorEstimate).toBe(Infinity);
  });
  it('of a steady state stop between two corrections', () => {
    const running = prepare(cell({ studies: [rest] })).running({ cancelled: () => true });
    const steps = [...running];
    expect(steps.length).toBeLessThan(4);
  });
  it('report how far they are', () => {
    const steps = [...prepare(cell({ studies: [relax] })).running()];
    expect(steps.length).toBeGreaterThan(10);
    for (const { fraction } of steps) expect(fraction).toBeGreaterThanOrEqual(0);
    for (const { fraction } of steps) expect(fraction).toBeLessThanOrEqual(1);
  });
  it('fail with a reason when nothing balances what comes in', () => {
    const outcome = outcomeOf(
      solve(cell({ studies: [rest], boundaries: [boundary('left', p('flux(A)', 1e-9), p('temperature', 290))] })),
      'rest',
    );
    expect(outcome.status).toBe('failed');
    expect(outcome.reason).toMatchObject({ code: 'run/no-steady-state', message: expect.stringContaining('enters') });
  });
  it('say how much, of what, in the unit of the body that it enters', () => {
    const system = (areaExponent: 0 | 1 | 2) => ({ areaExponent }) as TransportSystem;
    const unknown = (id: string, kind: Unknown['kind']) => ({ id, kind }) as Unknown;
    expect([0, 1, 2].map((exponent) => excess(100, unknown('T', 'temperature'), system(exponent as 0 | 1 | 2)))).toEqual([
      '100 W/m² more heat',
      '100 W/m more heat',
      '100 W more heat',
    ]);
    expect(excess(2e-6, unknown('w(A)', 'composition'), system(0))).toBe('2e-6 kg/(m²·s) more of w(A)');
    expect(excess(2e-6, unknown('c(A)', 'composition'), system(2))).toBe('2e-6 mol/s more of c(A)');
  });
});

describe('a sweep', () => {
  const sweep = (values: number[], of = 'rest'): SweepStudy => ({
    kind: 'sweep',
    name: 'many',
    study: of,
    set: [],
    vary: [{ parameter: 'hot', values, origin: nowhere }],
    paired: false,
    origin: nowhere,
  });
  it('gives one value per case, in order', () => {
    const result = solve(cell({ studies: [rest, sweep([300, 310, 320])] }), { studies: ['many'] });
    const outcome = result.outcomes[0] as SweepOutcome;
    expect(outcome.status).toBe('ok');
    expect([...outcome.parameters.hot!.values]).toEqual([300, 310, 320]);
    outcome.measures.ratio!.values.forEach((ratio, k) => expect(Math.log(ratio)).toBeCloseTo(k + 1, 8));
  });
  it('of a transient takes its last time', () => {
    const result = solve(cell({ studies: [relax, sweep([310], 'relax')] }), { studies: ['many'] });
    const exact = soretCellExact(0, times[2]!) / soretCellExact(1e-3, times[2]!);
    expect((result.outcomes[0] as SweepOutcome).measures.ratio!.values[0]! / exact).toBeCloseTo(1, 5);
  });
  it('names the case that fails', () => {
    const result = solve(cell({ studies: [rest, sweep([310, NaN])] }), { studies: ['many'] });
    expect(result.outcomes[0]).toMatchObject({ status: 'failed', reason: { message: expect.stringContaining('hot = NaN') } });
    expect((result.outcomes[0] as SweepOutcome).measures.ratio!.values).toHaveLength(1);
  });
});

describe('expectations', () => {
  const expectation = (parts: Partial<Expectation>): Expectation => ({
    name: 'ratio',
    formula: operation('divide', at('left'), at('right')),
    unit: '1',
    study: 'rest',
    origin: nowhere,
    ...parts,
  });
  it('are judged at rest with the numbers in the message', () => {
    const result = solve(
      cell({
        studies: [rest],
        expectations: [
          expectation({ wanted: number(7.4), tolerance: { kind: 'relative', value: number(0.01) } }),
          expectation({ wanted: number(8), tolerance: { kind: 'absolute', value: number(0.1) } }),
          expectation({ above: number(7), below: number(7.3) }),
        ],
      }),
    );
    expect(result.expectations.map((e) => e.ok)).toEqual([true, false, false]);
    expect(result.expectations[1]!.message).toContain('below the wanted 8');
    expect(result.expectations[0]!.actual).toBeCloseTo(Math.exp(2), 6);
  });
});
