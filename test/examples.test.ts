/** Every example runs without a complaint, meets its expectations, and gives the numbers pinned here (SI, last output time). */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runDocument } from './cli/run-soret.js';

const folder = path.join(import.meta.dirname, '../examples');

type Pins = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** Relative deviation allowed: runs are good to 1e-6 of a field's range, measures to a little less. */
const within = 2e-5;

/** Example → study → measure. Those that a closed form gives are written as such. */
const pins: Pins = {
  'gin-and-tonic': {
    // logit w falls by S_T ΔT between the walls
    rest: { separation: -0.0076798427 },
    relax: { separation: -0.007246163 },
  },
  'metal-rod': {
    rest: { enrichment: Math.exp((-100e3 / 8.31446261815324) * (1 / 993.15 - 1 / 923.15)), tau: 30533.06 },
    anneal: { enrichment: 2.497581 },
  },
  'protein-channel': {
    rest: { hump: 0.05487426, x_hump: 100e-6 * ((298 - 278.15) / 40), response: 1e-8 / (Math.PI ** 2 * 1.1e-10) },
    relax: { hump: 0.05487465 },
  },
  'two-bulb-h2-co2': { rest: { separation: 0.021484166, alpha: 0.29876695 }, relax: { separation: 0.02148003 } },
  'two-bulb-n2-o2': { rest: { separation: 0.001818291, alpha: 0.02528198 }, relax: { separation: 0.001818267 } },
  'flame-hydrogen': { with_thermal_diffusion: { supply: 0.002316337 }, without: { supply: 0.001575865 } },
  magma: { rest: { enrichment: Math.tanh(0.075), tau: 1 / (Math.PI ** 2 * 1e-11) }, ages: { enrichment: 0.07474182 } },
  'dopant-wafer': {
    rest: { excess: Math.exp(((0.2 * 1.602176634e-19) / 1.380649e-23) * (1 / 773.15 - 1 / 783.15)) - 1 },
    soak: { excess: 0.03852194 },
    // the last case of the sweep: 1 eV
    what_if: { excess: Math.exp((1.602176634e-19 / 1.380649e-23) * (1 / 773.15 - 1 / 783.15)) - 1 },
  },
  'fuel-pellet': {
    operation: { OM_axis: 1.954101, OM_surface: 1.99996, T_axis: 1795.099 },
    rise: { OM_axis: 1.954101, OM_surface: 1.99996 },
  },
  'soot-deposition': { on_earth: { airborne: 0.1722957 }, in_orbit: { airborne: 4.137994e-5 } },
  'ternary-dcmix': {
    rest: { d_THN: 12e-3, d_IBB: -3.4e-3, d_nC12: -8.6e-3 },
    cell: { d_THN: 0.01199988, d_IBB: -0.003399993, d_nC12: -0.008599892 },
  },
  'onsager-reciprocity': {
    rest: { separation: 0.02375037, heat_in: 1299.773, sigma: 0.1462581 },
    relax: { separation: 0.02373807 },
  },
  'soret-from-dufour': { rest: { separation: 0.01423954 } },
  'solar-pond': {
    rest: { top_over_bottom: Math.exp(1e-3 * (-1.232 * 40 + 0.1128 * 1600 - (0.00087 * 208000) / 3)), tau: 4277161 },
    seasons: { top_over_bottom: 1.073452 },
  },
  // the fit is pinned below
  'zirconium-hydrogen': { rest: { ln_H: 2.247273 } },
  // one rod for all specimens: only its fits say something
  'zirconium-specimens': { rest: {} },
  'beam-deflection': { rise: { signal: 1.60119766, fringes: -68.4065625 } },
  'transient-grating': { grating: { signal: 1.60310027, closed_form: 1.602402775 } },
  'two-colour-ternary': { rest: { THN_found: 12e-3, IBB_found: -3.4e-3, worst: 109.440248128 } },
  'column-theory': {
    across: {
      // 2 tanh(S_T ΔT/4) of half: the walls lie symmetric about w = 1/2
      across_gap: Math.tanh((9.5e-3 * 6) / 4),
      along_column: 0.1122109,
      gain: 7.874449,
      duration: 9255.605,
    },
  },
};

/** Fitted parameters: published value, allowed relative deviation. */
const fitted: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, readonly [value: number, within: number]>>>>>> = {
  // Merlino (2019), specimen A46
  'zirconium-hydrogen': { fitted: { Q: [23200, 0.005] } },
};

const names = readdirSync(folder)
  .filter((file) => file.endsWith('.soret'))
  .map((file) => path.basename(file, '.soret'));

test('no example is without pins, and no pin without its example', () => expect(Object.keys(pins).sort()).toEqual(names.sort()));

describe.each(names)('%s', (name) => {
  test('runs, meets its expectations, gives the pinned numbers', async () => {
    const document = await runDocument(path.join(folder, `${name}.soret`));
    expect(document.diagnostics).toEqual([]);
    expect(document.expectations.filter((e) => !e.ok)).toEqual([]);
    expect(document.expectations.length + Object.keys(fitted[name] ?? {}).length).toBeGreaterThan(0);
    const deviating: object[] = [];
    for (const [study, outcome] of Object.entries(document.studies)) {
      expect({ study, status: outcome.status, warnings: outcome.warnings ?? [] }).toEqual({ study, status: 'ok', warnings: [] });
      expect(outcome.report.mass_drift).toBeLessThanOrEqual(1e-12);
      expect(outcome.report.entropy_production_min).toBeGreaterThanOrEqual(0);
    }
    for (const [study, measures] of Object.entries(pins[name] ?? {}))
      for (const [measure, wanted] of Object.entries(measures)) {
        const { values, errors } = document.studies[study]!.measures[measure]!;
        const got = values.at(-1)!;
        // Not closer than the run itself claims to be.
        if (!(Math.abs(got - wanted) <= Math.max(within * Math.abs(wanted), errors.at(-1)!)))
          deviating.push({ study, measure, wanted, got });
      }
    for (const [study, parameters] of Object.entries(fitted[name] ?? {}))
      for (const [parameter, [wanted, share]] of Object.entries(parameters)) {
        const got = document.studies[study]!.parameters![parameter]!.value!;
        if (!(Math.abs(got - wanted) <= share * wanted)) deviating.push({ study, parameter, wanted, got });
      }
    expect(deviating).toEqual([]);
  });
});
