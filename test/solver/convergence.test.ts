import { describe, expect, it } from 'vitest';
import {
  add,
  apply,
  constant,
  divide,
  exp,
  multiply,
  negate,
  power,
  subtract,
  symbol,
  time,
  type Expression,
} from '../../solver/expression/expression.js';
import type { Mesh } from '../../solver/mesh/mesh.js';
import { exactValue, manufactured, type Manufactured } from './support/manufactured.js';
import { discretise, march, nodes, spectral, steady, volumes } from './support/run.js';

const [x, T, w] = [symbol('x'), symbol('T'), symbol('w')];
const wave = (k: number) => apply('cos', multiply(constant(k), x));
const decay = exp(negate(time));
const half = constant(0.5);

/** Two coupled unknowns with state-dependent coefficients, as heat and a species. */
const coupled = {
  ids: ['T', 'w'],
  transport: [
    [add(constant(1), multiply(constant(0.2), T)), multiply(constant(0.1), T, T)],
    [multiply(constant(0.3), w, subtract(constant(1), w)), add(half, multiply(constant(0.1), T))],
  ],
  storage: [T, w] as Expression[],
  exact: [add(constant(2), multiply(decay, wave(2))), add(half, multiply(constant(0.2), decay, wave(3)))],
};
const smooth = (shape: 0 | 1 | 2, start: number): Manufactured => {
  // Even in x where the axis is inside, as fields are there.
  const even = (k: number) => apply('cos', multiply(constant(k), x));
  return {
    ids: ['T', 'w'],
    shape,
    start,
    layers: [
      {
        ...coupled,
        thickness: 1,
        exact: [add(constant(2), multiply(decay, even(2))), add(half, multiply(constant(0.2), decay, even(3)))],
      },
    ],
  };
};

/** Largest nodal error at t = 0.5 over all unknowns and regions. */
function error(m: Manufactured, mesh: Mesh, scale: number): number {
  const d = discretise(manufactured(m), mesh);
  const { states, failure } = march(d, [0.5], scale);
  expect(failure).toBeUndefined();
  let largest = 0;
  m.layers.forEach((layer, r) =>
    m.ids.forEach((_, i) => {
      for (const [position, value] of nodes(d, states[0]!, i, r))
        largest = Math.max(largest, Math.abs(value - exactValue(layer.exact[i]!, position, 0.5)));
    }),
  );
  return largest;
}

describe('spectral elements converge exponentially', () => {
  it.each<[string, 0 | 1 | 2, number]>([
    ['slab', 0, 0],
    ['solid cylinder', 1, 0],
    ['hollow cylinder', 1, 0.4],
    ['solid sphere', 2, 0],
    ['hollow sphere', 2, 0.4],
  ])('in a %s', (_, shape, start) => {
    const m = smooth(shape, start);
    const errors = [4, 6, 8].map((order) => error(m, spectral(order, 2), 1e-10));
    expect(errors[1]! / errors[0]!).toBeLessThan(0.1);
    expect(errors[2]! / errors[1]!).toBeLessThan(0.1);
    expect(error(m, spectral(11, 2), 1e-10)).toBeLessThan(3e-9);
  });

  it('with a flux let in instead of a value held', () => {
    const m: Manufactured = {
      ...smooth(0, 0),
      walls: [
        ['flux', 'value'],
        ['value', 'flux'],
      ],
    };
    expect(error(m, spectral(11, 2), 1e-10)).toBeLessThan(3e-9);
  });

  it('with drift', () => {
    const m: Manufactured = {
      ids: ['w'],
      layers: [{ thickness: 1, transport: [[half]], storage: [w], drift: [multiply(w, apply('sin', x))], exact: [coupled.exact[1]!] }],
    };
    expect(error(m, spectral(11, 2), 1e-10)).toBeLessThan(3e-9);
  });

  it('with storage that depends on its field and on another one', () => {
    const m: Manufactured = {
      ids: ['T', 'w'],
      layers: [
        {
          ...coupled,
          thickness: 1,
          storage: [add(T, multiply(constant(0.1), T, T)), divide(w, add(constant(1), multiply(constant(0.1), T)))],
        },
      ],
    };
    expect(error(m, spectral(11, 2), 1e-10)).toBeLessThan(5e-9);
  });

  it('across layers: shared, partitioned and with a resistance', () => {
    // One flux through everything: u falls linearly in each layer; quadratic in t so that all of it moves.
    const grow = add(constant(1), power(time, constant(2)));
    const line = (a: number, b: number): Expression => multiply(grow, add(constant(a), multiply(constant(b), x)));
    const layer = (thickness: number, D: number, exact: Expression) => ({
      thickness,
      transport: [[constant(D)]],
      storage: [w],
      exact: [exact],
    });
    // D u' = −1 everywhere: slopes −1, −1/2, −1/4; jumps: u doubles at x = 1 (partition 2), resistance 0.3 at x = 2.
    const m: Manufactured = {
      ids: ['w'],
      layers: [layer(1, 1, line(3, -1)), layer(1, 2, line(4.5, -0.5)), layer(1, 4, line(3.5 - 0.3 + 0.5, -0.25))],
      joints: [[{ kind: 'partition', ratio: constant(2) }], [{ kind: 'resistance', resistance: constant(0.3) }]],
    };
    expect(error(m, spectral(6, 2, 1, 2), 1e-9)).toBeLessThan(1e-8);
    expect(error(m, volumes(8, 8, 8), 1e-9)).toBeLessThan(1e-8);
  });
});

describe('finite volumes converge with order two', () => {
  it.each<[string, 0 | 1 | 2, number]>([
    ['slab', 0, 0],
    ['hollow cylinder', 1, 0.4],
    ['solid sphere', 2, 0],
  ])('in a %s', (_, shape, start) => {
    const m = smooth(shape, start);
    const [coarse, fine] = [40, 80].map((n) => error(m, volumes(n), 1e-7));
    expect(Math.log2(coarse! / fine!)).toBeGreaterThan(1.8);
  });
});

describe('steady states', () => {
  const still = (e: Expression): Expression => exactAtZero(e);
  const exactAtZero = (e: Expression): Expression => multiply(e, constant(1));
  it.each<[string, 0 | 1 | 2, number]>([
    ['slab', 0, 0],
    ['solid cylinder', 1, 0],
    ['hollow sphere', 2, 0.4],
  ])('in a %s are exact to the polynomials', (_, shape, start) => {
    const base = smooth(shape, start);
    const layer = base.layers[0]!;
    const exact = [add(constant(2), wave(2)), add(half, multiply(constant(0.2), wave(3)))].map(still);
    const m = { ...base, layers: [{ ...layer, exact }] };
    const d = discretise(manufactured(m), spectral(12, 2));
    const found = steady(d);
    expect(found.kind).toBe('found');
    if (found.kind !== 'found') return;
    m.ids.forEach((_id, i) => {
      for (const [position, value] of nodes(d, found.u, i)) expect(Math.abs(value - exactValue(exact[i]!, position, 0))).toBeLessThan(1e-9);
    });
  });
});

describe('moving walls', () => {
  it('are followed to the accuracy of the steps', () => {
    const moving: Expression = add(multiply(apply('sin', multiply(constant(3), time)), wave(1)), constant(2));
    const m: Manufactured = { ids: ['w'], layers: [{ thickness: 1, transport: [[add(constant(1), w)]], storage: [w], exact: [moving] }] };
    const [loose, tight] = [1e-5, 1e-8].map((scale) => error(m, spectral(10, 2), scale));
    expect(loose!).toBeLessThan(1e-4);
    expect(tight!).toBeLessThan(3e-7);
    expect(tight!).toBeLessThan(loose!);
  });
});
