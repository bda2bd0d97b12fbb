/** What must hold of every condition in the table of boundaries: run on the example of its own record. */
import { beforeAll, describe, expect, it, test } from 'vitest';
import { wallInflow } from '../../solver/assembly/wall-inflow.js';
import { boundaryConditions } from '../../solver/physics/boundaries/index.js';
import { drawnTo, statedConditions } from '../../solver/physics/boundaries/stated.js';
import { resolveModel } from '../../solver/physics/model.js';
import type { Problem } from '../../solver/problem.js';
import { catalogue, usesIn } from '../../solver/quantities/catalogue.js';
import { baseUnits } from '../../solver/quantities/dimension.js';
import { lowered } from '../language/session.js';
import { discretise, march, nodes, spectral, total, volumes } from '../solver/support/run.js';
import { at } from './evaluation.js';
import { boundary, formulated, medium, p, problem, species } from './model.js';
import { rescaled, scaleOf, type Scales } from './rescaled.js';

/** Heat and matter spread equally fast, so that one second shows both. */
const cell = (example: string): string => `
species A { molar_mass = 100 g/mol }
species W { molar_mass = 18 g/mol }
solution s of A in W {
  density = 1000 kg/m^3
  diffusion(A) = 1e-7 m^2/s
  soret(A) = 5e-3 1/K
  conductivity = 0.6 W/(m*K)
  heat_capacity = 4180 J/(kg*K)
}
geometry slab { length = 1 mm; medium = s }
initial { temperature = 25 degC; c(A) = 100 mol/m^3 }
boundary left { ${example} }
transient relax { until = 1 s }
measure q = heat_flux(left)
`;
/** h, k_B (hence R) and the Stefan–Boltzmann constant keep their numbers: kg, A and s follow from m and K. */
const scales: Scales = { m: 3, K: 1.7, s: 1 / (3 ** 2 * 1.7 ** 3) };

test('every condition has its own property', () => {
  const names = boundaryConditions.map(({ property }) => property);
  expect(new Set(names).size).toBe(names.length);
});

describe.each(boundaryConditions.map((condition) => [condition.property, condition] as const))('%s', (_, condition) => {
  let model: Problem;
  beforeAll(async () => {
    model = await lowered(cell(condition.example));
  });
  const own = () => formulated(model).system.unknowns.findIndex(({ kind }) => (kind === 'temperature') === (condition.balance === 'heat'));

  it('is declared in the catalogue for walls, of a component when it closes the balance of one', () => {
    const count = condition.balance === 'heat' ? 0 : 1;
    for (const name of [condition.property, ...(condition.towards ? [condition.towards] : [])])
      expect(usesIn(name, 'boundary', count), name).not.toHaveLength(0);
    expect(catalogue[condition.property].doc).not.toBe('');
    for (const words of [condition.title, condition.equation]) expect(words).not.toBe('');
  });
  it('shows itself in its example, with the value that it draws to', () => {
    const { conditions } = model.boundaries[0]!;
    const [one, ...others] = statedConditions(conditions);
    expect(one?.condition).toBe(condition);
    expect(others).toEqual([]);
    if (condition.towards) expect(drawnTo(conditions, one!)?.name).toBe(condition.towards);
  });
  it('imposes a value or a flux on its own balance and leaves the other insulated or sealed', () => {
    const { system } = formulated(model);
    system.walls[0].forEach((wall, i) => {
      if (i !== own()) return expect(wall.kind === 'flux' && at(wall.inward)).toBe(0);
      expect(wall.kind).toBe(condition.kind === 'value' ? 'value' : 'flux');
      const values = { T: 298.15, 'c(A)': 100 };
      expect(Number.isFinite(at(wall.kind === 'value' ? wall.value : wall.inward, values))).toBe(true);
    });
  });
  it('vanishes in equilibrium with its surroundings when it exchanges, and pulls towards them', () => {
    const wall = formulated(model).system.walls[0][own()]!;
    const { conditions } = model.boundaries[0]!;
    if (condition.kind === 'flux' || wall.kind !== 'flux') return expect(wall.kind).toBe(condition.kind === 'flux' ? 'flux' : 'value');
    const { value } = drawnTo(conditions, statedConditions(conditions)[0]!)!;
    const outside = value.kind === 'number' ? value.value : NaN;
    const inward = (factor: number) => at(wall.inward, { T: factor * outside, 'c(A)': factor * outside });
    expect(Math.abs(inward(1))).toBeLessThanOrEqual(1e-12 * Math.abs(inward(0.9)));
    expect(inward(0.9)).toBeGreaterThan(0);
    expect(inward(1.1)).toBeLessThan(0);
  });
  it('keeps the balance: what enters is stored', () => {
    const { system } = formulated(model);
    for (const mesh of [spectral(8, 2), volumes(30)]) {
      const d = discretise(system, mesh);
      const [middle, step] = [0.5, 1e-3];
      const { states, failure } = march(d, [middle - step, middle, middle + step], 1e-9);
      expect(failure).toBeUndefined();
      const i = own();
      const stored = (total(d, states[2]!, i) - total(d, states[0]!, i)) / (2 * step);
      const inflow = wallInflow(d, states[1]!, middle, 0)[i]! + wallInflow(d, states[1]!, middle, 1)[i]!;
      expect(Math.abs(inflow)).toBeGreaterThan(0);
      expect(Math.abs(inflow / stored - 1)).toBeLessThan(1e-4);
    }
  });
  it('is the same physics in every system of units', () => {
    const there = formulated(rescaled(model, scales)).system.walls[0][own()]!;
    const here = formulated(model).system.walls[0][own()]!;
    const factor = (d: Partial<Record<(typeof baseUnits)[number], number>>): number =>
      scaleOf(
        baseUnits.map((unit) => d[unit] ?? 0),
        scales,
      );
    const [temperature, concentration] = [factor({ K: 1 }), factor({ mol: 1, m: -3 })];
    const heat = condition.balance === 'heat';
    const flux = heat ? factor({ kg: 1, s: -3 }) : factor({ mol: 1, m: -2, s: -1 });
    const scale = here.kind === 'flux' ? flux : heat ? temperature : concentration;
    const value = (wall: typeof here, T: number, c: number) => at(wall.kind === 'flux' ? wall.inward : wall.value, { T, 'c(A)': c });
    const wanted = value(here, 290, 80) * scale;
    expect(Math.abs(value(there, 290 * temperature, 80 * concentration) - wanted)).toBeLessThanOrEqual(1e-9 * Math.abs(wanted));
  });
  it('converges: volumes with second order, to what spectral elements give', () => {
    const { system } = formulated(model);
    const i = own();
    const far = (mesh: Parameters<typeof discretise>[1]): number => {
      const d = discretise(system, mesh);
      const { states, failure } = march(d, [1], 1e-8);
      expect(failure).toBeUndefined();
      return nodes(d, states[0]!, i).at(-1)![1];
    };
    const [coarse, middle, fine] = [20, 40, 80].map((cells) => far(volumes(cells))) as [number, number, number];
    const ratio = (coarse - middle) / (middle - fine);
    expect(ratio).toBeGreaterThan(3);
    expect(ratio).toBeLessThan(5);
    const limit = fine + (fine - middle) / 3;
    expect(Math.abs(far(spectral(12, 3)) - limit)).toBeLessThan(0.2 * Math.abs(middle - fine));
  });
  it('opens a gas cell to matter only when it lets matter through', () => {
    const gas = medium('mixture', 'gas', ['A', 'W'], [p('pressure', 1e5), p('diffusion', 1e-5), p('conductivity', 0.03)]);
    const isSealed = (...conditions: Problem['boundaries'][number]['conditions']): boolean => {
      const resolved = resolveModel(
        problem({
          substances: [species('A', p('molar_mass', 0.1)), species('W', p('molar_mass', 0.018))],
          media: [gas],
          initial: [p('temperature', 300), p('w(A)', 0.3)],
          boundaries: [boundary('left', ...conditions)],
        }),
      );
      if (!('layers' in resolved)) throw new Error('no layers');
      // A sealed gas has its equations in terms of what was filled in.
      return resolved.layers[0]!.frame !== undefined;
    };
    expect(isSealed()).toBe(true);
    expect(isSealed(...model.boundaries[0]!.conditions)).toBe(condition.balance === 'heat');
  });
});
