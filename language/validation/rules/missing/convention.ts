import { diagnostic } from '../../diagnostic.js';
import { head, type Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import { argumentNames, useOf } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const missingConvention = diagnostic({
  code: 'missing/convention',
  severity: 'error',
  title: 'Sign convention of Dᵀ not stated',
  doc: 'Published values of Dᵀ in kg/(m·s) come with either sign: Cantera and Fluent write the flux as −Dᵀ ∇ln T, others as +Dᵀ ∇ln T. The convention is asked for and never guessed.',
  bad: 'species A { molar_mass = 2 g/mol }\nspecies B { molar_mass = 28 g/mol }\nmixture g of A, B { density = 0.6 kg/m^3; diffusion = 8e-5 m^2/s; thermal_diffusion_coefficient(A) = 1e-6 kg/(m*s) }\n',
  good: 'species A { molar_mass = 2 g/mol }\nspecies B { molar_mass = 28 g/mol }\nmixture g of A, B { density = 0.6 kg/m^3; diffusion = 8e-5 m^2/s; thermal_diffusion_coefficient(A, convention = minus_grad_lnT) = 1e-6 kg/(m*s) }\n',
});

export function* conventionMustBeStated(property: ast.Property): Findings {
  const options = useOf(property)?.options ?? {};
  for (const [key, words] of Object.entries(options)) {
    if (property.options.some((o) => o.key === key)) continue;
    const form = (word: string) =>
      `${property.key}(${[...argumentNames(property), ...property.options.map((o) => `${o.key} = ${o.word}`), `${key} = ${word}`].join(', ')})`;
    yield {
      at: head(property),
      message: `${property.key} must state its ${key}: its sign depends on it.`,
      advice: `write ${words.map(form).join(' or ')}`,
      fixes: words.map((word) => ({ title: form(word), edits: [replace(head(property), form(word))] })),
    };
  }
}
