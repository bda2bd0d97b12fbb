/** Design of an experiment against closed forms: sensitivities, the best composition, the length that gives a signal in time. */
import { expect, test } from 'vitest';
import { design, type Design, type Goal } from '../../solver/design/design.js';
import type { Range } from '../../solver/design/box.js';
import { cell, separation } from '../fit/cell.js';
import { problemOf } from '../uncertainty/model.js';

/** The cell of the fits with all that can be chosen as params. `linear` keeps S_T w(1 − w) constant. */
const source = (soret: string): string => `
param D   = ${cell.D} m^2/s from 4e-10 m^2/s to 8e-10 m^2/s
param S   = 9.5e-3 1/K
param gap = 1.5 mm from 0.5 mm to 3 mm
param hot = 301.15 K from 297.15 K to 305.15 K
param w_0 = 0.3 from 0.05 to 0.95
species A { molar_mass = 132.21 g/mol }
species B { molar_mass = 170.34 g/mol }
mixture m of A, B {
  density = 842 kg/m^3; diffusion = D; soret(A) = ${soret}
  conductivity = 0.13 W/(m*K); heat_capacity = 2 kJ/(kg*K); dufour = off
}
geometry slab { length = gap; medium = m }
initial        { temperature = 295.15 K; w(A) = w_0 }
boundary left  { temperature = 295.15 K }
boundary right { temperature = hot }
transient relax { until = 1800 s; temperature = instant }
steady rest
measure dw = value(w(A), left) - value(w(A), right)`;
const linear = 'S * 0.25 / (w(A) * (1 - w(A)))';

async function run(soret: string, study: string, ranges: readonly Range[] = [], goal?: Goal, time?: number): Promise<Design> {
  const problem = await problemOf(source(soret));
  const found = problem.studies.find((s) => s.name === study)!;
  if (found.kind !== 'steady' && found.kind !== 'transient') throw new Error('no fields');
  const running = design({
    problem,
    study: found,
    measure: 'dw',
    ...(time !== undefined && { time }),
    set: {},
    ranges,
    ...(goal && { goal }),
    cancelled: () => false,
  });
  for (let next = running.next(); ; next = running.next()) {
    if (!next.done) continue;
    if ('code' in next.value) throw new Error(next.value.message);
    return next.value;
  }
}
/** Of the response f(t/τ) at the wanted signal, the gap: the closed form depends on t/gap² alone. */
const timeOf = (wanted: number): number => {
  let [low, high] = [1, 5000];
  for (let k = 0; k < 60; k++) {
    const middle = 0.5 * (low + high);
    if (separation(middle).value < wanted) low = middle;
    else high = middle;
  }
  return low;
};

test('sensitivities after ten minutes are the derivatives of the series, the strongest first', async () => {
  const { sensitivities } = await run(linear, 'relax', [], undefined, 600);
  const { value, byD, byS } = separation(600);
  expect(sensitivities.value / value).toBeCloseTo(1, 5);
  const by = (name: string) => sensitivities.each.find((s) => s.name === name)!;
  expect(by('D').derivative / byD).toBeCloseTo(1, 4);
  expect(by('S').derivative / byS).toBeCloseTo(1, 5);
  // Δw depends on D t/gap²
  expect(by('gap').derivative / ((-2 * cell.D * byD) / cell.L)).toBeCloseTo(1, 3);
  expect(by('hot').derivative / (value / 6)).toBeCloseTo(1, 5);
  expect(Math.abs(by('w_0').derivative)).toBeLessThan(1e-6);
  expect(by('D').effect / (byD * 4e-10)).toBeCloseTo(1, 4);
  const effects = sensitivities.each.map((s) => Math.abs(s.effect));
  expect(effects).toEqual([...effects].sort((a, b) => b - a));
});

test('the best composition of a constant S_T is one half, found inside of the range', async () => {
  const { optimum } = await run('S', 'rest', [{ parameter: 'w_0', low: 0.05, high: 0.95 }], { kind: 'largest' });
  expect(optimum!.values.w_0).toBeCloseTo(0.5, 3);
  expect(optimum!.value).toBeCloseTo(Math.tanh((9.5e-3 * 6) / 4), 8);
  expect(optimum!.atBound).toEqual({});
});

test('what grows without end rests on its bound, and says so', async () => {
  const ranges: readonly Range[] = [
    { parameter: 'hot', low: 297.15, high: 305.15 },
    { parameter: 'gap', low: 0.5e-3, high: 3e-3 },
    { parameter: 'w_0', low: 0.05, high: 0.95 },
  ];
  const { optimum } = await run('S', 'relax', ranges, { kind: 'largest' }, 300);
  expect(optimum!.values).toMatchObject({ hot: 305.15, gap: 0.5e-3 });
  expect(optimum!.values.w_0).toBeCloseTo(0.5, 2);
  expect(optimum!.atBound).toEqual({ hot: 'high', gap: 'low' });
  const { optimum: least } = await run('S', 'rest', ranges.slice(0, 1), { kind: 'smallest' });
  expect(least!.atBound).toEqual({ hot: 'low' });
});

test('the gap, and the temperature, that give a signal in ten minutes', async () => {
  const wanted = 0.012;
  const ranges = [
    { parameter: 'gap', low: 0.5e-3, high: 3e-3 },
    { parameter: 'hot', low: 297.15, high: 305.15 },
    { parameter: 'w_0', low: 0.05, high: 0.95 },
  ];
  const { reached } = await run(linear, 'relax', ranges, { kind: 'reach', wanted }, 600);
  const [gap, hot, w0] = reached!;
  expect(gap!.reachedAt! / (cell.L * Math.sqrt(600 / timeOf(wanted)))).toBeCloseTo(1, 5);
  expect(gap!.crossings).toBe(1);
  expect(hot!.reachedAt! - 295.15).toBeCloseTo((6 * wanted) / separation(600).value, 4);
  // with S_T w(1 − w) constant the composition changes nothing
  expect(w0!.reachedAt).toBeUndefined();
  expect(w0!.nearest.measure).toBeCloseTo(separation(600).value, 6);
});

test('two compositions give the same signal: both are counted, the nearer one is given', async () => {
  const { reached } = await run('S', 'rest', [{ parameter: 'w_0', low: 0.05, high: 0.95 }], { kind: 'reach', wanted: 0.01 });
  const [{ reachedAt, crossings }] = reached as [NonNullable<Design['reached']>[number]];
  expect(crossings).toBe(2);
  // nearly S ΔT w(1 − w) = 0.01
  expect(reachedAt).toBeCloseTo(0.5 - Math.sqrt(0.25 - 0.01 / (9.5e-3 * 6)), 3);
});
