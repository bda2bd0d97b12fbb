import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import { componentNames, wordOf, type ModelView } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const missingMolarMass = diagnostic({
  code: 'missing/molar-mass',
  severity: 'error',
  title: 'Molar mass missing',
  doc: 'Heats of transport, mole fractions, thermal diffusion ratios, Dufour heat and gases need the molar masses of the components.',
  bad: 'species A { }\nspecies B { molar_mass = 28 g/mol }\nmixture m of A, B { density = 1 kg/m^3; diffusion = 1e-5 m^2/s; heat_of_transport(A) = 2 kJ/mol }\n',
  good: 'species A { molar_mass = 2 g/mol }\nspecies B { molar_mass = 28 g/mol }\nmixture m of A, B { density = 1 kg/m^3; diffusion = 1e-5 m^2/s; heat_of_transport(A) = 2 kJ/mol }\n',
});

const needing = ['heat_of_transport', 'thermal_diffusion_ratio', 'onsager', 'pressure', 'dufour'];

export function* molarMassMustBeKnownWhereItEnters(medium: ast.Mixture, model: ModelView): Findings {
  const reason =
    model.properties(medium, ...needing).find((p) => wordOf(p) !== 'off') ?? medium.properties.find((p) => wordOf(p) === 'kinetic');
  if (!reason) return;
  for (const [i, name] of componentNames(medium).entries()) {
    const substance = model.named(name);
    if (!ast.isSpecies(substance) || model.property(substance, 'molar_mass')) continue;
    yield {
      at: part(medium, 'species', i),
      message: `The molar mass of ${name} is not known, but ${reason.key} needs it.`,
      advice: `write molar_mass = … g/mol in species ${name}`,
      related: [
        { at: part(substance, 'name'), message: `${name} is declared here` },
        { at: head(reason), message: 'this needs it' },
      ],
    };
  }
}
