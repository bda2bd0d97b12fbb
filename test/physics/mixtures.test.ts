import { describe, expect, it } from 'vitest';
import { at, close, R } from './evaluation.js';
import { boundary, formulated, medium, p, problem, reasonsOf, species, x } from './model.js';
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
