/** Systems that serve several runs give what systems of their own would give. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { number, operation, type Formula } from '../../solver/formula.js';
import { basis } from '../../solver/mesh/basis.js';
import { halvesOf, multiplyHalves } from '../../solver/mesh/halves.js';
import { multiplyStiffness } from '../../solver/mesh/stiffness.js';
import type { FieldOutcome, SweepOutcome } from '../../solver/outcome.js';
import type { Parameter, Problem, SweepStudy } from '../../solver/problem.js';
import { prepare, solve } from '../../solver/solve.js';
import { Neighbours } from '../../solver/study/neighbours.js';
import type { CaseState } from '../../solver/study/sweep-case.js';
import { boundary, medium, nowhere, p, problem, species } from '../physics/model.js';
import { spectral, discretise } from './support/run.js';
import { region, system as systemOf, unknown } from './support/systems.js';

const parameter = (name: string, value: number, unit: string): Parameter => ({
  name,
  value,
  unit,
  written: { text: unit, factor: 1, offset: 0 },
  origin: nowhere,
});
const named = (name: string): Formula => ({ kind: 'parameter', name });
const at = (side: string): Formula => ({
  kind: 'functional',
  functional: { kind: 'value', of: { kind: 'composition', measure: 'w', species: 'A' }, place: { kind: 'side', side } },
});
const sweepOf = (vary: Record<string, readonly number[]>, paired = false): SweepStudy => ({
  kind: 'sweep',
  name: 'map',
  study: 'rest',
  set: [],
  vary: Object.entries(vary).map(([name, values]) => ({ parameter: name, values, origin: nowhere })),
  paired,
  origin: nowhere,
});

/** A binary mixture between 290 K and `hot` with Soret coefficient `S`, thickness `L`, and a wall that lets A through in proportion to `k`. */
function cell(studies: Problem['studies'], values: Record<string, number> = {}): Problem {
  const start: Record<string, number> = { hot: 310, S: 0.02, L: 1e-3, k: 0, ...values };
  const made = problem({
    media: [
      medium(
        'mixture',
        'm',
        ['A', 'B'],
        [
          p('diffusion', 1e-9),
          p('soret(A)', named('S')),
          p('conductivity', operation('multiply', number(1e-3), { kind: 'temperature' })),
          p('density', 900),
          p('heat_capacity', 2000),
        ],
      ),
    ],
    substances: [species('A', p('molar_mass', 0.04)), species('B', p('molar_mass', 0.05))],
    parameters: [
      parameter('hot', start.hot!, 'K'),
      parameter('S', start.S!, '1/K'),
      parameter('L', start.L!, 'm'),
      parameter('k', start.k!, 'm/s'),
    ],
    initial: [p('temperature', 290), p('w(A)', 0.3)],
    boundaries: [
      boundary('left', p('temperature', 290)),
      boundary('right', p('temperature', named('hot')), p('mass_transfer(A)', named('k')), p('ambient(A)', 0.5)),
    ],
    studies,
    measures: [
      { name: 'left', formula: at('left'), unit: '1', origin: nowhere },
      { name: 'right', formula: at('right'), unit: '1', origin: nowhere },
    ],
  });
  return { ...made, geometry: { ...made.geometry, layers: [{ ...made.geometry.layers[0]!, thickness: named('L') }] } };
}
const rest: Problem['studies'][number] = { kind: 'steady', name: 'rest', set: [], origin: nowhere };
const relax: Problem['studies'][number] = {
  kind: 'transient',
  name: 'relax',
  set: [],
  until: number(500),
  times: [],
  instantHeat: false,
  origin: nowhere,
};

describe('a sweep', () => {
  const alone = (set: Record<string, number>) => (solve(cell([rest]), { set }).outcomes[0] as FieldOutcome).measures;

  it.each<{ vary: Record<string, number[]>; paired?: boolean }>([
    { vary: { S: [0.001, 0.01, 0.02, 0.03, 0.04], hot: [291, 300, 310, 320, 330, 340] } },
    { vary: { hot: [300, 300, 345, 292], S: [-0.02, 0.05, 0.001] } },
    // Neighbours that are far apart, in the ranges of their fields as well.
    { vary: { hot: [291, 345, 293, 340, 295, 335], S: [-0.05, 0.05, -0.04, 0.06] } },
    { vary: { hot: [291, 300, 310, 320], S: [0.01, 0.02, 0.03, 0.04] }, paired: true },
    // Places move, so that systems cannot be used again.
    { vary: { L: [1e-3, 2e-3], S: [0.01, 0.02, 0.03] } },
    // A sealed wall that opens: what was conserved is no more, and then is again.
    { vary: { k: [0, 0, 1e-7, 1e-6, 0, 0, 1e-6], S: [0.01, 0.02] } },
  ])('of neighbours gives the cases one by one: $vary', ({ vary, paired }) => {
    const outcome = solve(cell([rest, sweepOf(vary, paired)]), { studies: ['map'] }).outcomes[0] as SweepOutcome;
    expect(outcome.reason).toBeUndefined();
    const names = Object.keys(vary);
    outcome.measures.left!.values.forEach((value, k) => {
      const single = alone(Object.fromEntries(names.map((name) => [name, outcome.parameters[name]!.values[k]!])));
      // What an iteration leaves is in no error bar.
      const apart = (name: 'left' | 'right') => Math.abs(outcome.measures[name]!.values[k]! - single[name]!.values[0]!);
      const bars = (name: 'left' | 'right') => outcome.measures[name]!.errors[k]! + single[name]!.errors[0]!;
      expect(Math.abs(value - single.left!.values[0]!)).toBeLessThan(1e-11);
      for (const name of ['left', 'right'] as const) expect(apart(name)).toBeLessThanOrEqual(bars(name));
    });
  });
});

describe('a prepared model', () => {
  it('gives what a fresh one gives, whatever was run before', () => {
    const model = prepare(cell([rest, relax]));
    const sets: Record<string, number>[] = [{ hot: 300 }, { hot: 320, S: -0.01 }, { L: 5e-4 }, { k: 1e-6 }, { hot: 300 }];
    for (const set of sets) {
      const again = model.run({ set }).outcomes as FieldOutcome[];
      const fresh = solve(cell([rest, relax]), { set }).outcomes as FieldOutcome[];
      again.forEach((outcome, s) => {
        expect(outcome.status).toBe('ok');
        expect(outcome.fields).toEqual(fresh[s]!.fields);
        expect(outcome.measures).toEqual(fresh[s]!.measures);
        expect({ ...outcome.report, wallMilliseconds: 0 }).toEqual({ ...fresh[s]!.report, wallMilliseconds: 0 });
      });
    }
  });
  it('keeps two runs at once apart', () => {
    const model = prepare(cell([relax]));
    const [a, b] = [model.running({ set: { hot: 300 } }), model.running({ set: { hot: 330 } })];
    let [left, right] = [a.next(), b.next()];
    while (!left.done || !right.done) {
      if (!left.done) left = a.next();
      if (!right.done) right = b.next();
    }
    const fields = (hot: number) => (solve(cell([relax]), { set: { hot } }).outcomes[0] as FieldOutcome).fields;
    expect((left.value.outcomes[0] as FieldOutcome).fields).toEqual(fields(300));
    expect((right.value.outcomes[0] as FieldOutcome).fields).toEqual(fields(330));
  });
});

describe('extrapolation from neighbours', () => {
  const system = discretise(
    systemOf({ unknowns: [unknown('u')], regions: [region(1, { thickness: 1, initial: [0], transport: [[1]] })] }),
    spectral(4, 1),
  );
  it('is exact for products of quadratics, on uneven values too', () => {
    const study = sweepOf({ a: [1, 2, 4, 5, 7], b: [0.1, 0.2, 0.5, 0.6, 1, 1.3] });
    const states = new Map<number, readonly CaseState[]>();
    const neighbours = new Neighbours(study, states);
    const state = (k: number) => {
      const [a, b] = [study.vary[0]!.values[Math.floor(k / 6)]!, study.vary[1]!.values[k % 6]!];
      return Float64Array.of((1 + a - a * a) * (2 - b + 3 * b * b), a * a * Math.exp(b), Math.exp(a) * b * b);
    };
    for (let k = 0; k < 30; k++) {
      const guess = neighbours.guess(k)?.[0]?.u;
      if (k === 0) expect(guess).toBeUndefined();
      else if (k >= 18 && k % 6 >= 3) state(k).forEach((value, i) => expect(guess![i]! / value).toBeCloseTo(1, 9));
      else expect(guess!.every(Number.isFinite)).toBe(true);
      states.set(k, [{ system, u: state(k) }]);
      neighbours.passed(k);
    }
  });
});

describe('products by even and odd parts', () => {
  it('are the plain ones', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 14 }),
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 60, maxLength: 60 }),
        (order, x) => {
          const { derivative: D, stiffness } = basis(order);
          const n = order + 1;
          const q = [0, 1, 2, 3].map((v) => Float64Array.from(x.slice(15 * v, 15 * v + n))) as unknown as Parameters<
            typeof multiplyStiffness
          >[3];
          const out = new Float64Array(n);
          multiplyHalves(n, halvesOf(n, D), 2, q[0], 0, out, 0);
          for (let i = 0; i < n; i++) {
            let sum = 0;
            for (let j = 0; j < n; j++) sum += 2 * D[i * n + j]! * q[0][j]!;
            expect(Math.abs(out[i]! - sum)).toBeLessThan(1e-11);
          }
          for (const count of [1, 3, 4]) {
            const K = [0, 1, 2, 3].map(() => new Float64Array(n * n)) as unknown as typeof q;
            multiplyStiffness(n, stiffness, count, q, K);
            for (let v = 0; v < count; v++)
              for (let i = 0; i < n; i++)
                for (let k = 0; k <= i; k++) {
                  let sum = 0;
                  for (let j = 0; j < n; j++) sum += D[j * n + i]! * D[j * n + k]! * q[v]![j]!;
                  expect(Math.abs(K[v]![i * n + k]! - sum)).toBeLessThan(1e-10);
                }
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
