/** First-order propagation against derivatives that are known in closed form. */
import { expect, test } from 'vitest';
import { separation } from '../fit/cell.js';
import { solve } from '../../solver/solve.js';
import { problemOf, run, source } from './model.js';

const size = 0.25 * 6;

test('at rest ∂Δw/∂S_T is w(1 − w)ΔT, and the walls add in quadrature', async () => {
  const outcome = await run(source({ S: '9.5e-3 +- 0.3e-3 1/K', cold: '295.15 ± 0.1 K', hot: '301.15 +- 0.1 K' }), 'rest');
  const byWall = 9.5e-3 * 0.25;
  const wanted = Math.hypot(size * 0.3e-3, byWall * 0.1, byWall * 0.1);
  expect(outcome.measures.dw!.propagated![0]! / wanted).toBeCloseTo(1, 8);
  const { sources, sensitivities } = outcome.propagation!;
  expect(sources.map((s) => s.name)).toEqual(['S', 'left temperature', 'right temperature']);
  const [byS, byCold, byHot] = sensitivities.dw!.derivatives;
  expect(byS! / size).toBeCloseTo(1, 8);
  expect(byCold! / -byWall).toBeCloseTo(1, 8);
  expect(byHot! / byWall).toBeCloseTo(1, 8);
  expect(sensitivities.dw!.shares.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
});

test('in time ∂Δw/∂D and ∂Δw/∂S_T are those of the series', async () => {
  const outcome = await run(source({ D: '6.21e-10 +- 0.2e-10 m^2/s', S: '9.5e-3 +- 0.3e-3 1/K', inTransient: 'every = 100 s' }), 'relax');
  const { propagated } = outcome.measures.dw!;
  outcome.times.forEach((t, k) => {
    if (t === 0) return expect(propagated![k]).toBeLessThan(1e-12);
    const { byD, byS } = separation(t!);
    expect(propagated![k]! / Math.hypot(byD * 0.2e-10, byS * 0.3e-3)).toBeCloseTo(1, 4);
  });
});

test('a let that stands in two places is one source; its effects add before they are squared', async () => {
  // both walls warmer by the same amount: the difference stays
  const shared = source({ cold: 'base', hot: 'base + 6 K', more: 'let base = 295.15 ± 0.5 K' });
  const outcome = await run(shared, 'rest');
  expect(outcome.propagation!.sources.map((s) => s.name)).toEqual(['base']);
  expect(outcome.measures.dw!.propagated![0]).toBeLessThan(1e-12);
});

test('an expression of an uncertain literal, a length, a measure of its own', async () => {
  const more = 'let k = 2 +- 0.1\nmeasure signal = k * 3 * dw';
  const outcome = await run(source({ S: '9.5e-3 1/K', gap: '1.5 ± 0.05 mm', more }), 'relax');
  const { byD } = separation(600);
  // Δw depends on D/L² alone
  const byGap = (-2 * 6.21e-10 * byD) / 1.5e-3;
  const { value } = separation(600);
  expect(outcome.measures.dw!.propagated!.at(-1)! / Math.abs(byGap * 0.05e-3)).toBeCloseTo(1, 4);
  const wanted = Math.hypot(6 * byGap * 0.05e-3, 0.3 * value);
  expect(outcome.measures.signal!.propagated!.at(-1)! / wanted).toBeCloseTo(1, 4);
});

test('a slider moves the value; the uncertainty stays', async () => {
  const outcome = await run(source({ S: '9.5e-3 +- 0.3e-3 1/K' }), 'rest', { set: { S: 5e-3 } });
  expect(outcome.measures.dw!.values[0]).toBeCloseTo(5e-3 * size, 8);
  expect(outcome.measures.dw!.propagated![0]! / (size * 0.3e-3)).toBeCloseTo(1, 8);
});

test('a value that a study sets is moved around that value', async () => {
  const outcome = await run(source({ S: '9.5e-3 +- 0.3e-3 1/K', inSteady: 'set(S) = 2 * 4e-3 1/K' }), 'rest');
  expect(outcome.measures.dw!.values[0]).toBeCloseTo(8e-3 * size, 8);
  expect(outcome.measures.dw!.propagated![0]! / (size * 0.3e-3)).toBeCloseTo(1, 8);
});

test('curves carry their 95 % band', async () => {
  const outcome = await run(source({ S: '9.5e-3 +- 0.3e-3 1/K' }), 'rest');
  const [curve, band] = [outcome.series['0/0']![0]!, outcome.bands!['0/0']!];
  const last = curve.length - 1;
  // w(right) − w(middle) = −S · 0.25 · 3 K
  const half = 1.959964 * 0.25 * 3 * 0.3e-3;
  expect((band.upper[0]![last]! - curve[last]!) / half).toBeCloseTo(1, 5);
  expect((curve[0]! - band.lower[0]![0]!) / half).toBeCloseTo(1, 5);
  const relax = await run(source({ S: '9.5e-3 +- 0.3e-3 1/K' }), 'relax');
  expect(relax.bands!['0/0']!.lower.length).toBe(relax.times.length);
  expect(relax.bands!['1/0']!.upper[0]!.length).toBe(relax.times.length);
});

test('nothing stated, or `propagation = off`: nothing is carried, and the results are the same to the last bit', async () => {
  const plain = await run(source(), 'relax');
  expect(plain.propagation).toBeUndefined();
  expect(plain.measures.dw!.propagated).toBeUndefined();
  const off = await run(source({ D: '6.21e-10 ± 1e-11 m^2/s', inTransient: 'propagation = off' }), 'relax');
  expect(off.propagation).toBeUndefined();
  expect(off.measures.dw!.values).toEqual(plain.measures.dw!.values);
});

test('a study that starts from another inherits what is uncertain there', async () => {
  const more = 'transient back { start = rest; until = 1 s; temperature = instant; set(S) = 9.5e-3 1/K }';
  const outcome = await run(source({ S: '9.5e-3 +- 0.3e-3 1/K', more }), 'back');
  // after a second of 367 s almost all of the separation at rest is there
  expect(outcome.measures.dw!.propagated!.at(-1)! / (size * 0.3e-3)).toBeCloseTo(1, 1);
});

test('a sweep carries them case by case; what it varies counts as known', async () => {
  const more = 'sweep map { study = rest; vary(S) = list(4e-3 1/K, 8e-3 1/K) }';
  const problem = await problemOf(source({ S: '9.5e-3 +- 0.3e-3 1/K', hot: '301.15 ± 0.1 K', more }));
  const [outcome] = solve(problem, { studies: ['map'] }).outcomes;
  const { values, propagated } = outcome!.measures.dw!;
  expect(values[1]).toBeCloseTo(8e-3 * size, 8);
  expect(propagated![0]! / (4e-3 * 0.25 * 0.1)).toBeCloseTo(1, 6);
  expect(propagated![1]! / (8e-3 * 0.25 * 0.1)).toBeCloseTo(1, 6);
});

test('a sweep of a study that starts from another inherits what is uncertain there', async () => {
  const more = `param wait = 1 s
  transient back { start = rest; until = wait; temperature = instant; set(S) = 9.5e-3 1/K }
  sweep map { study = back; vary(wait) = list(0.01 s, 0.02 s) }`;
  const problem = await problemOf(source({ S: '9.5e-3 +- 0.3e-3 1/K', more }));
  const [outcome] = solve(problem, { studies: ['map'] }).outcomes;
  outcome!.measures.dw!.propagated!.forEach((u) => expect(u / (size * 0.3e-3)).toBeCloseTo(1, 2));
});
