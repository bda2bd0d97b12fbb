import { describe, expect, it } from 'vitest';
import { add, apply, constant, multiply, negate, subtract, symbol, time } from '../../solver/expression/expression.js';
import { Rosenbrock } from '../../solver/time/rosenbrock.js';
import { discretise, march, spectral, total, volumes } from './support/run.js';
import { region, system, unknown } from './support/systems.js';
import { soretCell, soretCellExact, soretCellSystem } from './support/benchmarks.js';
import { nodes } from './support/run.js';

const [a, b] = [symbol('a'), symbol('b')];
/** Uniform fields: an ordinary differential equation at every node. */
const oscillator = (linear: boolean) =>
  system({
    unknowns: [unknown('a'), unknown('b')],
    regions: [
      region(2, {
        thickness: 1,
        initial: [1, 0.5],
        // m(a) = a + a³/10 is nonlinear storage; its rate is that of the linear case times m'.
        storage: [linear ? a : add(a, multiply(constant(0.1), a, a, a)), b],
        source: [
          multiply(subtract(apply('cos', time), multiply(a, b)), linear ? constant(1) : add(constant(1), multiply(constant(0.3), a, a))),
          subtract(a, multiply(b, b)),
        ],
        transport: [
          [1, 0],
          [0, 1],
        ],
      }),
    ],
  });
/** End state at t = 2 with n equal steps. */
function fixed(linear: boolean, n: number): number {
  const d = discretise(oscillator(linear), spectral(2, 1));
  const stepper = new Rosenbrock(d, Float64Array.of(1e300, 1e300), d.initial());
  stepper.begin(0, 2);
  for (let k = 1; k <= n; k++) {
    stepper.h = 2 / n;
    stepper.step((2 * k) / n);
  }
  return stepper.u[0]!;
}

describe('Rodas5P', () => {
  it('has order five, also for data that moves in time', () => {
    const exact = fixed(true, 400);
    const errors = [10, 20, 40].map((n) => Math.abs(fixed(true, n) - exact));
    expect(Math.log2(errors[0]! / errors[1]!)).toBeGreaterThan(4.6);
    expect(Math.log2(errors[1]! / errors[2]!)).toBeGreaterThan(4.6);
  });

  it('keeps an order above four when storage is nonlinear', () => {
    const exact = fixed(false, 400);
    const errors = [10, 20, 40, 80].map((n) => Math.abs(fixed(false, n) - exact));
    expect(errors[0]!).toBeLessThan(1e-7);
    expect(Math.log2(errors[1]! / errors[3]!) / 2).toBeGreaterThan(4.2);
  });

  it('reads between its steps with order four', () => {
    const thetas = [0.2, 0.4, 0.6, 0.8];
    const between = (n: number) => {
      const d = discretise(oscillator(true), spectral(2, 1));
      const stepper = new Rosenbrock(d, Float64Array.of(1e300, 1e300), d.initial());
      stepper.begin(0, 2);
      for (let k = 1; k <= n / 2; k++) {
        stepper.h = 2 / n;
        stepper.step((2 * k) / n);
      }
      const at = thetas.map((theta) => 1 - ((1 - theta) * 2) / n);
      const exact = march(discretise(oscillator(true), spectral(2, 1)), at, 1e-12).states;
      const out = new Float64Array(d.size);
      return Math.max(
        ...at.map((t, i) => {
          stepper.interpolate(t, out);
          return Math.abs(out[0]! - exact[i]![0]!);
        }),
      );
    };
    const errors = [20, 40].map(between);
    expect(errors[0]!).toBeLessThan(1e-8);
    expect(Math.log2(errors[0]! / errors[1]!)).toBeGreaterThan(3.6);
  });

  it('follows a field without storage at once', () => {
    const d = discretise(
      system({
        unknowns: [unknown('a')],
        regions: [region(1, { thickness: 1, initial: [0], storage: [0], transport: [[1]], source: [multiply(constant(2), time)] })],
        walls: [[{ kind: 'value', value: time }], [{ kind: 'value', value: constant(0) }]],
      }),
      spectral(4, 2),
    );
    const { states } = march(d, [1], 1e-8);
    // −a'' = 2t, a(0) = t, a(1) = 0.
    for (const [x, value] of nodes(d, states[0]!, 0)) expect(value).toBeCloseTo(x * (1 - x) + 1 - x, 9);
  });

  it('ends with a reason when a field blows up', () => {
    const d = discretise(
      system({
        unknowns: [unknown('a')],
        regions: [region(1, { thickness: 1, initial: [1], storage: [a], transport: [[1]], source: [multiply(a, a)] })],
      }),
      spectral(4, 1),
    );
    const { failure } = march(d, [2], 1e-4);
    expect(['stalled', 'not finite']).toContain(failure?.kind);
    expect(failure!.time).toBeCloseTo(1, 3);
  });
  it('ends with a reason when a coefficient is not a number', () => {
    const d = discretise(
      system({
        unknowns: [unknown('a')],
        regions: [region(1, { thickness: 1, initial: [1], storage: [a], transport: [[apply('sqrt', negate(a))]] })],
      }),
      spectral(4, 1),
    );
    expect(march(d, [1], 1e-4).failure).toBeDefined();
  });
});

describe('the Soret cell', () => {
  const { tau, w0 } = soretCell;
  const times = [0.1, 0.2, 0.5, 1, 2, 5].map((k) => k * tau);
  const range = soretCellExact(0, 1e9) - soretCellExact(1e-3, 1e9);

  it('follows its exact series from a jump of the flux on', () => {
    const d = discretise(soretCellSystem(), spectral(10, 4));
    const { states, stepper } = march(d, times, 1e-5 * range);
    states.forEach((u, k) => {
      for (const [x, value] of nodes(d, u, 0)) expect(Math.abs(value - soretCellExact(x, times[k]!)) / range).toBeLessThan(1e-7);
    });
    expect(stepper.steps).toBeLessThan(40);
    for (const u of states) expect(Math.abs(total(d, u, 0) / (w0 * 1e-3) - 1)).toBeLessThan(1e-13);
  });

  it('stays positive on fifty volumes when S_T ΔT is sixty', () => {
    const d = discretise(soretCellSystem(60), volumes(50));
    const { states } = march(
      d,
      [1e-4, 1e-3, 1e-2, 0.1, 1].map((k) => k * tau),
      1e-6,
    );
    for (const u of states) {
      expect(Math.min(...u)).toBeGreaterThanOrEqual(0);
      expect(Math.abs(total(d, u, 0) / (w0 * 1e-3) - 1)).toBeLessThan(1e-12);
    }
    const last = states[states.length - 1]!;
    expect(last[0]! / w0).toBeGreaterThan(20);
  });
});
