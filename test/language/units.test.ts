import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dimension } from '../../solver/quantities/dimension.js';
import { quantities } from '../../solver/quantities/quantity.js';
import { convertNumber, fromSi, toSi } from '../../language/units/convert.js';
import { unitNames } from '../../language/units/names.js';
import { parseUnit, type Unit } from '../../language/units/parse.js';
import { inUnit, quantityFromText, siUnit, typeset } from '../../language/units/spelling.js';

const unit = (text: string): Unit => {
  const result = parseUnit(text);
  if ('error' in result) throw new Error(`${text}: ${JSON.stringify(result.error)}`);
  return result.unit;
};

describe('values in SI', () => {
  test.each([
    [1, 'min', 60],
    [1, 'h', 3600],
    [1, 'd', 86400],
    [1, 'a', 31557600],
    [2, 'Ma', 63115200000000],
    [1, 'L', 1e-3],
    [1, 'mL', 1e-6],
    [1, 'bar', 1e5],
    [1, 'atm', 101325],
    [1, 'mmHg', 133.322387415],
    [25, 'degC', 298.15],
    [25, '°C', 298.15],
    [-5, '℃', 268.15],
    [32, 'degF', 273.15],
    [212, '°F', 373.15],
    [1, 'eV', 1.602176634e-19],
    [1, 'cal', 4.184],
    [15.5, 'kcal/mol', 64852],
    [1, 'Å', 1e-10],
    [1, 'u', 1.6605390666e-27],
    [66, 'kDa', 66 * 1.6605390666e-24],
    [0.1, 'M', 100],
    [1, 'mM', 1],
    [3, 'ppm', 3e-6],
    [1, 'cP', 1e-3],
    [1, 'P', 0.1],
    [1, 'cSt', 1e-6],
    [180, 'deg', Math.PI],
    [6.02214076e23, 'molecule', 1],
    [40, '%', 0.4],
    [2, '\u00b5m', 2e-6],
    [2, '\u03bcm', 2e-6],
    [935, 'kg/m^3', 935],
    [0.935, 'g/cm^3', 935],
    [4.5e-6, 'cm^2/s', 4.5e-10],
    [4.5e-6, 'cm²/s', 4.5e-10],
    [1, 'kg·m⁻³', 1],
    [4, 'kPa^0.5', 4 * Math.sqrt(1000)],
    [3.8, 'kJ/(kg*K)', 3800],
    [1, '1/(mm*K)^2', 1e6],
    [1, 'QW', 1e30],
    [1, 'qW', 1e-30],
    [1, 'dam', 10],
  ])('%d %s', (written, text, si) => {
    expect(toSi(written, unit(text))).toBeCloseTo(si, 12 - Math.ceil(Math.log10(Math.abs(si) || 1)));
    expect(Math.abs(toSi(written, unit(text)) / si - 1)).toBeLessThan(1e-14);
  });

  test('a literal in a decimal unit gives the very number of the literal in SI', () => {
    expect(toSi(4.5e-6, unit('cm^2/s'))).toBe(4.5e-10);
    expect(toSi(0.935, unit('g/cm^3'))).toBe(935);
    expect(toSi(37.3, unit('degC'))).toBe(310.45);
    expect(toSi(0.7, unit('mm'))).toBe(7e-4);
  });

  test('the electrical units are A, C, V, S and eV, no others', () => {
    for (const text of ['A', 'C', 'V', 'S', 'eV', 'mV']) expect(parseUnit(text)).toHaveProperty('unit');
    for (const text of ['T', 'F', 'H', 'Wb', 'Ω', 'ohm', 'x', 'mT', 'G'])
      expect(parseUnit(text)).toMatchObject({ error: { kind: 'unknown', name: text } });
  });
  test('dimensions', () => {
    expect(unit('W/(m*K)').dimension).toBe(quantities.conductivity.dimension);
    expect(unit('W/m/K').dimension).toBe(quantities.conductivity.dimension);
    expect(unit('m^2*K/W').dimension).toBe(quantities.thermalResistance.dimension);
    expect(unit('Pa^(1/2)').dimension).toBe(dimension({ kg: 1 / 2, m: -1 / 2, s: -1 }));
    expect(unit('N').dimension).toBe(unit('kg*m/s^2').dimension);
    expect(unit('S*V^2').dimension).toBe(unit('W').dimension);
  });
  test('every spelling in the catalogue of quantities has the dimension of its quantity', () => {
    for (const { units, dimension: wanted } of Object.values(quantities))
      for (const text of units) if (text !== '1') expect(unit(text).dimension, text).toBe(wanted);
  });
});

describe('what is wrong with a unit is found in its place', () => {
  test.each([
    ['W/(m*X)', { kind: 'unknown', name: 'X', start: 5, end: 6 }],
    ['K/T^2', { kind: 'unknown', name: 'T', start: 2, end: 3, operator: 1 }],
    ['1/(m*K)^n', { kind: 'variable power', name: 'n', start: 8, end: 9 }],
    ['K^n', { kind: 'variable power', name: 'n', start: 2, end: 3 }],
    ['kg/', { kind: 'incomplete' }],
    ['W/(m*', { kind: 'incomplete' }],
    ['m^', { kind: 'incomplete' }],
  ])('%s', (text, error) => expect(parseUnit(text)).toMatchObject({ error }));
});

const someUnit = fc.constantFrom(
  'mm',
  'degC',
  'degF',
  'kcal/mol',
  'g/cm^3',
  'cm^2/s',
  'min',
  'h',
  '%',
  'mmHg',
  'µm',
  'W/(m*K)',
  'cP',
  'Å',
  'ppm',
);
const someNumber = fc
  .tuple(fc.integer({ min: 1, max: 999999 }), fc.integer({ min: -12, max: 6 }))
  .map(([digits, exponent]) => Number(`${digits}e${exponent}`));

describe('conversion', () => {
  test('there and back gives the same SI value to the last bit', () => {
    fc.assert(
      fc.property(someNumber, someUnit, (written, text) => {
        const si = toSi(written, unit(text));
        const text2 = convertNumber(written, unit(text), unit(text));
        expect(toSi(Number(text2), unit(text))).toBe(si);
        expect(Math.abs(fromSi(si, unit(text)) - written)).toBeLessThanOrEqual(
          4e-16 * (Math.abs(written) + Math.abs(unit(text).zero / unit(text).factor)),
        );
      }),
    );
  });
  test('decimal prefixes keep the digits', () => {
    fc.assert(
      fc.property(someNumber, fc.constantFrom('mm', 'µm', 'cm', 'km', 'nm'), (written, text) => {
        const converted = Number(convertNumber(written, unit(text), unit('m')));
        expect(converted).toBe(toSi(written, unit(text)));
        expect(convertNumber(converted, unit('m'), unit(text))).toBe(convertNumber(written, unit(text), unit(text)));
      }),
    );
  });
  test.each([
    ['2.54', 'cm', 'm', '0.0254'],
    ['25', 'degC', 'K', '298.15'],
    ['298.15', 'K', 'degC', '25'],
    ['15.5', 'kcal/mol', 'J/mol', '64852'],
    ['4.5e-10', 'm^2/s', 'cm^2/s', '4.5e-6'],
    ['0.1', '1/K', '1/mK', '1e-4'],
  ])('%s %s in %s is %s', (written, from, to, wanted) => expect(convertNumber(Number(written), unit(from), unit(to))).toBe(wanted));

  test('any text is parsed or refused, never thrown at', () => {
    fc.assert(fc.property(fc.string(), (text) => void expect(parseUnit(text)).toSatisfy((r: object) => 'unit' in r || 'error' in r)));
    const pieces = fc.constantFrom('m', 'kg', 'K', '*', '/', '(', ')', '^', '-', '2', '⁻', '²', '1', '·', '°C', 'X');
    fc.assert(
      fc.property(
        fc.array(pieces, { maxLength: 12 }),
        (parts) => void expect(parseUnit(parts.join(''))).toSatisfy((r: object) => 'unit' in r || 'error' in r),
      ),
    );
  });
  test('products of known units have the product of their dimensions', () => {
    fc.assert(
      fc.property(fc.constantFrom(...unitNames), fc.constantFrom(...unitNames), (a, b) => {
        expect(unit(`${a}*${b}`).dimension).toBe(unit(`${b}*${a}`).dimension);
        expect(unit(`${a}/${b}`).factor * unit(`${b}/${a}`).factor).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('text', () => {
  test('SI spellings', () => {
    expect(siUnit(dimension({ m: 2, s: -1 }))).toBe('m^2/s');
    expect(siUnit(dimension({}))).toBe('1');
    expect(siUnit(dimension({ kg: 1, m: 2, s: -3, A: -1 }))).toBe('V');
    expect(siUnit(dimension({ kg: 1, m: 2, s: -3 }))).toBe('W');
    expect(siUnit(dimension({ kg: 1, m: 2, s: -3, K: -2 }))).toBe('m^2*kg/(s^3*K^2)');
    expect(siUnit(dimension({ s: -4 }))).toBe('1/s^4');
    expect(unit(siUnit(dimension({ kg: 1 / 3, m: -1 / 2 }))).dimension).toBe(dimension({ kg: 1 / 3, m: -1 / 2 }));
    expect(typeset('m^2/(s*K)')).toBe('m²/(s·K)');
  });
  test('quantities written on a command line', () => {
    expect(quantityFromText('30 degC')?.si).toBe(303.15);
    expect(quantityFromText('-5degC')?.si).toBe(268.15);
    expect(quantityFromText('1e-3')?.si).toBe(1e-3);
    expect(quantityFromText('3 furlongs')).toBeUndefined();
    expect(inUnit(303.15, 'degC')).toBe('30 degC');
  });
});
