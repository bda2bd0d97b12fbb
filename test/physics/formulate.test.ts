import { describe, expect, it } from 'vitest';
import { evaluate } from '../../solver/expression/evaluate.js';
import type { Expression } from '../../solver/expression/expression.js';
import { formulated, gin, medium, p, problem, reasonsOf, species, steady, transient, boundary } from './model.js';

const at = (e: Expression, values: Record<string, number>): number => evaluate(e, (name) => values[name] ?? Number.NaN);
const R = 8.31446261815324;

describe('a binary mixture between two plates', () => {
  const { system, fluxOf } = formulated(gin);
  const [region] = system.regions;
  const state = { T: 298, 'w(ethanol)': 0.4 };

  it('has T first, then the mass fraction of the first component', () => {
    expect(system.unknowns.map((unknown) => unknown.id)).toEqual(['T', 'w(ethanol)']);
  });
  it('drives matter by −ρ[D ∇w + D_T w(1−w) ∇T]', () => {
    expect(at(region!.transport[1]![1]!, state)).toBeCloseTo(935 * 4.5e-10, 20);
    expect(at(region!.transport[1]![0]!, state)).toBeCloseTo(935 * 4.5e-10 * -3.2e-3 * 0.4 * 0.6, 20);
  });
  it('drives heat by the reciprocal Dufour coefficient ρ R T² M̄/(M_A M_B) D_T', () => {
    const meanMass = 1 / (0.4 / 0.04607 + 0.6 / 0.018015);
    const wanted = ((935 * R * 298 ** 2 * meanMass) / (0.04607 * 0.018015)) * 4.5e-10 * -3.2e-3;
    expect(at(region!.transport[0]![1]!, state) / wanted).toBeCloseTo(1, 12);
    expect(at(region!.transport[0]![0]!, state)).toBe(0.35);
  });
  it('stores ρ w and ρ c_p T, fixes T at the walls and seals them', () => {
    expect(at(region!.storage[1]!, state)).toBeCloseTo(374, 10);
    expect(at(region!.storage[0]!, state)).toBeCloseTo(935 * 3800 * 298, 3);
    expect(system.walls[1].map((wall) => wall.kind)).toEqual(['value', 'flux']);
  });
  it('lets the second component flow against the first', () => {
    expect(fluxOf('water')).toEqual([{ unknown: 1, weight: -1 }]);
  });
});

describe('a dilute solution', () => {
  const model = problem({
    media: [
      medium(
        'solution',
        'brine',
        ['salt'],
        [p('diffusion(salt)', 1e-9), p('heat_of_transport(salt)', 7000), p('conductivity', 0.6)],
        'water',
      ),
    ],
    initial: [p('c(salt)', 100)],
    boundaries: [
      boundary('left', p('temperature', 290)),
      boundary('right', p('temperature', 310), p('mass_transfer(salt)', 1e-6), p('ambient(salt)', 50)),
    ],
    studies: [steady],
  });
  const { system } = formulated(model);
  const state = { T: 300, 'c(salt)': 120 };
  it('drives matter by −D ∇c − D S_T c ∇T with S_T = Q*/(R T²)', () => {
    const [region] = system.regions;
    expect(at(region!.transport[1]![0]!, state) / ((1e-9 * 7000 * 120) / (R * 300 ** 2))).toBeCloseTo(1, 12);
  });
  it('drives heat by the Fickian part D Q* ∇c alone', () => {
    expect(at(system.regions[0]!.transport[0]![1]!, state) / (1e-9 * 7000)).toBeCloseTo(1, 12);
  });
  it('lets matter through a wall by k_m (c_ambient − c)', () => {
    const wall = system.walls[1][1]!;
    expect(wall.kind === 'flux' && at(wall.inward, state)).toBeCloseTo(1e-6 * (50 - 120), 15);
  });
});

describe('what is missing is said in the words of the model', () => {
  it('names the property and why', () => {
    const bare = medium('mixture', 'gin', ['ethanol', 'water'], [p('density', 935), p('soret(ethanol)', -3e-3)]);
    const model = problem({ media: [bare], initial: [p('temperature', 300), p('w(ethanol)', 0.4)], studies: [transient()] });
    expect(reasonsOf(model)).toEqual([
      'gin needs `diffusion` for the flux of ethanol',
      'gin needs `conductivity` for a transient of heat',
      'gin needs `heat_capacity` for a transient of heat',
    ]);
    expect(reasonsOf({ ...model, substances: [species('ethanol')] })).toHaveLength(3);
  });
});
