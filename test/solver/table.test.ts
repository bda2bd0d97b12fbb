import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tableValue } from '../../solver/expression/table.js';

const increasing = fc
  .array(fc.record({ dx: fc.double({ min: 0.1, max: 3, noNaN: true }), dy: fc.double({ min: 0, max: 5, noNaN: true }) }), {
    minLength: 2,
    maxLength: 8,
  })
  .map((steps) => {
    let [x, y] = [0, 0];
    const points = steps.map(({ dx, dy }) => [(x += dx), (y += dy)] as const);
    return { abscissae: points.map((p) => p[0]), ordinates: points.map((p) => p[1]) };
  });

describe('table', () => {
  it('goes through its points and is monotone between them', () => {
    fc.assert(
      fc.property(increasing, (table) => {
        const { abscissae: x, ordinates: y } = table;
        x.forEach((at, i) => expect(tableValue(table, 0, at)).toBeCloseTo(y[i]!, 10));
        let before = -Infinity;
        for (let k = 0; k <= 200; k++) {
          const value = tableValue(table, 0, x[0]! + ((x[x.length - 1]! - x[0]!) * k) / 200);
          expect(value).toBeGreaterThanOrEqual(before - 1e-12);
          before = value;
        }
      }),
    );
  });
  it('is constant outside', () => {
    const table = { abscissae: [1, 2], ordinates: [3, 5] };
    expect([tableValue(table, 0, 0), tableValue(table, 0, 9), tableValue(table, 1, 9)]).toEqual([3, 5, 0]);
  });
  it('reproduces a straight line exactly', () => {
    const table = { abscissae: [0, 1, 4, 5], ordinates: [1, 3, 9, 11] };
    for (const at of [0.3, 2.2, 4.7]) expect(tableValue(table, 0, at)).toBeCloseTo(1 + 2 * at, 12);
    expect(tableValue(table, 1, 2)).toBeCloseTo(2, 12);
  });
  it('has derivatives that match its values', () => {
    const table = { abscissae: [0, 1, 2, 4], ordinates: [0, 1, 4, 16] };
    for (const at of [0.4, 1.5, 3.3]) {
      expect((tableValue(table, 0, at + 1e-6) - tableValue(table, 0, at - 1e-6)) / 2e-6).toBeCloseTo(tableValue(table, 1, at), 6);
      expect((tableValue(table, 1, at + 1e-6) - tableValue(table, 1, at - 1e-6)) / 2e-6).toBeCloseTo(tableValue(table, 2, at), 5);
    }
  });
});
