import { expect, it } from 'vitest';
import { number, type Formula } from '../../solver/formula.js';
import { prepare, solve } from '../../solver/solve.js';
import { boundary, medium, nowhere, p, problem, species } from '../physics/model.js';

it('a result carries the matrix of coupled fluxes: L11 = cD/R, L1q = S_T c D T², L_qq = λ₀T² in a dilute solution', () => {
  const model = problem({
    media: [
      medium(
        'solution',
        's',
        ['A'],
        [p('diffusion(A)', 1.5e-9), p('soret(A)', 0.02), p('conductivity', 0.6), p('density', 1000), p('heat_capacity', 4000)],
        'S',
      ),
    ],
    substances: [species('A', p('molar_mass', 0.1)), species('S', p('molar_mass', 0.018))],
    initial: [p('temperature', 298), p('c(A)', 1000)],
    boundaries: [boundary('left', p('temperature', 297.99)), boundary('right', p('temperature', 298.01))],
  });
  const [outcome] = solve(model).outcomes;
  if (outcome?.kind !== 'steady' || !outcome.onsager) throw new Error(`no matrix: ${outcome?.reason?.message}`);
  const { names, values, units } = outcome.onsager;
  expect(names).toEqual(['A', 'heat']);
  const wanted = [
    [1.804085325641e-7, 0.00266412],
    [0.00266412, 53282.4],
  ];
  wanted.forEach((row, i) => row.forEach((value, j) => expect(values[i]![j]! / value).toBeCloseTo(1, 5)));
  expect(units[1]![1]).toBe('W*K/m');
});

it('follows the middle of the domain when a parameter moves it into another layer', () => {
  const layer = (name: string, conductivity: number) =>
    medium(
      'solution',
      name,
      ['A'],
      [p('diffusion(A)', 1e-9), p('soret(A)', 0.02), p('conductivity', conductivity), p('density', 1000), p('heat_capacity', 4000)],
      'S',
    );
  const media = [layer('first', 0.6), layer('second', 0.3)];
  const thickness: Formula = { kind: 'parameter', name: 'first_layer' };
  const base = problem({ media });
  const model = problem({
    media,
    parameters: [{ name: 'first_layer', value: 3e-3, unit: 'm', written: { text: 'm', factor: 1, offset: 0 }, origin: nowhere }],
    geometry: { ...base.geometry, layers: base.geometry.layers.map((l, i) => ({ ...l, thickness: i === 0 ? thickness : number(1e-3) })) },
    substances: [species('A', p('molar_mass', 0.1)), species('S', p('molar_mass', 0.018))],
    initial: [p('temperature', 298), p('c(A)', 1000)],
    boundaries: [boundary('left', p('temperature', 297.99)), boundary('right', p('temperature', 298.01))],
  });
  const prepared = prepare(model);
  const conductivityIn = (first_layer: number): number => {
    const [outcome] = prepared.run({ set: { first_layer } }).outcomes;
    if (outcome?.kind !== 'steady' || !outcome.onsager) throw new Error(`no matrix: ${outcome?.reason?.message}`);
    return outcome.onsager.values[1]![1]! / 298 ** 2;
  };
  expect(conductivityIn(3e-3)).toBeCloseTo(0.6, 4);
  expect(conductivityIn(0.3e-3)).toBeCloseTo(0.3, 4);
});
