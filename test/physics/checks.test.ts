import { describe, expect, it } from 'vitest';
import { number, operation } from '../../solver/formula.js';
import { at } from './evaluation.js';
import { boundary, formulated, medium, nowhere, p, problem, species, T } from './model.js';
import type { PropertyValue } from '../../solver/problem.js';
import type { Formulation } from '../../solver/physics/formulation.js';
import { solve } from '../../solver/solve.js';

const AB = [species('A', p('molar_mass', 0.1)), species('B', p('molar_mass', 0.05)), species('C', p('molar_mass', 0.07))];
const walls = [boundary('left', p('temperature', 300)), boundary('right', p('temperature', 310))];

describe('checks of a run', () => {
  const violated = (formulation: Formulation, code: string, here: Record<string, number>) => {
    const check = formulation.checks.find(({ warning }) => warning.code === code)!;
    return Math.max(...check.violation.map((e) => (e ? at(e, here) : -1))) > 0;
  };
  it('dilute limit and solubility', () => {
    const model = problem({
      substances: AB,
      media: [medium('solution', 's', ['A'], [p('density', 1000), p('diffusion(A)', 1e-9), p('solubility(A)', 500)], 'B')],
      initial: [p('temperature', 300), p('c(A)', 100)],
    });
    const formulation = formulated(model);
    expect([100, 2000].map((value) => violated(formulation, 'physics/dilute-limit', { 'c(A)': value }))).toEqual([false, true]);
    expect([400, 600].map((value) => violated(formulation, 'physics/solubility', { 'c(A)': value }))).toEqual([false, true]);
  });
  it('absolute zero, with the statement that takes heat', () => {
    const stated = { ...p('heat_flux', -4e6), origin: { ...nowhere, start: { line: 7, character: 2 } } };
    const model = problem({
      media: [medium('solid', 's', [], [p('conductivity', 1), p('density', 1000), p('heat_capacity', 1000)])],
      initial: [p('temperature', 300)],
      boundaries: [boundary('left', p('temperature', 300)), boundary('right', stated)],
    });
    const formulation = formulated(model);
    expect([300, 1, -1].map((value) => violated(formulation, 'physics/absolute-zero', { T: value }))).toEqual([false, false, true]);
    const { warnings } = solve({ ...model, studies: [{ kind: 'steady', name: 'rest', set: [], origin: nowhere }] }).outcomes[0]!;
    expect(warnings.map(({ code, range }) => [code, range?.start.line])).toEqual([['physics/absolute-zero', 7]]);
  });
  it('density and the range of compositions', () => {
    const rho = operation('multiply', number(900), operation('subtract', number(2), operation('divide', T, number(300))));
    const formulation = formulated(
      problem({
        substances: AB,
        media: [medium('mixture', 'm', ['A', 'B'], [p('density', rho), p('diffusion', 1e-9), p('conductivity', 0.1)])],
        initial: [p('temperature', 300), p('w(A)', 0.3)],
        boundaries: walls,
      }),
    );
    expect([310, 340].map((value) => violated(formulation, 'physics/density-varies', { T: value, 'w(A)': 0.3 }))).toEqual([false, true]);
    expect([0, -0.01, 1.01].map((value) => violated(formulation, 'physics/composition-range', { 'w(A)': value }))).toEqual([
      false,
      true,
      true,
    ]);
  });
  it('convection', () => {
    const oil = medium(
      'mixture',
      'oil',
      ['A', 'B'],
      [
        p('density', 842),
        p('diffusion', 6.21e-10),
        p('soret(A)', 9.5e-3),
        p('conductivity', 0.13),
        p('heat_capacity', 1930),
        p('thermal_expansion', 9e-4),
        p('solutal_expansion(A)', 0.3),
        p('viscosity', 1.2e-3),
      ],
    );
    const between = (below: number, above: number) => {
      const model = problem({
        substances: AB,
        media: [oil],
        initial: [p('temperature', 300), p('w(A)', 0.5)],
        boundaries: [boundary('left', p('temperature', below)), boundary('right', p('temperature', above))],
      });
      return violated(
        formulated({ ...model, geometry: { ...model.geometry, properties: [p('gravity', 9.81)] } }),
        'physics/convection',
        {},
      );
    };
    // 1 mm: pure heat would need 21 K, the heavy component that gathers above (cold) is unstable from 0.3 K on.
    expect(between(300, 310)).toBe(false);
    expect(between(301, 300)).toBe(true);
  });
  it('convection of a gas, whose viscosity and expansion kinetic theory and ρ = p M̄/(R T) know', () => {
    const molecule = (name: string, mass: number, diameter: number, well: number) =>
      species(name, p('molar_mass', mass), p('lj_diameter', diameter), p('lj_well', well));
    const air = medium(
      'mixture',
      'air',
      ['N', 'O'],
      [p('pressure', 1e5), p('diffusion', 'kinetic'), p('conductivity', 'kinetic'), p('viscosity', 'kinetic'), p('heat_capacity', 1005)],
    );
    const gap = (thickness: number) => {
      const model = problem({
        substances: [molecule('N', 0.028, 3.681e-10, 91.5), molecule('O', 0.032, 3.433e-10, 113)],
        media: [air],
        initial: [p('temperature', 300), p('w(N)', 0.77)],
        boundaries: [boundary('left', p('temperature', 310)), boundary('right', p('temperature', 300))],
      });
      const layers = model.geometry.layers.map((layer) => ({ ...layer, thickness: number(thickness) }));
      return violated(
        formulated({ ...model, geometry: { ...model.geometry, layers, properties: [p('gravity', 9.81)] } }),
        'physics/convection',
        {},
      );
    };
    // Ra = g ΔT L³/(T ν a) ≈ 900 at 1 cm and 3100 at 1.5 cm: onset at 1708.
    expect(gap(0.01)).toBe(false);
    expect(gap(0.015)).toBe(true);
  });
  it('heat that is asked for and not known, once for every measure', () => {
    const q = { kind: 'functional', functional: { kind: 'heat_flux', side: 'left' } } as const;
    const asked = (...more: PropertyValue[]) => {
      const model = problem({
        substances: AB,
        media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), p('diffusion', 1e-9), ...more])],
        initial: [p('temperature', 300), p('w(A)', 0.3)],
        boundaries: walls,
      });
      const series = [
        { label: 'q', formula: q, unit: 'W/m^2', measure: 'q', origin: nowhere },
        { label: 'heat_flux(left)', formula: q, unit: 'W/m^2', origin: nowhere },
      ];
      return formulated({ ...model, plots: [{ series, over: 't', of: [], at: [], origin: nowhere }] }).checks.filter(
        ({ warning }) => warning.code === 'physics/unknown-heat-flux',
      );
    };
    expect(asked().map(({ warning }) => warning.message)).toEqual([
      'q asks how much heat flows, which is not known because m states no `conductivity`',
      'heat_flux(left) asks how much heat flows, which is not known because m states no `conductivity`',
    ]);
    expect(asked().map(({ violation }) => at(violation[0]!, {}))).toEqual([1, 1]);
    expect(asked(p('conductivity', 0.1))).toEqual([]);
  });
});
