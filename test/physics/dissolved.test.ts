import { describe, expect, it } from 'vitest';
import { at, close, R } from './evaluation.js';
import { boundary, c, formulated, medium, p, particle, problem, reasonsOf, species } from './model.js';
import type { PropertyValue } from '../../solver/problem.js';

const walls = [boundary('left', p('temperature', 300)), boundary('right', p('temperature', 310))];

describe('ions without current', () => {
  const salt = problem({
    substances: [
      species('Na', p('charge', 1), p('heat_of_transport', 3460)),
      species('Cl', p('charge', -1), p('heat_of_transport', 530)),
      species('W', p('molar_mass', 0.018)),
    ],
    media: [
      medium('solution', 'brine', ['Na', 'Cl'], [p('diffusion(Na)', 1.33e-9), p('diffusion(Cl)', 2.03e-9), p('conductivity', 0.6)], 'W'),
    ],
    initial: [p('temperature', 300), p('c(Na)', 10), p('c(Cl)', 10)],
    boundaries: walls,
  });
  const { system, potentialGradient, fluxOf, expression } = formulated(salt);
  const here = { T: 300, 'c(Na)': 10 };
  it('diffuse together, 2 D₊ D₋/(D₊ + D₋), the last following from the first', () => {
    expect(system.unknowns.map(({ id }) => id)).toEqual(['T', 'c(Na)']);
    close(at(system.regions[0]!.transport[1]![1]!, here), (2 * 1.33e-9 * 2.03e-9) / (1.33e-9 + 2.03e-9));
    close(at(expression(c('Cl'), 0), here), 10);
    expect(fluxOf('Cl')).toEqual([{ unknown: 1, weight: 1 }]);
  });
  const S = (3460 + 530) / (2 * R * 300 ** 2);
  it('have S_T = (Q₊ + Q₋)/(2 R T²)', () => {
    const [, row] = system.regions[0]!.transport;
    close(at(row![0]!, here) / at(row![1]!, here) / 10, S);
  });
  it('build up −(Q₊ − Q₋)/(2 F T) ∇T at rest', () => {
    const slope = at(potentialGradient![0]!, { ...here, 'grad T': 1, 'grad c(Na)': -S * 10 });
    close(slope, -(3460 - 530) / (2 * 96485.33212331002 * 300));
  });
  it('must balance, and must have a counter-ion', () => {
    expect(reasonsOf({ ...salt, initial: [p('temperature', 300), p('c(Na)', 10), p('c(Cl)', 12)] })).toEqual([
      'the charges do not balance: c(Cl) would have to be 10 mol/m³ here',
    ]);
    const alone = medium('solution', 'brine', ['Na'], [p('diffusion(Na)', 1e-9)], 'W');
    expect(
      reasonsOf({
        ...salt,
        media: [alone],
        geometry: { ...salt.geometry, layers: salt.geometry.layers },
        initial: [p('temperature', 300), p('c(Na)', 10)],
      })[0],
    ).toMatch(/only one kind of ion/);
  });
});

describe('particles', () => {
  const smoke = (...more: PropertyValue[]) =>
    problem({
      substances: [
        particle('P', p('diameter', 2e-6), p('density', 1000), p('conductivity', 0.25)),
        species('air', p('molar_mass', 0.02897)),
      ],
      media: [
        medium(
          'suspension',
          's',
          ['P'],
          [p('pressure', 1e5), p('viscosity', 1.85e-5), p('conductivity', 0.0257), p('diffusion', 'stokes_einstein'), ...more],
          'air',
        ),
      ],
      initial: [p('temperature', 300), p('c(P)', 1e-12)],
      boundaries: walls,
    });
  const here = { T: 300, 'c(P)': 1e-12 };
  it('in a gas move by Talbot and Stokes–Einstein with slip', () => {
    const [region] = formulated(smoke(p('thermophoresis', 'talbot'), p('mean_free_path', 1e-7))).system.regions;
    const Kn = 0.1;
    const slip = 1 + Kn * (1.257 + 0.4 * Math.exp(-1.1 / Kn));
    close(at(region!.transport[1]![1]!, here), (1.380649e-23 * 300 * slip) / (6 * Math.PI * 1.85e-5 * 1e-6));
    const nu = (1.85e-5 * R * 300) / (1e5 * 0.02897);
    close(at(region!.transport[1]![0]!, here), (1e-12 * 0.3835776389415 * nu) / 300);
  });
  it('settle downwards by their buoyant weight, and not without gravity', () => {
    const model = smoke(p('mean_free_path', 1e-7));
    const under = (g: number) =>
      formulated({ ...model, geometry: { ...model.geometry, properties: [p('gravity', g)] } }).system.regions[0]!;
    const region = under(9.81);
    const mobility = at(region.transport[1]![1]!, here) / (1.380649e-23 * 300);
    const buoyant = ((1000 - (1e5 * 0.02897) / (R * 300)) * Math.PI * 8e-18) / 6;
    close(at(region.drift[1]!, here), -1e-12 * mobility * buoyant * 9.81);
    close(at(under(0).drift[1]!, here) + 1, 1, 1e-20);
  });
  it('in a liquid move as measured', () => {
    const model = problem({
      substances: [particle('P', p('diameter', 2e-7), p('density', 1050)), species('W', p('molar_mass', 0.018))],
      media: [
        medium(
          'suspension',
          's',
          ['P'],
          [p('density', 1000), p('viscosity', 1e-3), p('diffusion', 'stokes_einstein'), p('soret(P)', 0.5)],
          'W',
        ),
      ],
      initial: [p('temperature', 300), p('c(P)', 1e-9)],
      boundaries: walls,
    });
    const [region] = formulated(model).system.regions;
    const D = (1.380649e-23 * 300) / (6 * Math.PI * 1e-3 * 1e-7);
    close(at(region!.transport[1]![0]!, { T: 300, 'c(P)': 1e-9 }), 0.5 * D * 1e-9);
  });
});
