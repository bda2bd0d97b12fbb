import { describe, expect, it } from 'vitest';
import { number, operation } from '../../solver/formula.js';
import { at, close } from './evaluation.js';
import { boundary, c, formulated, medium, p, problem, reasonsOf, species, T, w, x } from './model.js';
import type { Formulation } from '../../solver/physics/formulation.js';
import type { PropertyValue } from '../../solver/problem.js';

const AB = [species('A', p('molar_mass', 0.1)), species('B', p('molar_mass', 0.05)), species('C', p('molar_mass', 0.07))];
const walls = [boundary('left', p('temperature', 300)), boundary('right', p('temperature', 310))];
const base = [p('density', 900), p('conductivity', 0.15), p('heat_capacity', 2000)];
const mixtureOf = (names: string[], initial: PropertyValue[], ...stated: PropertyValue[]): Formulation =>
  formulated(
    problem({
      substances: AB,
      media: [medium('mixture', 'm', names, [...base, ...stated])],
      initial: [p('temperature', 300), ...initial],
      boundaries: walls,
    }),
  );
const binary = (...stated: PropertyValue[]) => mixtureOf(['A', 'B'], [p('w(A)', 0.3)], ...stated);
const state = { T: 303, 'w(A)': 0.3 };

describe('fields are read in every measure', () => {
  it('of a mixture', () => {
    const { expression, fields } = binary(p('diffusion', 1e-9));
    close(at(expression(x('A'), 0), state), 0.3 / 0.1 / (0.3 / 0.1 + 0.7 / 0.05));
    close(at(expression(c('B'), 0), state), (900 * 0.7) / 0.05);
    expect(fields.map(({ key }) => key)).toEqual(['T', 'w(A)', 'x(A)', 'c(A)', 'w(B)', 'x(B)', 'c(B)']);
  });
  it('of a solution, its solvent included', () => {
    const model = problem({
      substances: AB,
      media: [medium('solution', 's', ['A'], [p('density', 1000), p('diffusion(A)', 1e-9)], 'B')],
      initial: [p('temperature', 300), p('c(A)', 100)],
    });
    const { expression } = formulated(model);
    const here = { T: 300, 'c(A)': 100 };
    close(at(expression(w('A'), 0), here), 0.01);
    close(at(expression(c('B'), 0), here), (1000 - 10) / 0.05);
    close(at(expression(x('A'), 0), here), 100 / (100 + 990 / 0.05));
  });
  it('or not at all, with a reason', () => {
    const bare = problem({
      media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), p('diffusion', 1e-9)])],
      initial: [p('temperature', 300), p('w(A)', 0.3)],
      measures: [{ name: 'q', formula: x('A'), unit: '1', origin: walls[0]!.origin }],
    });
    expect(reasonsOf(bare)).toEqual(['m needs `molar_mass` of A to know x(A)']);
  });
  it('gradients follow the chain rule', () => {
    const { expression } = binary(p('diffusion', 1e-9));
    const slope = expression({ kind: 'gradient', of: operation('multiply', T, w('A')) }, 0);
    close(at(slope, { ...state, 'grad T': 1000, 'grad w(A)': 5 }), 1000 * 0.3 + 303 * 5);
  });
});

describe('initial and boundary compositions are converted', () => {
  const initialOf = (stated: PropertyValue[], properties = [p('density', 900), p('diffusion', 1e-9)]) =>
    at(
      formulated(
        problem({ substances: AB, media: [medium('mixture', 'm', ['A', 'B'], properties)], initial: [p('temperature', 300), ...stated] }),
      ).system.regions[0]!.initial.at(-1)!,
    );
  it('from x, c, and the other component', () => {
    close(initialOf([p('x(A)', 0.5)]), 0.1 / 0.15);
    close(initialOf([p('x(B)', 0.5)]), 0.1 / 0.15);
    close(initialOf([p('c(A)', 2700)]), 0.3);
    close(initialOf([p('w(B)', 0.7)]), 0.3);
  });
  it('a wall may fix what is stated of the other component', () => {
    const model = problem({
      substances: AB,
      media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), p('diffusion', 1e-9)])],
      initial: [p('temperature', 300), p('w(A)', 0.3)],
      boundaries: [boundary('left', p('w(B)', 0.6)), boundary('right', p('flux(B)', 1e-6))],
    });
    const { system } = formulated(model);
    const [left, right] = system.walls.map((wall) => wall.at(-1)!);
    expect(left!.kind === 'value' && at(left!.value)).toBeCloseTo(0.4, 12);
    expect(right!.kind === 'flux' && at(right!.inward)).toBeCloseTo(-1e-6, 18);
  });
  it('two statements about the same unknown contradict each other', () => {
    const model = problem({
      substances: AB,
      media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), p('diffusion', 1e-9)])],
      initial: [p('temperature', 300), p('w(A)', 0.3)],
      boundaries: [boundary('left', p('w(A)', 0.6), p('flux(B)', 0))],
    });
    expect(reasonsOf(model)).toEqual(['the left boundary cannot fix both `flux(B)` and `w(A)`']);
  });
  it('a name that does not occur is said', () => {
    const model = problem({
      substances: AB,
      media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), p('diffusion', 1e-9)])],
      initial: [p('temperature', 300), p('w(A)', 0.3)],
      boundaries: [boundary('left', p('flux(C)', 1))],
    });
    expect(reasonsOf(model)).toEqual(['C does not occur in m, which touches the left boundary']);
  });
});

describe('sources and reactions', () => {
  it('produce and use up in the unit of the balance', () => {
    const model = problem({
      substances: [species('A', p('molar_mass', 0.1)), species('B', p('molar_mass', 0.05))],
      media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), p('diffusion', 1e-9)])],
      initial: [p('temperature', 300), p('w(A)', 0.3)],
      sources: [p('w(B)', 2)],
      reactions: [
        {
          name: 'split',
          reactants: [{ species: 'A', coefficient: 1 }],
          products: [{ species: 'B', coefficient: 2 }],
          rate: number(3),
          origin: walls[0]!.origin,
        },
      ],
    });
    const { system } = formulated(model);
    close(at(system.regions[0]!.source.at(-1)!, state), -2 - 0.1 * 3);
    expect(reasonsOf({ ...model, reactions: [{ ...model.reactions[0]!, products: [{ species: 'B', coefficient: 1 }] }] })).toEqual([
      'the reaction split turns 100 g into 50 g',
    ]);
    expect(reasonsOf({ ...model, reactions: [{ ...model.reactions[0]!, products: [{ species: 'C', coefficient: 1 }] }] })).toEqual([
      'no medium holds all of A, C, so the reaction split takes place nowhere',
    ]);
  });
});
