import { expect, test } from 'vitest';
import { duration, elapsed, shortDuration, timeConstant } from '../../extension/webview/format/duration.js';
import { decimalsOf, fixed, scientific, significant, withError } from '../../extension/webview/format/number.js';
import { comfortableUnit, fromUnit, prettyUnit, toUnit, unitsOf, withSharedExponent } from '../../extension/webview/format/unit.js';

const narrow = (text: string): string => text.replace(/[\u00a0\u2009]/g, ' ');

test('a minus is a true minus, and a rounded zero has none', () => {
  expect(fixed(-9.5, 2)).toBe('−9.50');
  expect(fixed(-0.0004, 2)).toBe('0.00');
  expect(fixed(NaN, 2)).toBe('undefined');
  expect(fixed(-Infinity, 1)).toBe('−∞');
});

test('powers of ten are written out, with the digits asked for', () => {
  expect(narrow(scientific(2e-8, 1))).toBe('2 × 10⁻⁸');
  expect(narrow(scientific(-4.312e-4, 3))).toBe('−4.31 × 10⁻⁴');
  expect(narrow(scientific(9.96e5, 2))).toBe('1.0 × 10⁶');
  expect(scientific(0, 3)).toBe('0');
});

test('figures show at most five digits and no false zeros', () => {
  expect(significant(0.0118744)).toBe('0.011874');
  expect(significant(0.5)).toBe('0.5');
  expect(significant(1200)).toBe('1200');
  expect(narrow(significant(1.5866e6))).toBe('1.5866 × 10⁶');
  expect(narrow(significant(3.2e-5))).toBe('3.2 × 10⁻⁵');
  expect(significant(99999.6)).toBe('100000');
});

test('a value and its error share the power of ten; the error has two digits', () => {
  const { number, power } = withError(6.39e-10, 3.2e-11);
  expect(narrow(`${number} ${power}`)).toBe('(6.39 ± 0.32) × 10⁻¹⁰');
  expect(narrow(withError(158.6, 8.04).number)).toBe('158.6 ± 8.0');
  expect(narrow(withError(-9.48e-3, 1e-4).number)).toBe('(−9.48 ± 0.10)');
  expect(withError(5, 0).number).toBe('5');
});

test('decimals follow the step', () => {
  expect([0.02, 0.5, 1, 5, 20, 1e-3].map(decimalsOf)).toEqual([2, 1, 0, 0, 0, 3]);
});

test('times are said as people say them', () => {
  const cases: readonly (readonly [number, string])[] = [
    [0, '0 s'],
    [0.3, '0.3 s'],
    [0.02, '20 ms'],
    [10, '10 s'],
    [120, '2 min'],
    [504, '8 min 24 s'],
    [3600 * 5, '5 h'],
    [3599.9, '1 h'],
    [31_557_600 * 10, '10 a'],
    [86400 * 2, '2 d'],
  ];
  for (const [seconds, words] of cases) expect(narrow(duration(seconds))).toBe(words);
  expect(narrow(shortDuration(588))).toBe('9.8 min');
  expect(narrow(timeConstant(163.2))).toBe('163.2 s');
  expect(narrow(elapsed(4.2))).toBe('4 ms');
  expect(narrow(elapsed(934))).toBe('934 ms');
  expect(narrow(elapsed(1500))).toBe('1.5 s');
});

test('an axis is read in the unit that suits its values', () => {
  expect(comfortableUnit(unitsOf('m', false), 1e-3).text).toBe('mm');
  expect(comfortableUnit(unitsOf('m', false), 1e-4).text).toBe('µm');
  expect(comfortableUnit(unitsOf('s', false), 600).text).toBe('min');
  expect(comfortableUnit(unitsOf('s', false), 60).text).toBe('s');
  expect(comfortableUnit(unitsOf('s', false), 2000 * 31_557_600).text).toBe('a');
});

test('a temperature has degrees Celsius, a difference of temperatures has not', () => {
  const point = unitsOf('K', true).map((u) => u.text);
  expect(point).toContain('°C');
  expect(unitsOf('K', false).map((u) => u.text)).not.toContain('°C');
  const celsius = unitsOf('K', true).find((u) => u.text === '°C');
  if (!celsius) throw new Error('no °C');
  expect(toUnit(298.15, celsius)).toBeCloseTo(25, 12);
  expect(fromUnit(25, celsius)).toBeCloseTo(298.15, 12);
});

test('small numbers give their power of ten to the unit', () => {
  const [one] = unitsOf('1', false);
  if (!one) throw new Error('no unit');
  expect(withSharedExponent(one, 7e-3).text).toBe('10⁻³');
  expect(withSharedExponent(one, 0.5)).toBe(one);
  const [per] = unitsOf('1/K', false);
  if (!per) throw new Error('no unit');
  const shared = withSharedExponent(per, 9.5e-3);
  expect(shared.text).toBe('10⁻³ 1/K');
  expect(toUnit(9.5e-3, shared)).toBeCloseTo(9.5, 12);
});

test('units are written as in a paper', () => {
  expect(prettyUnit('m^2/(s*K)')).toBe('m²/(s·K)');
  expect(prettyUnit('W/(K*m^3)')).toBe('W/(K·m³)');
  expect(prettyUnit('degC')).toBe('°C');
});
