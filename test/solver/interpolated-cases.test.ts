/** Cases of a sweep that are interpolated lie within their error bars of what solving them gives; where that cannot be, all are solved. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import type { SweepCase, SweepOutcome } from '../../solver/outcome.js';
import type { Problem } from '../../solver/problem.js';
import { prepare, solve } from '../../solver/solve.js';

const folder = mkdtempSync(path.join(tmpdir(), 'soret-interpolated-'));

interface Parts {
  readonly soret: string;
  readonly study?: string;
  readonly sweep: string;
  readonly measures?: readonly string[];
}
/** A binary mixture between 300 K and 300 K + dT. */
async function cell({ soret, study = 'steady rest', sweep, measures = ['value(w(A), left)', 'heat_flux(left)'] }: Parts): Promise<Problem> {
  const file = path.join(folder, 'model.soret');
  writeFileSync(
    file,
    `model "cell"
param S  = 0.01 1/K from -0.1 1/K to 0.2 1/K
param dT = 10 K from 0.1 K to 80 K
param q  = 0.5 from 0 to 1
let all  = S * dT * q
species A { molar_mass = 30 g/mol }
species B { molar_mass = 50 g/mol }
mixture m of A, B {
  density       = 850 kg/m^3
  heat_capacity = 2900 J/(kg*K)
  conductivity  = 0.2 W/(m*K) * (1 + 2e-3 1/K * (T - 300 K))
  diffusion     = 8e-10 m^2/s
  soret(A)      = ${soret}
}
geometry slab { length = 1 mm; medium = m }
initial { temperature = 300 K; w(A) = 0.3 }
boundary left { temperature = 300 K }
boundary right { temperature = 300 K + dT }
${study}
sweep map { study = rest; ${sweep} }
${measures.map((formula, k) => `measure m${k} = ${formula}`).join('\n')}
measure used = all
`,
  );
  const [model] = await loadModels([file]);
  if (!model?.problem) throw new Error(model?.diagnostics.map(({ message }) => message).join('; '));
  return model.problem;
}

const mapOf = (model: Problem): SweepOutcome => {
  const outcome = solve(model, { studies: ['map'] }).outcomes.find(({ study }) => study === 'map');
  return outcome as SweepOutcome;
};
const everyCaseOf = (model: Problem): SweepOutcome =>
  mapOf({ ...model, studies: model.studies.map((study) => (study.kind === 'sweep' ? { ...study, interpolate: false } : study)) });

const solvedOf = ({ interpolated }: SweepOutcome): number => interpolated?.filter((yes) => !yes).length ?? Infinity;

const smooth: readonly (Parts & { title: string; most: number })[] = [
  {
    title: 'two parameters',
    soret: 'S * (1 - w(A))',
    sweep: 'vary(S) = linspace(0.002 1/K, 0.04 1/K, 25); vary(dT) = linspace(2 K, 50 K, 20)',
    most: 100,
  },
  {
    title: 'three parameters, of which nothing shows at the ends',
    soret: 'S * (1 - q * w(A))',
    sweep: 'vary(S) = linspace(-0.02 1/K, 0.05 1/K, 12); vary(dT) = linspace(1 K, 30 K, 10); vary(q) = linspace(0.05, 0.95, 11)',
    most: 600,
  },
  {
    title: 'an even function',
    soret: '0.01 1/K * (q - 0.5) ^ 2',
    sweep: 'vary(q) = linspace(0, 1, 41); vary(dT) = linspace(1 K, 20 K, 9)',
    most: 100,
  },
  {
    title: 'a transient, spread by ratios',
    soret: 'S',
    study: 'transient rest { until = 500 s }',
    sweep: 'vary(S) = logspace(1e-3 1/K, 0.02 1/K, 20); vary(dT) = linspace(2 K, 20 K, 8)',
    most: 70,
  },
];

describe('cases of a sweep', () => {
  it.each(smooth)('are interpolated within their errors: $title', async (parts) => {
    const model = await cell(parts);
    const [few, all] = [mapOf(model), everyCaseOf(model)];
    expect(few.status).toBe('ok');
    expect(solvedOf(few)).toBeLessThan(parts.most);
    expect(few.parameters).toEqual(all.parameters);
    expect(all.interpolated).toBeUndefined();
    for (const name of ['m0', 'm1']) {
      const [told, solved] = [few.measures[name]!, all.measures[name]!];
      const range = Math.max(...solved.values) - Math.min(...solved.values);
      const outside = [...solved.values].filter((value, k) => Math.abs(value - told.values[k]!) > told.errors[k]! + solved.errors[k]!);
      expect(outside.length).toBeLessThanOrEqual(0.01 * solved.values.length);
      expect(Math.max(...told.errors)).toBeLessThan(2e-6 * range);
    }
  });

  it.each([
    { title: 'a corner', soret: '0.005 1/K + max(S - 0.03 1/K, 0 1/K)', vary: 'vary(S) = linspace(0.001 1/K, 0.06 1/K, 41)' },
    { title: 'a corner near the end', soret: '0.005 1/K + max(S - 0.056 1/K, 0 1/K)', vary: 'vary(S) = linspace(0.001 1/K, 0.06 1/K, 41)' },
    { title: 'a narrow peak', soret: '0.01 1/K * (1 + 0.5 * exp(-((q - 0.37) / 0.03) ^ 2))', vary: 'vary(q) = linspace(0.02, 1, 50)' },
    { title: 'a root', soret: '0.01 1/K * sqrt(q)', vary: 'vary(q) = linspace(0, 1, 40)' },
  ])('are all solved where the parameter makes $title', async ({ soret, vary }) => {
    const model = await cell({ soret, sweep: `${vary}; vary(dT) = linspace(2 K, 20 K, 6)` });
    const [outcome, all] = [mapOf(model), everyCaseOf(model)];
    expect(outcome.interpolated).toBeUndefined();
    outcome.measures.m0!.values.forEach((value, k) =>
      expect(Math.abs(value - all.measures.m0!.values[k]!)).toBeLessThanOrEqual(
        outcome.measures.m0!.errors[k]! + all.measures.m0!.errors[k]!,
      ),
    );
  });

  it.each([
    { title: 'there are few', sweep: 'vary(S) = linspace(0 1/K, 0.02 1/K, 29)' },
    { title: 'lists go side by side', sweep: 'vary(S) = linspace(0 1/K, 0.02 1/K, 40); vary(dT) = linspace(1 K, 9 K, 40); paired = yes' },
    { title: 'the model says so', sweep: 'vary(S) = linspace(0 1/K, 0.02 1/K, 40); interpolate = no' },
  ])('are all solved where $title', async ({ sweep }) => {
    expect(mapOf(await cell({ soret: 'S', sweep })).interpolated).toBeUndefined();
  });

  it('come one by one, each once, solved ones first', async () => {
    const model = await cell(smooth[0]!);
    const running = prepare(model).running({ studies: ['map'] });
    const seen: SweepCase[] = [];
    let next = running.next();
    for (; !next.done; next = running.next()) if (next.value.case) seen.push(next.value.case);
    const outcome = next.value.outcomes.at(-1) as SweepOutcome;
    expect(seen.map(({ index }) => index).sort((a, b) => a - b)).toEqual(outcome.interpolated!.map((_, index) => index));
    const firstInterpolated = seen.findIndex(({ interpolated }) => interpolated);
    expect(seen.slice(firstInterpolated).every(({ interpolated }) => interpolated)).toBe(true);
    for (const { index, measures } of seen) expect(measures[0]).toBe(outcome.measures.m0!.values[index]);
  });

  it('that were solved are kept when the sweep is ended', async () => {
    const model = await cell(smooth[0]!);
    let asked = 0;
    const outcome = solve(model, { studies: ['map'], cancelled: () => ++asked > 40 }).outcomes[0] as SweepOutcome;
    expect(outcome.status).toBe('cancelled');
    const { values } = outcome.measures.m0!;
    expect(values.length).toBeGreaterThan(0);
    expect(values.length).toBeLessThan(500);
    expect(outcome.parameters.S!.values).toHaveLength(values.length);
  });

  it('name the case that has no solution', async () => {
    const model = await cell({ soret: '0.01 1/K * sqrt(q - 0.5)', sweep: 'vary(q) = linspace(0, 1, 40)' });
    expect(mapOf(model)).toMatchObject({ status: 'failed', reason: { message: expect.stringContaining('q = 0') } });
  });
});
