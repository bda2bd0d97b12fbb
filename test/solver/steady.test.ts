import { describe, expect, it } from 'vitest';
import { compileTerms } from '../../solver/assembly/terms.js';
import { wallInflow } from '../../solver/assembly/wall-inflow.js';
import { inLogarithms, nearlyEmpty, refineInLogarithms } from '../../solver/study/logarithmic.js';
import { binaryLiquid, soretCellExact, soretCellSystem } from './support/benchmarks.js';
import { discretise, nodes, spectral, steady, volumes } from './support/run.js';

const found = (d: Parameters<typeof steady>[0]) => {
  const result = steady(d);
  if (result.kind !== 'found') throw new Error(result.kind);
  return result.u;
};

describe('steady states', () => {
  it('of a binary liquid with Dufour effect agree with quadrature at both walls and in the heat flux', () => {
    // T as independent variable, J = 0 and q constant: 13-digit quadrature.
    const d = discretise(binaryLiquid({ low: 303.15 - 25, high: 303.15 + 25, limit: 0.04 }), spectral(10, 1));
    const u = found(d);
    expect(u[1]).toBeCloseTo(0.282129639627, 8);
    expect(u[u.length - 1]).toBeCloseTo(0.201114785412, 8);
    expect(Math.abs(wallInflow(d, u, null, 1)[0]! / 9892.62091705 - 1)).toBeLessThan(1e-6);
    expect(Math.abs(wallInflow(d, u, null, 0)[0]! / -9892.62091705 - 1)).toBeLessThan(1e-6);
  });

  it('of fitted volumes are exact in ln u on any mesh', () => {
    for (const cells of [5, 50]) {
      const u = found(discretise(soretCellSystem(60), volumes(cells)));
      expect(Math.log(u[0]! / u[u.length - 1]!)).toBeCloseTo(60, 9);
    }
  });

  it('in ln u are right relative to themselves over twenty-six decades', () => {
    const system = soretCellSystem(60);
    const d = discretise(system, spectral(10, 4));
    const u = found(d);
    expect(nearlyEmpty(d, u)).toBe(true);
    const refined = refineInLogarithms(d, inLogarithms(system)!, d.initial(), u)!;
    for (const [x, value] of nodes(d, refined, 0)) expect(value / soretCellExact(x, 1e12, 60)).toBeCloseTo(1, 6);
  });

  it('have no logarithm where a wall empties the cell', () => {
    const { walls, ...rest } = soretCellSystem(1);
    expect(inLogarithms({ ...rest, walls: [[{ kind: 'value', value: { kind: 'constant', value: 0 } }], walls[1]] })).toBeUndefined();
  });

  it('do not depend on how large the diffusivity is', () => {
    const terms = compileTerms(soretCellSystem());
    expect(terms.constantJacobian).toBe(true);
    expect(terms.linearStorage).toBe(true);
  });
});
