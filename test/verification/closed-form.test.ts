/** The closed forms that results carry: where they apply, that they are right, and that they are left out where they do not apply. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { FieldOutcome } from '../../solver/outcome.js';
import { solve } from '../../solver/solve.js';
import { lowered } from '../language/session.js';
import { coleHopf, heatedSlab } from './closed-forms/transient.js';

const source = (name: string): string => readFileSync(path.join(import.meta.dirname, 'models', `${name}.soret`), 'utf8');
async function outcomeOf(text: string, study: string): Promise<FieldOutcome> {
  const outcome = solve(await lowered(text), { studies: [study] }).outcomes.find((o) => o.study === study);
  if (outcome?.kind !== 'steady' && outcome?.kind !== 'transient') throw new Error(`${study} has no fields`);
  expect(outcome.reason).toBeUndefined();
  return outcome;
}

/** Model, study, field, largest deviation of the solver. */
const known: readonly (readonly [model: string, study: string, field: string, within: number])[] = [
  ['V01-dilute-slab', 'rest', 'T', 1e-11],
  ['V01-dilute-slab', 'rest', 'c(solute)', 1e-13],
  ['V02a-binary-slab', 'rest', 'w(A)', 1e-13],
  ['V02b-binary-slab', 'rest', 'w(A)', 1e-8],
  // With Dufour's effect T is not linear; the composition follows the computed T all the same.
  ['V03-relaxation-time', 'rest', 'w(A)', 1e-13],
  ['V09a-two-layers', 'rest', 'T', 1e-11],
  ['V13-annulus', 'rest', 'T', 1e-5],
  ['V13-annulus', 'rest', 'c(S)', 1e-7],
  ['V14-shell', 'rest', 'T', 1e-5],
  ['V14-shell', 'rest', 'c(S)', 1e-7],
  ['V16-convective-faces', 'rest', 'T', 1e-10],
  ['V23-two-bulbs', 'rest', 'T', 1e-10],
  ['V44-relaxation-sphere', 'rest', 'w(A)', 1e-13],
  ['cole-hopf', 'relax', 'T', 1e-10],
  ['cole-hopf', 'relax', 'w(A)', 2e-6],
  ['finite-lewis', 'relax', 'T', 1e-5],
  ['strong-colloid', 'rest', 'c(P)', 1e-12],
  ['strong-colloid', 'relax', 'T', 1e-5],
];

describe('closed forms in results', () => {
  test.each(known)('%s: %s of %s', async (model, study, field, within) => {
    const outcome = await outcomeOf(source(model), study);
    const closed = outcome.closedForm?.[field];
    expect(closed?.values).toHaveLength(outcome.times.length);
    expect(closed?.deviation).toBeLessThan(within);
    // The deviation is what a reader of both would find.
    const found = outcome.fields[field]?.values ?? [];
    const largest = found.reduce(
      (most, profile, k) => profile.reduce((m, v, i) => Math.max(m, Math.abs(v - (closed?.values[k]?.[i] ?? NaN))), most),
      0,
    );
    expect(closed?.deviation).toBe(largest);
  });

  test('the series of a binary mixture is that of Hopf and Cole', async () => {
    const outcome = await outcomeOf(source('cole-hopf'), 'relax');
    const closed = outcome.closedForm?.['w(A)'];
    const cell = { D: 1e-9, a: 0.05 * 60_000, L: 1e-3, w0: 0.3 };
    for (const [k, t] of outcome.times.entries()) {
      if (t === null || t < 1) continue;
      for (const i of [0, 50, 100, 200]) {
        const x = outcome.coordinate.values[i] ?? NaN;
        expect(closed?.values[k]?.[i]).toBeCloseTo(coleHopf(x, t, cell), 7);
      }
    }
  });

  test('the series of heat is that of Fourier', async () => {
    const outcome = await outcomeOf(source('finite-lewis'), 'relax');
    const closed = outcome.closedForm?.['T'];
    const [first, last] = [outcome.fields['T']?.values.at(-1)?.[0] ?? NaN, outcome.fields['T']?.values.at(-1)?.at(-1) ?? NaN];
    const text = source('finite-lewis');
    const number = (pattern: RegExp): number => Number(pattern.exec(text)?.[1]);
    const a =
      number(/conductivity\s*=\s*([\d.e-]+)/) / (number(/density\s*=\s*([\d.e-]+)/) * 1000 * number(/heat_capacity\s*=\s*([\d.e-]+)/));
    const k = outcome.times.length - 1;
    const t = outcome.times[k] ?? NaN;
    const L = outcome.coordinate.values.at(-1) ?? NaN;
    for (const i of [20, 100, 170]) {
      const x = outcome.coordinate.values[i] ?? NaN;
      expect(closed?.values[k]?.[i]).toBeCloseTo(heatedSlab(x, t, { a, L, T0: first, dT: last - first }), 4);
    }
  });

  test('a dilute suspension that settles follows Mason and Weaver', async () => {
    const settling = `
      species  water   { molar_mass = 18 g/mol }
      particle grain { diameter = 60 nm; density = 2000 kg/m^3 }
      suspension s of grain in water {
        density = 1000 kg/m^3; viscosity = 1e-3 Pa*s; conductivity = 0.6 W/(m*K); heat_capacity = 4 kJ/(kg*K)
        diffusion(grain) = 7e-12 m^2/s; soret(grain) = 0 1/K
      }
      geometry slab { length = 5 mm; medium = s; gravity = g_0 }
      initial        { temperature = 290 K; c(grain) = 1e-6 mol/m^3 }
      boundary left  { temperature = 290 K }
      boundary right { temperature = 290 K }
      steady rest
      transient fall { until = 10 d }
    `;
    const rest = await outcomeOf(settling, 'rest');
    const fall = await outcomeOf(settling, 'fall');
    const profile = rest.closedForm?.['c(grain)']?.values[0] ?? [];
    // Boltzmann: ln c falls linearly with height.
    const slope = (i: number): number => Math.log((profile[i + 50] ?? NaN) / (profile[i] ?? NaN));
    expect(slope(0)).toBeLessThan(-0.1);
    expect(slope(100)).toBeCloseTo(slope(0), 9);
    expect(rest.closedForm?.['c(grain)']?.deviation).toBeLessThan(1e-14);
    expect(fall.closedForm?.['c(grain)']?.deviation).toBeLessThan(1e-11);
  });

  test('a coarse run deviates from its closed form, and says so', async () => {
    const coarse = source('V02b-binary-slab')
      .replace(/steady rest.*/, 'steady rest { tolerance = 1e-2 }')
      .replace(/medium = (\w+)/, 'medium = $1; cells = 4; order = 1; scheme = volumes');
    const outcome = await outcomeOf(coarse, 'rest');
    expect(outcome.closedForm?.['w(A)']?.deviation).toBeGreaterThan(1e-6);
  });
});

describe('no closed form', () => {
  test.each([
    ['composition-dependent', 'rest', 'w(A)', 'S_T depends on the composition'],
    ['sign-change', 'rest', undefined, 'S_T depends on T'],
    ['V39-source', 'flow', undefined, 'matter is made'],
    ['oscillating-wall', 'waves', 'T', 'a wall changes in time'],
    ['ternary-modes', 'rest', undefined, 'two compositions drive each other'],
    ['finite-lewis', 'relax', 'w(A)', 'T still changes'],
    ['V05-de-groot', 'relax', 'w(A)', 'S_T is made to depend on the composition'],
  ] as const)('%s, %s: none for %s, since %s', async (model, study, field, reason) => {
    expect(reason).not.toBe('');
    const { closedForm = {} } = await outcomeOf(source(model), study);
    expect(Object.keys(closedForm).filter((key) => (field === undefined ? /^[wcx]\(/.test(key) : key === field))).toEqual([]);
  });

  test('for a study that starts from another one', async () => {
    const text = `${source('V02a-binary-slab')}\ntransient after { start = rest; until = 100 s }`;
    expect((await outcomeOf(text, 'after')).closedForm).toBeUndefined();
  });
});
