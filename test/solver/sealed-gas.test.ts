/** A sealed gas of unlike masses, whose matrix of diffusion has a negative entry on its diagonal in mass fractions. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from 'vitest';
import { loadModels } from '../../cli/model/load.js';
import type { FieldOutcome } from '../../solver/outcome.js';
import { solve } from '../../solver/solve.js';

const file = path.join(mkdtempSync(path.join(tmpdir(), 'soret-sealed-gas-')), 'gas.soret');

async function relaxed(right: string): Promise<FieldOutcome> {
  writeFileSync(
    file,
    `model "gas"
species A { molar_mass = 49.43 g/mol }
species B { molar_mass = 38.91 g/mol }
species C { molar_mass = 5.988 g/mol }
mixture m of A, B, C {
  pressure = 1.078 bar
  conductivity = 0.02496 W/(m*K)
  heat_capacity = 1232 J/(kg*K)
  maxwell_stefan(A, B) = 1.286e-5 m^2/s
  maxwell_stefan(A, C) = 5.54e-6 m^2/s
  maxwell_stefan(B, C) = 1.871e-5 m^2/s
}
geometry slab { length = 7 mm; medium = m }
initial {
  temperature = 366.9 K
  x(A) = 0.2309
  x(B) = 0.258 + 0.1032 * exp(-(x / (3.3 mm))^2)
}
boundary left { temperature = 366.9 K }
boundary right { ${right} }
transient run { until = 0.3 s; times = list(0.02 s, 0.1 s) }
measure A_left  = value(x(A), left)
measure A_right = value(x(A), right)
measure B_left  = value(x(B), left)
measure B_right = value(x(B), right)
measure slow_A  = relaxation_time(A)
measure slow_B  = relaxation_time(B)
`,
  );
  const [model] = await loadModels([file]);
  return solve(model!.problem!).outcomes[0] as FieldOutcome;
}

it('relaxes with heat that is balanced as it does at one temperature', async () => {
  const [balanced, isothermal] = [await relaxed('heat_flux = 1e-4 W/m^2'), await relaxed('temperature = 366.9 K')];
  expect(balanced.reason).toBeUndefined();
  expect(isothermal.reason).toBeUndefined();
  expect(Object.keys(balanced.fields)).toContain('T');
  for (const name of ['A_left', 'A_right', 'B_left', 'B_right'])
    balanced.measures[name]!.values.forEach((value, k) => expect(value).toBeCloseTo(isothermal.measures[name]!.values[k]!, 6));
  // There is something to relax: the two ends differ.
  expect(balanced.measures.B_left!.values[0]! - balanced.measures.B_right!.values[0]!).toBeGreaterThan(0.01);
});

it('has no time of relaxation of a species whose own entry is negative', async () => {
  const { measures, report } = await relaxed('temperature = 366.9 K');
  expect(measures.slow_A!.values[0]).toBeNaN();
  expect(measures.slow_B!.values[0]).toBeGreaterThan(0);
  expect(report.figures.filter(({ value }) => value < 0).map(({ name }) => name)).not.toContain('relaxation time of A');
});
