import { describe, expect, test } from 'vitest';
import { Depends } from '../../language/check/dependence.js';
import type * as ast from '../../language/generated/ast.js';
import { fixed, open, problemsIn, valueOf } from './session.js';

const binary = 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\n';
const mixture = (body: string) => `${binary}mixture m of A, B { ${body} }`;

describe('dimensions', () => {
  test.each([
    ['3 m + 2 s', 'unit/sum 3 m + 2 s'],
    ['3 m < 2 s', 'unit/sum 3 m < 2 s'],
    ['if 1 < 2 then 3 m else 2 s', 'unit/sum if 1 < 2 then 3 m else 2 s'],
    ['max(3 m, 2 s)', 'unit/sum 2 s'],
    ['exp(3 m)', 'unit/mismatch 3 m'],
    ['sin(3 m)', 'unit/mismatch 3 m'],
    ['ramp(t, 3 m, 1 s)', 'unit/mismatch 3 m'],
    ['2 ^ (3 m)', 'unit/power (3 m)'],
    ['(2 m) ^ t', 'unit/power t'],
    ['polynomial(T, 1 m, 2 m)', 'unit/mismatch 2 m'],
    ['if 3 then 1 else 2', 'unit/condition 3'],
    ['(1 < 2) + 1', 'unit/condition (1 < 2)'],
    ['not 3', 'unit/condition 3'],
    ['2 x', 'unit/unknown x'],
    ['5300 K/T^2', 'unit/unknown T'],
    ['10 K^n', 'unit/variable-power n'],
    ['3 kg/', 'unit/incomplete kg/'],
    ['3 m ^ 2', 'unit/raised-quantity 3 m ^ 2'],
    ['1/2 %', 'unit/percent-of-quotient 1/2 %'],
    ['arrhenius(1 m^2/s, 3 J/(mol*K))', 'unit/mismatch 3 J/(mol*K)'],
    ['pi(3)', 'name/misplaced pi'],
    ['exp', 'name/misplaced exp'],
    ['exp(1, 2)', 'name/arguments exp(1, 2)'],
    ['step(t, when = 3 s)', 'name/arguments when'],
    ['linspace(1, 2, 3) + 1', 'name/misplaced linspace(1, 2, 3)'],
    ['t < 1 s', undefined],
    ['list(1 m, 2 m)', undefined],
    ['"text"', 'name/misplaced "text"'],
    ['left', 'name/misplaced left'],
  ])('%s: %s', async (text, problem) => expect(await problemsIn(`let q = ${text}`)).toEqual(problem ? [problem] : []));

  test.each([
    ['2^3^2', 512],
    ['-2^2', -4],
    ['(4 m^2)^0.5', 2],
    ['sqrt(4 m^2)', 2],
    ['1/298.15 K', 1 / 298.15],
    ['sin(90 deg)', 1],
    ['max(0, 3 m)', 3],
    ['6 m/s * 2 s', 12],
    ['1 h - 55 min', 300],
    ['if 1 < 2 and not 2 > 3 then 1 else 2', 1],
    ['floor(2.7) + abs(-1) + min(3, 2, 1)', 4],
    ['step(1 s, at = 2 s) + ramp(5 s, 0 s, 10 s)', 0.5],
    ['polynomial(2 m, 1, 1 1/m, 1 1/m^2)', 7],
    ['R / k_B / N_A', 1],
    ['F / e / N_A', 1],
    ['3.2e-3 +- 0.1e-3 1/K', 3.2e-3],
  ])('%s = %d', async (text, value) => {
    const opened = await open(`let q = ${text}`);
    expect(opened.check.problems).toEqual([]);
    expect(valueOf(opened, 'q')).toBeCloseTo(value, 12);
  });

  test('a message lines the two dimensions up and names the missing factor', async () => {
    const { check } = await open('let q = 3 m + 2 s');
    expect(check.problems[0]!.message.split('\n').slice(1)).toEqual(['  m (length)  3 m', '  s (time)  2 s']);
    expect(check.problems[0]!.advice).toContain('m/s');
  });

  test('a name defined by itself, directly or in a circle, is reported at every name of the circle', async () => {
    expect(await problemsIn('let a = a + 1')).toEqual(['name/cycle let a = a + 1']);
    expect(await problemsIn('let a = b\nlet b = c\nlet c = a\nlet d = a')).toEqual([
      'name/cycle let a = b',
      'name/cycle let b = c',
      'name/cycle let c = a',
    ]);
    expect(valueOf(await open('let a = a + 1'), 'a')).toBeUndefined();
  });
});

describe('properties', () => {
  test.each([
    ['soret(A) = 4.5e-10 m^2/s', 'unit/mismatch 4.5e-10 m^2/s'],
    ['density = 935', 'unit/mismatch 935'],
    ['density = A', 'name/misplaced A'],
    ['conductivity = 1 W/m', 'unit/mismatch 1 W/m'],
    ['onsager(A, heat) = 1 kg*K*s/m^3', 'unit/mismatch 1 kg*K*s/m^3'],
    ['diffusion = "fast"', 'name/misplaced "fast"'],
  ])('%s: %s', async (text, problem) => expect(await problemsIn(mixture(text))).toEqual([problem]));
  test.each([
    'diffusion = kinetic',
    'onsager(A, A) = 1 kg*K*s/m^3',
    'thermal_diffusion_factor(A) = 0.3',
    'dufour = off',
    'heat_of_transport(A) = 1 eV',
    'density = 1 kg/m^3 * (1 + w(A))',
    'gravity_like = 3 m',
  ])('%s is fine', async (text) => expect(await problemsIn(mixture(text))).toEqual([]));

  test('a coefficient in the dimension of another one: rename it', async () => {
    const text = mixture('soret(A) = 4.5e-10 m^2/s');
    const { check } = await open(text);
    expect(check.problems[0]!.message).toBe('soret needs 1/K (inverse temperature difference) but this is m²/s (diffusivity).');
    expect(check.problems[0]!.advice).toBe('did you mean diffusion?');
    expect(await fixed(text, 'Rename to diffusion')).toBe(mixture('diffusion = 4.5e-10 m^2/s'));
  });
  test('a bare number: add the unit', async () => {
    expect(await fixed(mixture('density = 935'), 'Add kg/m^3')).toBe(mixture('density = 935 kg/m^3'));
  });
  test('25 C is 25 coulombs', async () => {
    expect(await fixed('initial { temperature = 25 C }', 'degC')).toBe('initial { temperature = 25 degC }');
  });
  test('zero needs no unit, except as a temperature', async () => {
    expect(await problemsIn('geometry slab { gravity = 0 }')).toEqual([]);
    expect(await problemsIn('initial { temperature = 0 }')).toEqual(['unit/mismatch 0']);
  });
  test('fluxes are molar in a solution and by mass in a mixture', async () => {
    const wall = '\nboundary left { flux(A) = 1 kg/(m^2*s) }';
    expect(await problemsIn(mixture('density = 1 kg/m^3') + wall)).toEqual([]);
    expect(await problemsIn(`${binary}solution s of A in B {}${wall}`)).toEqual(['unit/mismatch 1 kg/(m^2*s)']);
  });
  test('mass and mole fractions are not the same, whatever their dimension', async () => {
    expect(await problemsIn(`${binary}initial { w(A) = x(A) }`)).toEqual(['unit/kind x(A)']);
    expect(await problemsIn(`${binary}let q = w(A) + x(A)`)).toEqual(['unit/kind w(A) + x(A)']);
    expect(await problemsIn(`${binary}initial { w(A) = 90 deg }`)).toEqual(['unit/kind 90 deg']);
    expect(await problemsIn(`${binary}let q = w(A) + w(B) + 0.1\ninitial { w(A) = 40 %; x(B) = 0.2 }`)).toEqual([]);
  });
  test('set, vary and range take the dimension of their param', async () => {
    const param = 'param S = 1e-3 1/K\nparam hot = 30 degC\nsteady rest {}\n';
    expect(await problemsIn(`${param}sweep s { study = rest; vary(S) = linspace(1 K, 2 K, 3) }`)).toEqual([
      'unit/mismatch linspace(1 K, 2 K, 3)',
    ]);
    expect(await problemsIn(`${param}sweep s { study = rest; vary(hot) = linspace(20 degC, 60 degC, 3) }`)).toEqual([]);
    expect(await problemsIn(`${param}sweep s { study = rest; vary(hot) = 20 degC }`)).toEqual(['name/misplaced 20 degC']);
  });
});

describe('fixes of unknown units', () => {
  test.each([
    ['let x0 = 3\nlet q = 2 x0', 'Calculate', 'let x0 = 3\nlet q = 2 * x0'],
    ['let q = 5300 K/T^2', 'Calculate', 'let q = 5300 K / T^2'],
    ['let q = 5 1/T', 'Calculate', 'let q = 5 / T'],
    ['let q = 5 um', 'Write µm', 'let q = 5 µm'],
    ['let q = 5 m2/s', 'Write m^2', 'let q = 5 m^2/s'],
    ['let q = 5 Kelvin', 'Write K', 'let q = 5 K'],
    ['let q = 3 m ^ 2', 'Write (3 m) ^ 2', 'let q = (3 m) ^ 2'],
    ['let q = 1/2 %', '0.5 %', 'let q = 0.5 %'],
  ])('%s', async (text, title, mended) => expect(await fixed(text, title)).toBe(mended));
});

describe('measures, plots, expectations', () => {
  const cell = `${mixture('density = 1 kg/m^3')}\ngeometry slab { length = 1 mm; medium = m }\nsteady rest {}\n`;
  test.each([
    ['measure q = value(w(A), x = 3 s)', 'unit/mismatch 3 s'],
    ['measure q = value(w(A), 3 m)', 'name/misplaced 3 m'],
    ['measure q = w(3)', 'name/misplaced 3'],
    ['measure q = flux(A, left) + heat_flux(left)', 'unit/sum flux(A, left) + heat_flux(left)'],
    ['expect mean(T) is 300 K within 5 s', 'unit/mismatch 5 s'],
    ['expect mean(T) is 300 K within 5 degC', 'temperature/not-a-difference 5 degC'],
    ['expect mean(T) is 3', 'unit/mismatch 3'],
    ['expect mean(T) above 300 K below 3 m', 'unit/mismatch 3 m'],
    ['plot w(A) over x at 3 m', 'unit/mismatch 3 m'],
    ['param q = 3 m from 1 s to 5 m', 'unit/mismatch 1 s'],
  ])('%s: %s', async (text, problem) => expect(await problemsIn(cell + text)).toEqual([problem]));
  test('the dimension of an integral follows the geometry', async () => {
    const measure = '\nmeasure q = integral(T)';
    for (const [shape, power] of [
      ['slab', 1],
      ['cylinder', 2],
      ['sphere', 3],
    ] as const) {
      const { root, check } = await open(`geometry ${shape} {}${measure}`);
      expect(check.typeOfNamed(root.declarations[1] as ast.Measure)?.dimension.sixtieths.slice(0, 5)).toEqual([power * 60, 0, 0, 0, 60]);
    }
  });
});

describe('dependence', () => {
  test.each([
    ['3 m', Depends.nothing],
    ['p + 1', Depends.parameter],
    ['sin(t / (1 s))', Depends.time],
    ['x * p', Depends.place | Depends.parameter],
    ['w(A)', Depends.state],
    ['mean(T) + p', Depends.solution | Depends.parameter],
    ['max(T)', Depends.solution],
    ['max(T, 300 K)', Depends.state],
    ['gradient(T)', Depends.state],
    ['arrhenius(1, 3 J/mol)', Depends.state],
    ['pi', Depends.nothing],
  ])('%s', async (text, wanted) => {
    const { root, check } = await open(`species A {}\nparam p = 1\nlet q = ${text}`);
    expect(check.dependenceOf((root.declarations[2] as ast.Let).value)).toBe(wanted);
  });
});
