/** One model of every kind of medium with every kind of statement, for properties that all must have. */
import type { Problem, PropertyValue, Substance } from '../../solver/problem.js';
import { boundary, medium, p, particle, problem, species } from './model.js';

const substances: readonly Substance[] = [
  species('A', p('molar_mass', 0.13221)),
  species('B', p('molar_mass', 0.17034)),
  species('C', p('molar_mass', 0.1342)),
  species('Na', p('molar_mass', 0.02299), p('charge', 1), p('heat_of_transport', 3460)),
  species('Cl', p('molar_mass', 0.03545), p('charge', -1), p('heat_of_transport', 530)),
  species('W', p('molar_mass', 0.018)),
  species('N', p('molar_mass', 0.028), p('lj_diameter', 3.681e-10), p('lj_well', 91.5)),
  species('H', p('molar_mass', 0.002), p('lj_diameter', 2.915e-10), p('lj_well', 38)),
  species('O', p('molar_mass', 0.032), p('lj_diameter', 3.433e-10), p('lj_well', 113)),
  particle('P', p('diameter', 2e-7), p('density', 1800), p('conductivity', 0.25)),
];
const liquid = [p('density', 842), p('conductivity', 0.13), p('heat_capacity', 1930)];
const binary = (name: string, ...stated: PropertyValue[]) => medium('mixture', name, ['A', 'B'], [...liquid, ...stated]);
const D = p('diffusion', 6.21e-10);

const mixtures = [
  binary('soret', D, p('soret(A)', 0.05), p('specific_volume(A)', 9e-4), p('specific_volume(B)', 1.3e-3)),
  binary('thermodiffusion', D, p('thermodiffusion(B)', -3e-11), p('thermodynamic_factor', 0.7), p('porosity', 0.4), p('tortuosity', 1.3)),
  binary('factor', D, p('thermal_diffusion_factor(A)', 3)),
  binary('ratio', D, p('thermal_diffusion_ratio(A)', 0.7)),
  binary('heat', D, p('heat_of_transport(A)', 7000)),
  binary('coefficient', D, p('thermal_diffusion_coefficient(A)', 4e-7, { options: { convention: 'minus_grad_lnT' } })),
  binary('reciprocal', D, p('dufour(A)', 5e-12)),
  medium(
    'mixture',
    'onsager',
    ['A', 'B'],
    [p('density', 842), p('heat_capacity', 1930), p('onsager(A,A)', 2.4e-9), p('onsager(A,heat)', 1.1e-4), p('onsager(heat,heat)', 11556)],
  ),
  binary('stefan', p('maxwell_stefan(A,B)', 5e-10), p('soret(A,B)', 4e-3), p('thermodynamic_factor', 0.8)),
  medium(
    'mixture',
    'kinetic',
    ['N', 'H'],
    [p('pressure', 1e5), p('diffusion', 'kinetic'), p('soret(N)', 'kinetic'), p('conductivity', 'kinetic'), p('heat_capacity', 2000)],
  ),
  medium(
    'mixture',
    'ternary',
    ['A', 'C', 'B'],
    [
      ...liquid,
      p('diffusion(A,A)', 1.1e-9),
      p('diffusion(A,C)', 2e-10),
      p('diffusion(C,A)', 1e-10),
      p('diffusion(C,C)', 6e-10),
      p('thermodiffusion_prime(A)', 7e-13),
      p('thermodiffusion_prime(C)', -2e-13),
    ],
  ),
  medium(
    'mixture',
    'stefan3',
    ['A', 'C', 'B'],
    [
      ...liquid,
      p('maxwell_stefan(A,C)', 1e-9),
      p('maxwell_stefan(A,B)', 7e-10),
      p('maxwell_stefan(C,B)', 1.6e-9),
      p('soret(A,B)', 5e-3),
      p('soret(C,B)', -3e-3),
    ],
  ),
  medium(
    'mixture',
    'kinetic3',
    ['N', 'H', 'O'],
    [
      p('pressure', 1e5),
      p('diffusion', 'kinetic'),
      p('thermal_diffusion_factor(N,H)', 'kinetic'),
      p('thermal_diffusion_factor(N,O)', 'kinetic'),
      p('thermal_diffusion_factor(H,O)', 'kinetic'),
      p('conductivity', 'kinetic'),
      p('heat_capacity', 2000),
    ],
  ),
  medium(
    'mixture',
    'column3',
    ['A', 'C', 'B'],
    [
      ...liquid,
      p('maxwell_stefan(A,C)', 1e-9),
      p('maxwell_stefan(A,B)', 7e-10),
      p('maxwell_stefan(C,B)', 1.6e-9),
      p('thermodiffusion_prime(A)', 7e-13),
      p('thermodiffusion_prime(C)', -2e-13),
      p('specific_volume(A)', 9e-4),
      p('specific_volume(B)', 1.3e-3),
    ],
  ),
];
const inWater = (name: string, solutes: string[], ...stated: PropertyValue[]) =>
  medium('solution', name, solutes, [p('density', 1000), p('conductivity', 0.6), p('heat_capacity', 4180), ...stated], 'W');
const dissolved = [
  inWater(
    'brine',
    ['A', 'C'],
    p('diffusion(A)', 1e-9),
    p('diffusion(C)', 2e-9),
    p('soret(A)', 0.02),
    p('heat_of_transport(C)', -5000),
    p('activity(A)', 1.2),
    p('specific_volume(A)', 9e-4),
  ),
  inWater('salt', ['Na', 'Cl'], p('diffusion(Na)', 1.33e-9), p('diffusion(Cl)', 2.03e-9)),
  medium(
    'suspension',
    'smoke',
    ['P'],
    [
      p('pressure', 1e5),
      p('molar_mass', 0.029),
      p('viscosity', 1.85e-5),
      p('conductivity', 0.026),
      p('heat_capacity', 1007),
      p('diffusion', 'stokes_einstein'),
      p('thermophoresis', 'talbot'),
    ],
    'W',
  ),
];
export const gravity = p('gravity', 9.81);

export interface Sample {
  readonly name: string;
  readonly model: Problem;
  readonly state: Readonly<Record<string, number>>;
}
/** Closed, between two temperatures, under gravity. */
export const samples: readonly Sample[] = [...mixtures, ...dissolved].map((m) => {
  const isMixture = m.kind === 'mixture';
  const amount = m.kind === 'suspension' ? 1e-9 : 100;
  const compositions = (isMixture ? m.components.slice(0, -1) : m.components).map((name) =>
    p(`${isMixture ? 'w' : 'c'}(${name})`, isMixture ? 0.3 : amount),
  );
  const base = problem({
    substances,
    media: [m],
    initial: [p('temperature', 300), ...compositions],
    boundaries: [boundary('left', p('temperature', 295)), boundary('right', p('temperature', 310))],
  });
  const unknowns = m.kind === 'solution' && m.name === 'salt' ? ['Na'] : compositions.map(({ of }) => of[0]!);
  const letter = isMixture ? 'w' : 'c';
  return {
    name: m.name,
    model: { ...base, geometry: { ...base.geometry, properties: [gravity] } },
    state: {
      T: 301,
      ...Object.fromEntries(unknowns.map((name, i) => [`${letter}(${name})`, isMixture ? 0.28 + 0.05 * i : amount * (0.8 + 0.07 * i)])),
    },
  };
});
