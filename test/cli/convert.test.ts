/** Conversions to ten digits, and what is asked for when something is missing. */
import { describe, expect, test } from 'vitest';
import { runSoret } from './run-soret.js';

async function converted(...argv: string[]): Promise<number> {
  const { code, out, err } = await runSoret(['convert', ...argv]);
  if (code !== 0) throw new Error(err);
  return Number(/=\s*(\S+)/.exec(out)?.[1] ?? /^(\S+)/.exec(out)![1]);
}
const close = (got: number, wanted: number) => expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-10);

// Tetralin and dodecane, half and half by mass, 298.15 K: S_T = 9.5e-3 1/K, D = 6.21e-10 m²/s.
const at = ['--at', '298.15', 'K'];
const masses = ['--molar-mass', '132.21 g/mol, 170.34 g/mol'];

describe('the same coefficient in every convention', () => {
  test.each<[string, string[], number]>([
    ['D_T', ['9.5e-3', '1/K', 'to', 'D_T', '--diffusion', '6.21e-10', 'm^2/s'], 5.8995e-12],
    ['D_T in cm²/(s K)', ['9.5e-3', '1/K', 'to', 'D_T', 'cm^2/(s*K)', '--diffusion', '6.21e-10 m^2/s'], 5.8995e-8],
    ['alpha_T', ['9.5e-3', '1/K', 'to', 'alpha_T', ...at], 2.832425],
    ['alpha_T at 25 degC', ['9.5e-3', '1/K', 'to', 'alpha_T', '--at', '25', 'degC'], 2.832425],
    ['Q* per mole', ['9.5e-3', '1/K', 'to', 'Q_star', ...at], 7021.459864572],
    ['Q* in eV', ['9.5e-3', '1/K', 'to', 'Q*', 'eV', ...at], 0.07277230341704],
    ['Q* in kcal/mol', ['9.5e-3', '1/K', 'to', 'Q*', 'kcal/mol', ...at], 1.678169183693],
    ['molar k_T', ['9.5e-3', '1/K', 'to', 'k_T', ...at, '--w', '0.5', ...masses], 0.69686],
    ['S_T from eV', ['0.26', 'eV', 'to', 'S_T', '--at', '600', 'K'], 0.008381040865564],
    ['D^T of Cantera', ['5.9e-12', 'm^2/(s*K)', 'to', 'D^T', ...at, '--w', '0.5', '--density', '900', 'kg/m^3'], 3.95794125e-7],
    ['back from alpha_T', ['2.832425', 'alpha_T', 'to', 'S_T', ...at], 9.5e-3],
    ['a negative coefficient', ['-3.2e-3', '1/K', 'to', 'alpha_T', ...at], -3.2e-3 * 298.15],
  ])('%s', async (_name, argv, wanted) => {
    // k_T is tabulated to five digits.
    const got = await converted(...argv);
    if (wanted === 0.69686) expect(Math.abs(got / wanted - 1)).toBeLessThan(1e-5);
    else close(got, wanted);
  });
});

describe('units', () => {
  test.each<[string[], number]>([
    [['1.08e-2', 'cm^2/s', 'to', 'm^2/s'], 1.08e-6],
    [['0.26', 'eV', 'to', 'J'], 0.26 * 1.602176634e-19],
    [['25', 'degC', 'to', 'K'], 298.15],
  ])('%j', async (argv, wanted) => close(await converted(...argv), wanted));
});

describe('what is missing is asked for', () => {
  test.each<[string[], RegExp]>([
    [['9.5e-3', '1/K', 'to', 'alpha_T'], /give --at/],
    [['9.5e-3', '1/K', 'to', 'D_T'], /give --diffusion/],
    [['2.8', '1', 'to', 'S_T', '--at', '300 K'], /may be α_T or k_T/],
    [['9.5e-3', '1/K', 'to', 'kg'], /kg measures/],
    [['9.5e-3', '1/K', 'to', 'sorret'], /neither a unit nor a convention/],
    [['9.5e-3', '1/K', 'to', 'alpha_T', '--at', '5 kg'], /--at/],
  ])('%j', async (argv, message) => {
    const { code, err } = await runSoret(['convert', ...argv]);
    expect(err).toMatch(message);
    expect(code).toBe(2);
  });
});
