/** Optical signals: closed forms against the solved equations, the inversion of two colours against linear algebra. */
import { describe, expect, test } from 'vitest';
import { buildCall } from '../../solver/expression/calls.js';
import { evaluate } from '../../solver/expression/evaluate.js';
import { constant } from '../../solver/expression/expression.js';
import type { FunctionName } from '../../solver/expression/functions.js';
import { run, source } from '../uncertainty/model.js';

const call = (name: FunctionName, ...values: number[]): number =>
  evaluate(
    buildCall(
      name,
      values.map((v) => constant(v)),
    ),
    () => NaN,
  );

describe('deflection of a beam in the middle of a Soret cell', () => {
  test('1 at the thermal plateau, 1 − A at rest', () => {
    expect(call('deflection_signal', 0, 100, 0.4)).toBe(1);
    expect(call('deflection_signal', 5000, 100, 0.4)).toBeCloseTo(0.6, 14);
  });
  test('the two series agree where one takes over from the other', () => {
    const [before, after] = [call('deflection_signal', 30 - 1e-9, 100, 1), call('deflection_signal', 30 + 1e-9, 100, 1)];
    expect(before).toBeCloseTo(after, 10);
    expect(call('deflection_signal', 50, 100, 1)).toBeCloseTo(1 - 0.2324550345442346, 14);
    expect(call('deflection_signal', 10, 100, 1)).toBeCloseTo(1 - 0.000888133555028603, 14);
  });
  test('the solved cell gives it at every time', async () => {
    const more = `
let n_T = -4.5e-4 1/K
let n_w = 0.115
measure thermal = n_T * value(gradient(T), x = gap / 2)
measure signal = (thermal + n_w * value(gradient(w(A)), x = gap / 2)) / thermal
measure wanted = deflection_signal(t, gap^2 / (pi^2 * 6.21e-10 m^2/s), n_w / n_T * S * 0.25)
let gap = 1.5 mm`;
    const outcome = await run(source({ inTransient: 'every = 60 s', more }), 'relax');
    const [signal, wanted] = [outcome.measures.signal!.values, outcome.measures.wanted!.values];
    expect(wanted.at(-1)).toBeGreaterThan(1.4);
    signal.forEach((value, k) => expect(Math.abs(value - wanted[k]!)).toBeLessThan(outcome.times[k]! < 60 ? 1e-5 : 2e-6));
  });
});

describe('a transient grating', () => {
  test('0 when switched on, 1 − A at rest; with the thermal plateau between', () => {
    expect(call('grating_signal', 0, 1e-3, 1e-5, -0.5)).toBeCloseTo(0, 14);
    expect(call('grating_signal', 1, 1e-3, 1e-5, -0.5)).toBeCloseTo(1.5, 12);
    expect(call('grating_signal', 1e-4, 1, 1e-6, -0.5)).toBeCloseTo(1, 3);
  });
  test('the solved equations of heat and matter give it, without Dufour effect and for small amplitudes', async () => {
    const text = `
let q = 2 * pi / 10 µm
let n_T = -4.5e-4 1/K
let n_w = 0.115
species A { molar_mass = 132.21 g/mol }
species B { molar_mass = 170.34 g/mol }
mixture m of A, B {
  density = 842 kg/m^3; diffusion = 6.21e-10 m^2/s; soret(A) = 9.5e-3 1/K
  conductivity = 0.13 W/(m*K); heat_capacity = 2 kJ/(kg*K); dufour = off
}
geometry slab { length = 5 µm; medium = m }
initial { temperature = 25 degC; w(A) = 0.5 }
source { heat = 1e7 W/m^3 * cos(q * x) }
transient grating { until = 20 ms; every = 0.5 ms; tolerance = 1e-8 }
measure plateau = n_T * 1e7 W/m^3 / (0.13 W/(m*K) * q^2)
measure signal = (n_T * (value(T, left) - value(T, right)) + n_w * (value(w(A), left) - value(w(A), right))) / 2 / plateau
measure wanted = grating_signal(t, 1 / (6.21e-10 m^2/s * q^2), 842 kg/m^3 * 2 kJ/(kg*K) / (0.13 W/(m*K) * q^2), n_w / n_T * 9.5e-3 1/K * 0.25)`;
    const outcome = await run(text, 'grating');
    const [signal, wanted] = [outcome.measures.signal!.values, outcome.measures.wanted!.values];
    signal.forEach((value, k) => expect(Math.abs(value - wanted[k]!)).toBeLessThan(1e-5));
  });
});

describe('two colours', () => {
  const N = [0.1232, 0.071, 0.1351, 0.0812] as const;
  test('the inversion gives back what made the signals', () => {
    const [x, y] = [12e-3, -3.4e-3];
    const signals = [N[0] * x + N[1] * y, N[2] * x + N[3] * y] as const;
    expect(call('two_colour_first', ...signals, ...N)).toBeCloseTo(x, 14);
    expect(call('two_colour_second', ...signals, ...N)).toBeCloseTo(y, 14);
  });
  test('condition numbers: 1 for rotations, the ratio for stretches, infinite where the colours see the same', () => {
    expect(call('condition_number', Math.cos(1), -Math.sin(1), Math.sin(1), Math.cos(1))).toBeCloseTo(1, 7);
    expect(call('condition_number', 3, 0, 0, -0.5)).toBeCloseTo(6, 12);
    expect(call('condition_number', 1, 2, 2, 4)).toBe(Infinity);
  });
  test('stated uncertainties of the contrast factors come through, magnified no more than the condition number allows', async () => {
    const more = `
let a = 0.1232 +- 0.0006
let s_1 = ${N[0] * 12e-3 - N[1] * 3.4e-3}
let s_2 = ${N[2] * 12e-3 - N[3] * 3.4e-3}
measure found = two_colour_first(s_1, s_2, a, 0.071, 0.1351, 0.0812) + 0 * dw
measure worst = condition_number(0.1232, 0.071, 0.1351, 0.0812) + 0 * dw`;
    const outcome = await run(source({ more }), 'rest');
    // ∂x/∂a_11 = −x · a_22/det
    const wanted = (12e-3 * 0.0812 * 0.0006) / (N[0] * N[3] - N[1] * N[2]);
    expect(outcome.measures.found!.propagated![0]! / wanted).toBeCloseTo(1, 3);
    const size = Math.hypot(...N);
    const relative = outcome.measures.found!.propagated![0]! / Math.hypot(12e-3, 3.4e-3);
    expect(relative).toBeLessThan((outcome.measures.worst!.values[0]! * 0.0006 * Math.SQRT2) / (size / Math.SQRT2));
  });
});
