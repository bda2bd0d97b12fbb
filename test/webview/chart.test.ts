import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align, valueAt } from '../../extension/webview/chart/align.js';
import { clearHeight } from '../../extension/webview/chart/clearance.js';
import { placeLabels } from '../../extension/webview/chart/labels.js';
import type { ShownCurve } from '../../extension/webview/chart/model.js';
import { padded } from '../../extension/webview/chart/scale.js';
import { linearTicks, logTicks, niceStep } from '../../extension/webview/chart/ticks.js';
import { symmetricEigenvalues } from '../../extension/webview/figures/symmetric.js';
import { decimate } from '../../extension/webview/running/decimate.js';

test('ticks stand on 1-2-5 steps and print the digits of the step', () => {
  expect(niceStep(1, 6)).toBeCloseTo(0.2, 12);
  expect(linearTicks(0.494, 0.506, 6).labels).toEqual(['0.494', '0.496', '0.498', '0.500', '0.502', '0.504', '0.506']);
  expect(linearTicks(-3.4, 3.4, 3).labels).toEqual(['0']);
  expect(logTicks(1e-3, 1e3).values).toHaveLength(7);
});

test('ticks lie inside of the range, whatever it is', () => {
  const range = fc.tuple(
    fc.double({ min: -1e6, max: 1e6, noNaN: true }),
    fc.double({ min: 1e-9, max: 1e6, noNaN: true }),
    fc.integer({ min: 2, max: 12 }),
  );
  fc.assert(
    fc.property(range, ([low, span, count]) => {
      const high = low + span;
      if (!(high - low > 1e-9 * Math.abs(low))) return;
      const { values, labels } = linearTicks(low, high, count);
      const room = 1e-9 * (Math.abs(low) + Math.abs(high));
      expect(values.length).toBeLessThanOrEqual(count + 1);
      expect(values.every((v) => v >= low - span * 1e-6 - room && v <= high + span * 1e-6 + room)).toBe(true);
      expect(new Set(labels).size).toBe(labels.length);
    }),
  );
});

test('labels stand apart, in order and inside; merged ends keep the strong one', () => {
  const ends = [10, 12, 40, 41, 80].map((y, i) => ({ y, strong: i === 3 }));
  const places = placeLabels(ends, 5, 95);
  expect(places[0] === null || places[1] === null).toBe(true);
  expect(places[2]).toBeNull();
  expect(places[3]).not.toBeNull();
  const shown = places.filter((y): y is number => y !== null);
  for (let i = 1; i < shown.length; i++) expect((shown[i] ?? 0) - (shown[i - 1] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-6);
  expect(
    placeLabels(
      Array.from({ length: 8 }, (_, i) => ({ y: 20 * i, strong: false })),
      0,
      300,
    ).every((y) => y === null),
  ).toBe(true);
});

test('the value axis leaves room, starts at zero when data do, and shows a flat line as flat', () => {
  expect(padded([0, 10], false)).toEqual([0, 10.6]);
  expect(padded([-8, 0], false)[1]).toBe(0);
  const [low, high] = padded([293.15, 293.15 + 1e-12], false);
  expect(high - low).toBeGreaterThan(1);
  // Zero, as far as the computation can tell: no tick stands on rounding.
  expect(padded([-6e-16, 8e-16], false, 2e-15)).toEqual([-1, 1]);
  expect(padded([-6e-3, 8e-3], false, 2e-15)[1]).toBeLessThan(0.01);
});

test('words beside a guide stand where no curve passes, and keep their place where all is taken', () => {
  const scales = { px: (x: number) => x, py: (y: number) => y };
  const curve = (y: readonly number[], hidden = false) => ({ x: [0, 50, 100], y, hidden }) as unknown as ShownCurve;
  expect(clearHeight([curve([90, 90, 90])], [10, 40], [90, 10, 50], scales)).toBe(10);
  expect(clearHeight([curve([90, 90, 90], true)], [10, 40], [90, 10, 50], scales)).toBe(90);
  // A steep curve beside the words is no hindrance, one that crosses them is.
  expect(clearHeight([curve([0, 100, 100])], [60, 90], [50, 10], scales)).toBe(50);
  expect(clearHeight([curve([0, 100, 100])], [10, 40], [50, 95], scales)).toBe(95);
  expect(clearHeight([curve([90, 90, 90]), curve([10, 10, 10])], [10, 40], [90, 10], scales)).toBe(90);
});

test('curves on different abscissae are put on one', () => {
  const [x, a, b] = align([
    { x: [0, 1, 2], y: [0, 10, 20] },
    { x: [0, 2, 4], y: [5, 6, 7] },
  ]);
  expect(x).toEqual([0, 1, 2, 4]);
  expect(a).toEqual([0, 10, 20, null]);
  expect(b).toEqual([5, null, 6, 7]);
  expect(valueAt({ x: [0, 2], y: [5, 6] }, 1)).toBe(5.5);
  expect(valueAt({ x: [0, 2], y: [5, 6] }, 3)).toBeNull();
});

test('a thinned curve keeps its ends and its peaks', () => {
  const n = 1_000_000;
  const x = Float64Array.from({ length: n }, (_, i) => i);
  const y = Float64Array.from(x, (v) => Math.sin(v / 1e5));
  y[345_678] = 9;
  y[777_777] = -9;
  const started = performance.now();
  const { x: at, y: values } = decimate(x, y, -Infinity, Infinity, 800);
  expect(performance.now() - started).toBeLessThan(500);
  expect(at.length).toBeLessThanOrEqual(1602);
  expect([at[0], at[at.length - 1]]).toEqual([0, n - 1]);
  expect(Math.max(...values)).toBe(9);
  expect(Math.min(...values)).toBe(-9);
  const close = decimate(x, y, 345_600, 345_700, 800);
  expect(close.x.length).toBeLessThan(110);
  expect(close.x).toContain(345_678);
});

test('eigenvalues of a symmetric matrix', () => {
  expect(
    symmetricEigenvalues([
      [2, 1],
      [1, 2],
    ]).map((v) => Number(v.toFixed(12))),
  ).toEqual([3, 1]);
  const values = symmetricEigenvalues([
    [1, -0.17, 0.14],
    [-0.17, 1, -0.39],
    [0.14, -0.39, 1],
  ]);
  expect(values.reduce((a, b) => a + b)).toBeCloseTo(3, 12);
  // Product of the eigenvalues is the determinant.
  expect(values.reduce((a, b) => a * b)).toBeCloseTo(1 + 2 * -0.17 * -0.39 * 0.14 - 0.17 ** 2 - 0.14 ** 2 - 0.39 ** 2, 12);
});
