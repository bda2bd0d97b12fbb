import { describe, expect, test } from 'vitest';
import { fixed, open, problemsIn, valueOf } from './session.js';

const points = 'param hot = 30 degC\nlet cold = 20 °C\nlet dT = hot - cold\n';

describe('points and differences', () => {
  test.each([
    ['hot - cold', 10],
    ['cold + dT', 303.15],
    ['dT + cold', 303.15],
    ['hot - dT', 293.15],
    ['hot - 10 K', 293.15],
    ['cold + 10 K', 303.15],
    ['-5 degC', 268.15],
    ['+5 degC', 278.15],
    ['2 * dT', 20],
    ['dT / (1 mm)', 10000],
    ['max(hot, cold)', 303.15],
    ['if hot > cold then hot else 300 K', 303.15],
    ['2 * 300 K', 600],
    ['86 degF', 303.15],
    ['hot - -5 degC', 35],
  ])('%s is %d K', async (text, value) => {
    const opened = await open(`${points}let q = ${text}`);
    expect(opened.check.problems).toEqual([]);
    expect(valueOf(opened, 'q')).toBeCloseTo(value, 9);
  });

  test.each([
    ['hot + cold', 'temperature/sum hot + cold'],
    ['25 degC + 5 degC', 'temperature/sum 25 degC + 5 degC'],
    ['T + 25 degC', 'temperature/sum T + 25 degC'],
    ['dT - hot', 'temperature/sum dT - hot'],
    ['2 * hot', 'temperature/factor hot'],
    ['hot * 2', 'temperature/factor hot'],
    ['hot / (1 mm)', 'temperature/factor hot'],
    ['20 degC / 1 mm', 'temperature/factor 20 degC'],
    ['1 / hot', 'temperature/factor hot'],
    ['T / 25 degC', 'temperature/factor 25 degC'],
    ['(25 degC) ^ 2', 'temperature/factor (25 degC)'],
    ['-hot', 'temperature/factor hot'],
    ['5 degC/mm', 'temperature/factor degC'],
    ['3e-3 1/degC', 'temperature/degree-in-unit degC'],
    ['4 J/(kg*degC)', 'temperature/degree-in-unit degC'],
    ['if t < 1 s then hot else dT', 'temperature/not-a-difference if t < 1 s then hot else dT'],
  ])('%s: %s', async (text, problem) => {
    expect(await problemsIn(`${points}let q = ${text}`)).toEqual([problem]);
  });

  test('a degree below the fraction bar is a kelvin, with a warning', async () => {
    const opened = await open('let S = 3e-3 1/degC');
    expect(opened.check.problems.map((p) => p.severity)).toEqual(['warning']);
    expect(valueOf(opened, 'S')).toBe(3e-3);
    expect(await fixed('let S = 3e-3 1/degC', 'Write K')).toBe('let S = 3e-3 1/K');
  });

  test('both readings of a wrong degree are offered', async () => {
    const text = 'let q = 2 * 25 degC';
    expect(await fixed(text, 'Difference')).toBe('let q = 2 * 25 K');
    expect(await fixed(text, 'Absolute')).toBe('let q = 2 * 298.15 K');
    const named = 'let a = 25 degC\nlet q = 2 * a';
    expect(await problemsIn(await fixed(named, 'Difference'))).toEqual([]);
    expect(await problemsIn(await fixed(named, 'Absolute'))).toEqual([]);
    expect(valueOf(await open(await fixed(named, 'Absolute')), 'q')).toBeCloseTo(596.3, 9);
  });

  test('properties that take a temperature refuse a difference, those that take a difference refuse a reading', async () => {
    expect(await problemsIn('boundary left { temperature = 30 degC - 20 degC }')).toEqual(['temperature/not-a-point 30 degC - 20 degC']);
    expect(await problemsIn('species A { lj_well = 90 degC }')).toEqual(['temperature/not-a-difference 90 degC']);
    expect(
      await problemsIn('species A { lj_well = 90 K }\nboundary left { temperature = 300 K }\nboundary right { temperature = 25 degC }'),
    ).toEqual([]);
  });
});
