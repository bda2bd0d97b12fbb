import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCall } from '../../solver/expression/calls.js';
import { differentiate } from '../../solver/expression/derivative.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import {
  add,
  apply,
  combine,
  constant,
  divide,
  exp,
  ln,
  multiply,
  negate,
  parameter,
  power,
  select,
  sqrt,
  subtract,
  symbol,
  tabulated,
  type Expression,
} from '../../solver/expression/expression.js';
import type { FunctionName } from '../../solver/expression/functions.js';
import { Program, Tape } from '../../solver/expression/tape.js';

const table = { abscissae: [0, 0.5, 1, 2, 3], ordinates: [1, 1.5, 1.4, 3, 2.5] };
const leaves = fc.oneof(
  fc.integer({ min: -20, max: 20 }).map((n) => constant(n / 4)),
  fc.constantFrom(symbol('u'), symbol('w'), symbol('x'), symbol('t'), parameter('p'), parameter('q')),
);
/** A wave of a large number would blow up the rounding of that number. */
const tame = (a: Expression): Expression => divide(a, add(constant(1), apply('abs', a)));
/** Smooth and bounded operations, so that values stay finite and differences make sense. */
const expressions = (depth: number): fc.Arbitrary<Expression> =>
  depth === 0
    ? leaves
    : fc.oneof(
        leaves,
        fc
          .tuple(expressions(depth - 1), expressions(depth - 1))
          .chain(([a, b]) =>
            fc.constantFrom(
              add(a, b),
              subtract(a, b),
              multiply(a, b),
              divide(a, add(constant(2), multiply(b, b))),
              power(add(constant(1.5), multiply(a, a)), constant(1.7)),
              power(a, constant(3)),
              power(add(constant(1), multiply(a, a)), divide(b, add(constant(1), multiply(b, b)))),
              combine('minimum', a, b),
              combine('maximum', a, b),
              select(combine('less', a, b), a, multiply(b, b)),
            ),
          ),
        expressions(depth - 1).chain((a) =>
          fc.constantFrom(
            negate(a),
            exp(apply('sin', tame(a))),
            ln(add(constant(2), multiply(a, a))),
            sqrt(add(constant(0.5), multiply(a, a))),
            apply('tanh', a),
            apply('cos', tame(a)),
            apply('erf', a),
            apply('abs', a),
            tabulated(table, a),
          ),
        ),
      );
/**
 * Coordinates in steps of a thousandth, each off the grid of the constants by its own part of a step: two kinks next to a point, within the step
 * of the differences, would leave it a slope that neither side has.
 */
const coordinate = (min: number, max: number, offset: number) =>
  fc.integer({ min: min * 1000, max: max * 1000 - 1 }).map((n) => (n + offset) / 1000);
const point = fc.record({ u: coordinate(-2, 2, 0.37), w: coordinate(-2, 2, 0.61), x: coordinate(0, 3, 0.23) });
const scalars: Record<string, number> = { t: 0.7, 'param p': 1.3, 'param q': -0.4 };
const at = (e: Expression, values: Record<string, number>) => evaluate(e, (name) => values[name] ?? scalars[name] ?? NaN);

describe('tape', () => {
  it('computes at every point what plain evaluation does', () => {
    fc.assert(
      fc.property(
        fc.array(expressions(4), { minLength: 1, maxLength: 4 }),
        fc.array(point, { minLength: 1, maxLength: 7 }),
        (list, points) => {
          const program = new Program(['u', 'w', 'x'], list);
          const inputs = (['u', 'w', 'x'] as const).map((k) => Float64Array.from(points, (p) => p[k]));
          const tape = new Tape(program, inputs, points.length);
          tape.setParameters((name) => scalars[`param ${name}`]!);
          tape.run(scalars.t!);
          list.forEach((e, k) =>
            points.forEach((p, i) => {
              const wanted = at(e, p);
              const scale = Math.max(1, Math.abs(wanted));
              // Reassociated products differ by rounding; a difference of large terms may amplify it.
              if (Number.isFinite(wanted) && scale < 1e6) expect(Math.abs(tape.outputs[k]![i]! - wanted) / scale).toBeLessThan(1e-8);
            }),
          );
        },
      ),
      { numRuns: 300 },
    );
  });

  it('computes common parts once', () => {
    const shared = exp(multiply(symbol('u'), parameter('p')));
    const program = new Program(['u'], [multiply(shared, symbol('u')), add(exp(multiply(symbol('u'), parameter('p'))), constant(1))]);
    expect(program.byPoint.filter(({ does }) => does.kind === 'unary' && does.operation === 'exp')).toHaveLength(1);
  });

  it('reads what does not change from point to point once per call', () => {
    const program = new Program(['u'], [multiply(exp(divide(parameter('p'), symbol('t'))), symbol('u'))]);
    expect(program.byPoint).toHaveLength(1);
    expect(program.dependsOnTime).toBe(true);
  });

  it('marks a symbol without a value as not a number', () => {
    const tape = new Tape(new Program(['u'], [add(symbol('u'), symbol('nowhere'))]), [Float64Array.of(1)], 1);
    tape.setParameters(() => 0);
    tape.run(0);
    expect(tape.outputs[0]![0]).toBeNaN();
  });
});

describe('derivative', () => {
  it('is the limit of differences', () => {
    fc.assert(
      fc.property(expressions(3), point, (e, p) => {
        for (const name of ['u', 'x', 't'] as const) {
          const h = 1e-5;
          const shift = (d: number) => at(e, { ...p, t: scalars.t!, [name]: (name === 't' ? scalars.t! : p[name]) + d });
          const [minus, here, plus] = [shift(-h), shift(0), shift(h)];
          const difference = (plus - minus) / (2 * h);
          // Kinks of conditions, tables and absolute values have no derivative: there the two sides disagree.
          const kink = Math.abs(plus - here - (here - minus)) / h > 1e-3 * Math.max(1, Math.abs(difference));
          if (!Number.isFinite(difference) || kink) continue;
          const got = at(differentiate(e, name), p);
          expect(Math.abs(got - difference)).toBeLessThan(2e-3 * Math.max(1, Math.abs(difference), Math.abs(at(e, p))));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('of a power of zero stays finite', () => {
    expect(at(differentiate(power(symbol('u'), constant(2.5)), 'u'), { u: 0 })).toBe(0);
  });
});

describe('functions', () => {
  const value = (name: FunctionName, ...args: number[]) => evaluate(buildCall(name, args.map(constant)), (s) => (s === 'T' ? 300 : NaN));
  it.each<[FunctionName, number[], number]>([
    ['exp', [1], Math.E],
    ['ln', [Math.E], 1],
    ['log10', [1000], 3],
    ['sqrt', [2], Math.SQRT2],
    ['abs', [-2], 2],
    ['min', [3, 1, 2], 1],
    ['max', [3, 1, 2], 3],
    ['sin', [1], Math.sin(1)],
    ['cos', [1], Math.cos(1)],
    ['tan', [1], Math.tan(1)],
    ['sinh', [1], Math.sinh(1)],
    ['cosh', [1], Math.cosh(1)],
    ['tanh', [1], Math.tanh(1)],
    ['erf', [0.5], 0.5204998778130465],
    ['erf', [-3], -0.9999779095030014],
    ['erfc', [0.5], 0.4795001221869535],
    ['floor', [-1.5], -2],
    ['ramp', [5, 0, 10], 0.5],
    ['ramp', [5, 5, 0], 1],
    ['ramp', [4.9, 5, 0], 0],
    ['step', [2, 2], 1],
    ['step', [1.999, 2], 0],
    ['pulse', [3, 2, 1.5], 1],
    ['pulse', [3.5, 2, 1.5], 0],
    ['periodic', [7.5, 2], 1.5],
    ['arrhenius', [2, 8.31446261815324 * 300], 2 / Math.E],
    ['iacopini_piazza', [0.02, 280, 20], 0.02 * (1 - Math.exp(-1))],
    ['polynomial', [2, 1, 3, 5], 27],
  ])('%s(%j) = %d', (name, args, wanted) => expect(value(name, ...args)).toBeCloseTo(wanted, 12));
});
