import { toleranceOf } from '../../coefficients/digits.js';
import { spelled } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import { componentNames, type ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import type * as ast from '../../../generated/ast.js';

const medium = (last: string) =>
  `species A { molar_mass = 132 g/mol }\nspecies B { molar_mass = 134 g/mol }\nspecies C { molar_mass = 170 g/mol }\nmixture m of A, B, C {\n  density = 870 kg/m^3\n  diffusion(A, A) = 6e-10 m^2/s\n  diffusion(B, B) = 8e-10 m^2/s\n  thermodiffusion_prime(A) = 7.2e-13 m^2/(s*K)\n  thermodiffusion_prime(B) = -2.2e-13 m^2/(s*K)\n${last}}\n`;

export const closure = diagnostic({
  code: 'onsager/closure',
  severity: 'error',
  title: 'Primed coefficients that do not add up to zero',
  doc: 'The fluxes of all components relative to the centre of mass add up to zero, so Σ D′_T,i = 0 and Σ S′_T,i = 0. The coefficient of the last component is minus the sum of the others; it may be given as a check and is compared within the digits written.',
  bad: medium('  thermodiffusion_prime(C) = -9.0e-13 m^2/(s*K)\n'),
  good: medium('  thermodiffusion_prime(C) = -5.0e-13 m^2/(s*K)\n'),
});

export function* primedCoefficientsMustAddUpToZero(mixture: ast.Mixture, model: ModelView): Findings {
  const components = componentNames(mixture);
  for (const key of ['thermodiffusion_prime', 'soret_prime']) {
    const given = components.map((name) => model.property(mixture, key, name));
    if (components.length < 3 || given.some((p) => p === undefined)) continue;
    const all = given.map((p) => p!);
    const values = all.map((p) => model.meaning.value(p));
    if (values.some((v) => v === undefined)) continue;
    const sum = values.reduce((total: number, v) => total + v!, 0);
    const slack = all.reduce((total, p, i) => total + Math.abs(values[i]!) * toleranceOf(p.value, model), 0);
    if (Math.abs(sum) <= slack) continue;
    const last = all.at(-1)!;
    const wanted = values.at(-1)! - sum;
    yield {
      at: part(last, 'value'),
      message: `${key} of all components must add up to zero, but the sum is ${numeral(sum, 3)} (SI).`,
      advice: `the others make it ${numeral(wanted, 4)} (SI); leave it out and it follows`,
      related: all.slice(0, -1).map((p) => ({ at: part(p, 'value'), message: `${spelled({ property: p })} is stated here` })),
      fixes: [{ title: `Remove ${spelled({ property: last })}`, edits: [remove(last)] }],
    };
  }
}
