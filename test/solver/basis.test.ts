import { describe, expect, it } from 'vitest';
import { basis, interpolationRow } from '../../solver/mesh/basis.js';

describe.each([2, 5, 10, 14])('basis of order %i', (order) => {
  const b = basis(order);
  const n = order + 1;
  const dot = (f: (x: number) => number) => b.weights.reduce((sum, w, j) => sum + w * f(b.nodes[j]!), 0);

  it('integrates polynomials up to degree 2P − 1', () => {
    for (let k = 0; k <= 2 * order - 1; k++) expect(dot((x) => x ** k)).toBeCloseTo(k % 2 ? 0 : 2 / (k + 1), 12);
  });
  it('differentiates polynomials up to degree P', () => {
    for (let i = 0; i < n; i++) {
      let slope = 0;
      for (let j = 0; j < n; j++) slope += b.derivative[i * n + j]! * b.nodes[j]! ** order;
      expect(slope).toBeCloseTo(order * b.nodes[i]! ** (order - 1), 10);
    }
  });
  it('interpolates polynomials up to degree P, at nodes too', () => {
    const row = new Float64Array(n);
    for (const x of [-1, -0.3, 0.123, b.nodes[1]!, 1]) {
      interpolationRow(b, x, row);
      expect(row.reduce((sum, r, j) => sum + r * b.nodes[j]! ** order, 0)).toBeCloseTo(x ** order, 11);
    }
  });
  it('finds Legendre coefficients', () => {
    const second = (x: number) => (3 * x * x - 1) / 2;
    for (let k = 0; k < n; k++) {
      let a = 0;
      for (let j = 0; j < n; j++) a += b.modal[k * n + j]! * second(b.nodes[j]!);
      expect(a).toBeCloseTo(k === 2 ? 1 : 0, 12);
    }
  });
});
