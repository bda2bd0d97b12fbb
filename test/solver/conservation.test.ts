import { describe, expect, it } from 'vitest';
import { wallInflow } from '../../solver/assembly/wall-inflow.js';
import { add, constant, divide, exp, multiply, subtract, symbol } from '../../solver/expression/expression.js';
import { conservation } from '../../solver/study/conserved.js';
import { binaryLiquid } from './support/benchmarks.js';
import { discretise, march, spectral, steady, total, volumes } from './support/run.js';
import { closed, held, letIn, region, system, unknown } from './support/systems.js';

const [T, a, b] = [symbol('T'), symbol('a'), symbol('b')];
const both = [spectral(8, 3), volumes(40)] as const;

describe.each(both.map((mesh) => [mesh.scheme, mesh] as const))('%s keep', (_, mesh) => {
  it('the amount of a sealed species to rounding, whatever heat does', () => {
    const d = discretise(binaryLiquid(), mesh);
    const before = total(d, d.initial(), 1);
    const { states } = march(d, [1, 30, 600], [0.01, 1e-5]);
    for (const u of states) expect(Math.abs(total(d, u, 1) / before - 1)).toBeLessThan(1e-13);
  });

  it('the amount when storage depends on all fields', () => {
    const rho = divide(constant(1), add(constant(1), multiply(constant(0.5), T), multiply(constant(0.3), a)));
    const d = discretise(
      system({
        unknowns: [unknown('T', 'temperature'), unknown('a')],
        regions: [
          region(2, {
            thickness: 1,
            initial: [1, 0.4],
            storage: [add(T, multiply(constant(0.2), T, T)), multiply(rho, a)],
            transport: [
              [1, 0],
              [multiply(rho, a, constant(0.5)), multiply(rho, constant(0.3))],
            ],
          }),
        ],
        walls: [
          [held(1), closed],
          [held(2), closed],
        ],
      }),
      mesh,
    );
    const before = total(d, d.initial(), 1);
    const { states, failure } = march(d, [0.02, 0.3, 5], [1e-3, 1e-4]);
    expect(failure).toBeUndefined();
    for (const u of states) expect(Math.abs(total(d, u, 1) / before - 1)).toBeLessThan(1e-12);
    const rest = steady(d);
    expect(rest.kind).toBe('found');
    if (rest.kind === 'found') expect(Math.abs(total(d, rest.u, 1) / before - 1)).toBeLessThan(1e-12);
  });

  it('the sum that a reaction turns one into the other', () => {
    const rate = subtract(multiply(constant(2), a), b);
    const d = discretise(
      system({
        unknowns: [unknown('a'), unknown('b')],
        regions: [
          region(2, {
            thickness: 1,
            initial: [multiply(constant(2), symbol('x')), 0],
            storage: [a, b],
            source: [multiply(constant(-1), rate), multiply(constant(0.5), rate)],
            transport: [
              [1, 0],
              [0, 0.1],
            ],
          }),
        ],
      }),
      mesh,
    );
    const sum = (u: Float64Array) => total(d, u, 0) + 2 * total(d, u, 1);
    const before = sum(d.initial());
    const { totals } = conservation(d, d.initial());
    expect(totals).toHaveLength(1);
    const rest = steady(d);
    if (rest.kind !== 'found') throw new Error(rest.kind);
    expect(sum(rest.u)).toBeCloseTo(before, 12);
    // At rest 2 a = b everywhere, and a + 2 b = 1 in the mean.
    expect(rest.u[0]).toBeCloseTo(0.2, 10);
    expect(rest.u[1]).toBeCloseTo(0.4, 10);
  });

  it('the balance of walls: what enters stays', () => {
    const D = add(constant(1), multiply(constant(0.5), a));
    const d = discretise(
      system({
        unknowns: [unknown('a')],
        regions: [region(1, { thickness: 1, initial: [0], storage: [a], transport: [[D]] })],
        walls: [[held(multiply(symbol('t'), symbol('t')))], [letIn(constant(0.25))]],
      }),
      mesh,
    );
    const { states } = march(d, [0.3], 1e-9);
    const rate = 1e-4;
    const { states: around } = march(d, [0.3 - rate, 0.3 + rate], 1e-9);
    const stored = (total(d, around[1]!, 0) - total(d, around[0]!, 0)) / (2 * rate);
    const inflow = [0, 1].map((side) => wallInflow(d, states[0]!, 0.3, side as 0 | 1)[0]!);
    expect(inflow[1]).toBe(0.25);
    expect(inflow[0]! + inflow[1]!).toBeCloseTo(stored, 4);
  });
});

describe('conserved totals', () => {
  const cell = (walls: Parameters<typeof system>[0]['walls'], source = constant(0)) =>
    discretise(
      system({
        unknowns: [unknown('a')],
        regions: [region(1, { thickness: 1, initial: [1], storage: [a], transport: [[1]], source: [source] })],
        walls,
      }),
      spectral(6, 2),
    );

  it('are none where a wall holds the value or exchanges', () => {
    for (const walls of [
      [[held(1)], [closed]],
      [[closed], [letIn(subtract(constant(2), a))]],
    ] as const) {
      const d = cell(walls);
      expect(conservation(d, d.initial()).totals).toHaveLength(0);
    }
  });
  it('survive fluxes that cancel', () => {
    const d = cell([[letIn(constant(1))], [letIn(constant(-1))]]);
    const rest = steady(d);
    if (rest.kind !== 'found') throw new Error(rest.kind);
    expect(total(d, rest.u, 0)).toBeCloseTo(1, 12);
    expect(rest.u[0]! - rest.u[rest.u.length - 1]!).toBeCloseTo(1, 11);
  });
  it('tell that fluxes that do not cancel have no steady state', () => {
    const rest = steady(cell([[letIn(constant(1))], [closed]]));
    expect(rest).toMatchObject({ kind: 'unbalanced', unknown: 0, net: expect.closeTo(1, 9) });
  });
  it('tell that a constant source in a sealed cell has no steady state', () => {
    expect(steady(cell([[closed], [closed]], constant(3)))).toMatchObject({ kind: 'unbalanced' });
  });
  it('find the steady state of a source that its own field limits', () => {
    const d = cell([[closed], [closed]], subtract(constant(1), exp(subtract(a, constant(1)))));
    const rest = steady(d);
    expect(rest.kind).toBe('found');
  });
  it('are kept apart by a sealed joint', () => {
    const d = discretise(
      system({
        unknowns: [unknown('a')],
        regions: [1, 3].map((initial) => region(1, { thickness: 1, initial: [initial], storage: [a], transport: [[1]] })),
        joints: [[{ kind: 'sealed' }]],
      }),
      spectral(4, 1, 1),
    );
    const rest = steady(d);
    if (rest.kind !== 'found') throw new Error(rest.kind);
    expect([...rest.u].sort()).toEqual([...Array(5).fill(1), ...Array(5).fill(3)].map((v: number) => expect.closeTo(v, 12)));
  });
});
