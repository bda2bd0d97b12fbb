import { describe, expect, it } from 'vitest';
import { number, operation } from '../../solver/formula.js';
import { at, close } from './evaluation.js';
import { boundary, formulated, medium, p, problem, species, steady, T, transient } from './model.js';
import type { PropertyValue } from '../../solver/problem.js';

const AB = [species('A', p('molar_mass', 0.1)), species('B', p('molar_mass', 0.05)), species('C', p('molar_mass', 0.07))];
const walls = [boundary('left', p('temperature', 300)), boundary('right', p('temperature', 310))];
const state = { T: 303, 'w(A)': 0.3 };

describe('heat', () => {
  const rod = (capacity: PropertyValue) =>
    problem({
      media: [medium('solid', 'rod', [], [p('conductivity', 1), p('density', 2), capacity])],
      initial: [p('temperature', 300)],
      boundaries: walls,
      studies: [transient()],
    });
  it('is stored with ∂H/∂T = ρ c_p, however c_p depends on T', () => {
    const capacity = operation('add', number(500), operation('multiply', number(1e-3), operation('power', T, number(2))));
    const H = formulated(rod(p('heat_capacity', capacity))).system.regions[0]!.storage[0]!;
    const between = at(H, { T: 700 }) - at(H, { T: 250 });
    close(between, 2 * (500 * 450 + (1e-3 * (700 ** 3 - 250 ** 3)) / 3), 1e-12);
  });
  it('components carry their enthalpy: F_T = J′_q + Σ h_i J_i', () => {
    const substances = [
      species('A', p('molar_mass', 0.1), p('heat_capacity', 3000)),
      species('B', p('molar_mass', 0.05), p('heat_capacity', 1000)),
    ];
    const model = problem({
      substances,
      media: [
        medium(
          'mixture',
          'm',
          ['A', 'B'],
          [p('density', 900), p('conductivity', 0.15), p('diffusion', 1e-9), p('soret(A)', 0.01), p('dufour', 'off')],
        ),
      ],
      initial: [p('temperature', 300), p('w(A)', 0.3)],
      boundaries: [boundary('left', p('temperature', 300)), boundary('right', p('heat_flux', 10), p('flux(A)', 1e-6))],
    });
    const { system } = formulated(model);
    const K = system.regions[0]!.transport.map((row) => row.map((e) => at(e, state)));
    const h = (3000 - 1000) * (303 - 298.15);
    close(K[0]![1], h * K[1]![1]!);
    close(K[0]![0], 0.15 + h * K[1]![0]!);
    const wall = system.walls[1][0]!;
    close(wall.kind === 'flux' ? at(wall.inward, state) : undefined, 10 + h * 1e-6);
    const H = system.regions[0]!.storage[0]!;
    close(at(H, { ...state, T: 304 }) - at(H, state), 900 * (0.3 * 3000 + 0.7 * 1000));
  });
  it('a temperature that nothing changes is no unknown', () => {
    const still = problem({
      substances: AB,
      media: [
        medium(
          'solution',
          's',
          ['A'],
          [p('diffusion(A)', operation('multiply', number(1e-11), T)), p('soret(A)', 0.1), p('dufour', 'off'), p('conductivity', 1)],
          'B',
        ),
      ],
      initial: [p('temperature', 300), p('c(A)', 1)],
      boundaries: [boundary('left', p('c(A)', 2))],
    });
    const { system, fields, expression, fluxOf } = formulated(still);
    expect(system.unknowns.map(({ id }) => id)).toEqual(['c(A)']);
    close(at(system.regions[0]!.transport[0]![0]!), 3e-9);
    expect(fields[0]!.key).toBe('T');
    close(at(expression(T, 0)), 300);
    expect(fluxOf('heat')).toEqual([]);
    expect(formulated({ ...still, sources: [p('heat', 1)] }).system.unknowns).toHaveLength(2);
  });
  it('nor is one that is linear at every instant; what its gradient drives is then drift', () => {
    const still = problem({
      substances: AB,
      media: [medium('solution', 's', ['A'], [p('diffusion(A)', 1e-9), p('soret(A)', 0.1), p('dufour', 'off'), p('conductivity', 1)], 'B')],
      initial: [p('temperature', 300), p('c(A)', 1)],
      boundaries: walls,
      studies: [transient(true)],
      measures: [],
    });
    const { system, expression } = formulated(still);
    expect(system.unknowns.map(({ id }) => id)).toEqual(['c(A)']);
    close(at(system.regions[0]!.drift[0]!, { 'c(A)': 2, x: 0 }), -1e-9 * 0.1 * 2 * 1e4);
    close(at(expression(T, 0), { x: 0.25e-3 }), 302.5);
    close(at(expression({ kind: 'gradient', of: T }, 0), { x: 0 }), 1e4);
    expect(formulated({ ...still, boundaries: [walls[0]!, boundary('right', p('heat_flux', 10))] }).system.unknowns).toHaveLength(2);
  });
  it('without a conductivity a temperature between two walls is linear, and its flux unknown', () => {
    const model = problem({
      media: [medium('solution', 's', ['A'], [p('diffusion(A)', 1e-9)], 'B')],
      initial: [p('c(A)', 1)],
      boundaries: walls,
      studies: [steady],
    });
    const { system, fluxOf } = formulated(model);
    expect(at(system.regions[0]!.transport[0]![0]!)).toBe(1);
    close(at(system.regions[0]!.initial[0]!), 305);
    expect(fluxOf('heat')).toBeUndefined();
  });
});
