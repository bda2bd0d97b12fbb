import { describe, expect, it } from 'vitest';
import { number, operation } from '../../solver/formula.js';
import { at, close, R } from './evaluation.js';
import { boundary, c, formulated, medium, p, particle, problem, reasonsOf, species, steady, T, transient, w, x } from './model.js';
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
const entries = ({ system }: Formulation, state: Record<string, number>): number[] =>
  system.regions[0]!.transport.flat().map((e) => at(e, state));
const binary = (...stated: PropertyValue[]) => mixtureOf(['A', 'B'], [p('w(A)', 0.3)], ...stated);
const state = { T: 303, 'w(A)': 0.3 };

describe('a binary mixture says the same by', () => {
  const given = binary(p('diffusion', 5e-10), p('soret(A)', 4e-3));
  const wanted = entries(given, state);
  const meanMass = 1 / (0.3 / 0.1 + 0.7 / 0.05);
  const xA = (0.3 * meanMass) / 0.1;
  const S = 4e-3;
  it.each([
    ['the other component', [p('diffusion', 5e-10), p('soret(B)', -4e-3)]],
    ['D_T', [p('diffusion', 5e-10), p('thermodiffusion(A)', 2e-12)]],
    ['α_T', [p('diffusion', 5e-10), p('thermal_diffusion_factor(A)', S * 303)]],
    ['α_T of the pair', [p('diffusion', 5e-10), p('thermal_diffusion_factor(B,A)', -S * 303)]],
    ['k_T', [p('diffusion', 5e-10), p('thermal_diffusion_ratio(A)', S * 303 * xA * (1 - xA))]],
    ['Q*', [p('diffusion', 5e-10), p('heat_of_transport(A)', (S * R * 303 ** 2 * meanMass) / 0.05)]],
    ['Q* of the other component', [p('diffusion', 5e-10), p('heat_of_transport(B)', (-S * R * 303 ** 2 * meanMass) / 0.1)]],
    [
      'Dᵀ',
      [
        p('diffusion', 5e-10),
        p('thermal_diffusion_coefficient(A)', -900 * 0.21 * 2e-12 * 303, { options: { convention: 'plus_grad_lnT' } }),
      ],
    ],
    ['the Dufour coefficient', [p('diffusion', 5e-10), p('dufour(A)', 2e-12)]],
    ['a pair', [p('diffusion', 5e-10), p('soret(A,B)', S)]],
    ['primed coefficients', [p('diffusion', 5e-10), p('thermodiffusion_prime(A)', 2e-12 * 0.21)]],
    ['S′', [p('diffusion', 5e-10), p('soret_prime(B)', -S * 0.21)]],
    ['Maxwell–Stefan', [p('maxwell_stefan(B,A)', 5e-10), p('soret(A)', S)]],
  ])('%s', (_, stated) => entries(binary(...stated), state).forEach((entry, i) => close(entry, wanted[i]!)));

  it('its Onsager matrix, there and back', () => {
    // L from the transport matrix: L_11 = ρ D w_2 T/μ_11, L_1q = ρ w_1 w_2 D_T T², L_qq = λ₀ T².
    const mu = (R * 303 * meanMass) / (0.1 * 0.05 * 0.3);
    const L = [
      p('onsager(A,A)', (900 * 5e-10 * 0.7 * 303) / mu),
      p('onsager(A,heat)', 900 * 0.21 * 2e-12 * 303 ** 2),
      p('onsager(heat,heat)', 0.15 * 303 ** 2),
    ];
    const only = formulated(
      problem({
        substances: AB,
        media: [medium('mixture', 'm', ['A', 'B'], [p('density', 900), ...L])],
        initial: [p('temperature', 300), p('w(A)', 0.3)],
        boundaries: walls,
      }),
    );
    entries(only, state).forEach((entry, i) => close(entry, wanted[i]!));
  });
  it('`dufour = off` takes the Dufour flux away and nothing else', () => {
    const off = entries(binary(p('diffusion', 5e-10), p('soret(A)', S), p('dufour', 'off')), state);
    expect(off[1]).toBe(0);
    [0, 2, 3].forEach((i) => close(off[i], wanted[i]!));
  });
  it('a porous body: D and D_T fall by τ², amounts by the porosity, S_T stays', () => {
    const porous = entries(binary(p('diffusion', 5e-10), p('soret(A)', S), p('porosity', 0.4), p('tortuosity', 2)), state);
    close(porous[3], (wanted[3]! * 0.4) / 4);
    close(porous[2]! / porous[3]!, wanted[2]! / wanted[3]!);
  });
});

describe('a ternary mixture', () => {
  const three = { T: 303, 'w(A)': 0.3, 'w(C)': 0.2 };
  const ternary = (...stated: PropertyValue[]) => mixtureOf(['A', 'C', 'B'], [p('w(A)', 0.3), p('w(C)', 0.2)], ...stated);
  const matrix = [p('diffusion(A,A)', 1.1e-9), p('diffusion(A,C)', 2e-10), p('diffusion(C,A)', 1e-10), p('diffusion(C,C)', 6e-10)];
  it('closes: any two of three primed coefficients give the third', () => {
    const all = entries(ternary(...matrix, p('thermodiffusion_prime(A)', 7e-13), p('thermodiffusion_prime(C)', -2e-13)), three);
    const other = entries(ternary(...matrix, p('thermodiffusion_prime(A)', 7e-13), p('thermodiffusion_prime(B)', -5e-13)), three);
    other.forEach((entry, i) => close(entry, all[i]!));
  });
  it('takes S′ = D⁻¹ D′', () => {
    const S = [1.2e-3, -3.4e-4];
    const primed = entries(ternary(...matrix, p('soret_prime(A)', S[0]!), p('soret_prime(C)', S[1]!)), three);
    close(primed[3], 900 * (1.1e-9 * S[0]! + 2e-10 * S[1]!));
    close(primed[6], 900 * (1e-10 * S[0]! + 6e-10 * S[1]!));
  });
  it('at rest has the pairs that were stated', () => {
    const pairs = entries(ternary(...matrix, p('soret(A,B)', 5e-3), p('soret(B,C)', 3e-3)), three);
    // S′ = D⁻¹ D′ by Cramer's rule; S_ik = S′_i/w_i − S′_k/w_k.
    const [a, b, d, e] = [pairs[4]!, pairs[5]!, pairs[7]!, pairs[8]!];
    const det = a * e - b * d;
    const SA = (e * pairs[3]! - b * pairs[6]!) / det;
    const SC = (a * pairs[6]! - d * pairs[3]!) / det;
    const SB = -SA - SC;
    close(SA / 0.3 - SB / 0.5, 5e-3);
    close(SB / 0.5 - SC / 0.2, 3e-3);
  });
  it('with a third component that is the second in disguise is a binary', () => {
    const twins = [species('A', p('molar_mass', 0.1)), species('B', p('molar_mass', 0.05)), species('C', p('molar_mass', 0.05))];
    const stated = [
      p('maxwell_stefan(A,B)', 5e-10),
      p('maxwell_stefan(A,C)', 5e-10),
      p('maxwell_stefan(B,C)', 8e-10),
      p('soret(A,B)', 4e-3),
      p('soret(A,C)', 4e-3),
    ];
    const model = problem({
      substances: twins,
      media: [medium('mixture', 'm', ['A', 'C', 'B'], [...base, ...stated])],
      initial: [p('temperature', 300), p('w(A)', 0.3), p('w(C)', 0.2)],
      boundaries: walls,
    });
    const K = entries(formulated(model), three);
    const pure = entries(binary(p('diffusion', 5e-10), p('soret(A)', 4e-3)), state);
    close(K[4], pure[3]!);
    close(K[5]! + 1, 1, 1e-20);
    close(K[3], pure[2]!);
    close(K[1], pure[1]!);
  });
  it('refuses a plain coefficient and says what to use', () => {
    const model = problem({
      substances: AB,
      media: [medium('mixture', 'm', ['A', 'C', 'B'], [...base, ...matrix, p('soret(A)', 1e-3)])],
      initial: [p('temperature', 300), p('w(A)', 0.3), p('w(C)', 0.2)],
    });
    expect(reasonsOf(model)).toEqual(['`soret(A)` is defined for two components; m has 3']);
  });
  it('names the entry of the matrix that is missing', () => {
    const model = problem({
      substances: AB,
      media: [medium('mixture', 'm', ['A', 'C', 'B'], [...base, ...matrix.slice(0, 3)])],
      initial: [p('temperature', 300), p('w(A)', 0.3), p('w(C)', 0.2)],
    });
    expect(reasonsOf(model)).toEqual(['m needs `diffusion(C, C)` (0 m^2/s when the cross effect is negligible)']);
  });
});

describe('thermal diffusion factors of pairs in a gas of four', () => {
  it('give ∇x_i = −Σ x_i x_j α_ij ∇ln T at rest', () => {
    const masses = [0.002, 0.028, 0.044, 0.04];
    const names = ['H', 'N', 'C', 'A'];
    const α = [
      [0, -0.3, -0.32, -0.31],
      [0, 0, -0.05, -0.04],
      [0, 0, 0, 0.01],
      [0, 0, 0, 0],
    ];
    const pairs = names.flatMap((a, i) =>
      names.flatMap((b, j) =>
        i < j ? [p(`thermal_diffusion_factor(${a},${b})`, α[i]![j]!), p(`maxwell_stefan(${a},${b})`, 1e-5 * (1 + i + j))] : [],
      ),
    );
    const model = problem({
      substances: names.map((name, i) => species(name, p('molar_mass', masses[i]!))),
      media: [medium('mixture', 'gas', names, [p('pressure', 1e5), p('conductivity', 0.05), ...pairs])],
      initial: [p('temperature', 300), p('x(H)', 0.4), p('x(N)', 0.3), p('x(C)', 0.2)],
      boundaries: walls,
    });
    const { system, expression } = formulated(model);
    const region = system.regions[0]!;
    const here: Record<string, number> = {
      T: 320,
      ...Object.fromEntries(system.unknowns.slice(1).map(({ id }, i) => [id, at(region.initial[i + 1]!)])),
    };
    const xs = names.map((name) => at(expression(x(name), 0), here));
    xs.forEach((value, i) => close(value, [0.4, 0.3, 0.2, 0.1][i]!));
    // At rest ∇w solves K_ww ∇w = −K_wT; put ∇w = A ∇x with ∇x as claimed and see that nothing flows.
    const α2 = (i: number, j: number) => (i < j ? α[i]![j]! : -α[j]![i]!);
    const dx = xs.map((xi, i) => -xs.reduce((sum, xj, j) => sum + (i === j ? 0 : (xi * xj * α2(i, j)) / 320), 0));
    const mean = xs.reduce((sum, xi, i) => sum + xi * masses[i]!, 0);
    const ws = xs.map((xi, i) => (xi * masses[i]!) / mean);
    const dw = dx.map((d, i) => ws[i]! * (d / xs[i]! - dx.reduce((sum, e, j) => sum + (ws[j]! * e) / xs[j]!, 0)));
    [1, 2, 3].forEach((row) => {
      const thermal = at(region.transport[row]![0]!, here);
      const diffusive = [1, 2, 3].reduce((sum, column) => sum + at(region.transport[row]![column]!, here) * dw[column - 1]!, 0);
      close(diffusive, -thermal, 1e-9);
    });
  });
});

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

describe('an ideal gas', () => {
  const gas = (...walls2: ReturnType<typeof boundary>[]) =>
    formulated(
      problem({
        substances: AB,
        media: [
          medium(
            'mixture',
            'g',
            ['A', 'B'],
            [p('pressure', 1e5), p('diffusion', 1e-5), p('thermal_diffusion_factor(A)', 0.3), p('conductivity', 0.03)],
          ),
        ],
        initial: [p('temperature', 300), p('x(A)', 0.5)],
        boundaries: walls2.length > 0 ? walls2 : walls,
      }),
    );
  const wOf = (xA: number) => (xA * 0.1) / (xA * 0.1 + (1 - xA) * 0.05);
  it('has ρ = p M̄/(R T)', () => {
    const { expression } = gas();
    close(at(expression({ kind: 'density' }, 0), { T: 350, 'w(A)': wOf(0.5) }), (1e5 * 0.075) / (R * 350));
  });
  it('sealed: stores moles, so that equal mole fractions mean equal excess at any temperature', () => {
    const [region] = gas().system.regions;
    const stored = (T0: number, xA: number) => at(region!.storage[1]!, { T: T0, 'w(A)': wOf(xA) });
    close(stored(280, 0.5), stored(400, 0.5));
    close(stored(280, 0.6) - stored(280, 0.5), (0.1 * 1e5 * 0.1) / (R * 280));
  });
  it('sealed: diffuses in moles, J = −n D ∇x at uniform T', () => {
    const [region] = gas().system.regions;
    const xA = 0.4;
    const mean = xA * 0.1 + 0.6 * 0.05;
    const dwdx = (0.1 * 0.05) / mean ** 2;
    close(at(region!.transport[1]![1]!, { T: 300, 'w(A)': wOf(xA) }) * dwdx, (0.1 * 1e-5 * 1e5) / (R * 300));
  });
  it('open: diffuses in mass, barycentric', () => {
    const [region] = gas(boundary('left', p('x(A)', 0.5), p('temperature', 300)), boundary('right', p('temperature', 350))).system.regions;
    const here = { T: 300, 'w(A)': wOf(0.4) };
    close(at(region!.transport[1]![1]!, here), (1e-5 * 1e5 * (0.4 * 0.1 + 0.6 * 0.05)) / (R * 300));
    close(at(region!.storage[1]!, here), (wOf(0.4) * 1e5 * (0.4 * 0.1 + 0.6 * 0.05)) / (R * 300));
  });
});

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
      'the charges do not balance: c(Cl) would have to be 10.0000 mol/m³ here',
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

describe('gravity in a mixture', () => {
  it('makes the atmosphere: ∂ ln(x_A/x_B) = −(M_A − M_B) g/(R T) at rest', () => {
    const model = problem({
      substances: AB,
      media: [medium('mixture', 'g', ['A', 'B'], [p('pressure', 1e5), p('diffusion', 1e-5), p('conductivity', 0.03)])],
      initial: [p('temperature', 300), p('x(A)', 0.5)],
    });
    const { system } = formulated({ ...model, geometry: { ...model.geometry, properties: [p('gravity', 9.81)] } });
    const here = { T: 300, 'w(A)': 0.4 };
    const row = system.unknowns.findIndex(({ id }) => id === 'w(A)');
    const slope = at(system.regions[0]!.drift[row]!, here) / at(system.regions[0]!.transport[row]![row]!, here);
    close(slope / (0.4 * 0.6), (-(0.1 - 0.05) * 9.81) / (R * 300));
  });
  it('has no direction in a cylinder', () => {
    const model = problem({ media: [medium('solid', 'plate', [], [p('conductivity', 1)])], initial: [p('temperature', 300)] });
    expect(reasonsOf({ ...model, geometry: { ...model.geometry, shape: 'cylinder', properties: [p('gravity', 9.81)] } })).toEqual([
      'gravity has no direction in a cylinder',
    ]);
  });
});

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
      'the reaction split turns 100.0 g into 50.00 g',
    ]);
    expect(reasonsOf({ ...model, reactions: [{ ...model.reactions[0]!, products: [{ species: 'C', coefficient: 1 }] }] })).toEqual([
      'no medium holds all of A, C, so the reaction split takes place nowhere',
    ]);
  });
});

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
});
