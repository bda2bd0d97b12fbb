import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings } from '../../finding.js';
import type { ModelView } from '../../model-view.js';
import { numeral } from '../../../../solver/quantities/numeral.js';
import type * as ast from '../../../generated/ast.js';

/** Larger than any molecule that diffuses as one: proteins end near 10 nm. */
const largestMolecule = 20e-9;
/** Smaller than any particle: the size of small molecules. */
const smallestParticle = 0.5e-9;

export const particleOrMolecule = diagnostic({
  code: 'physics/particle-or-molecule',
  severity: 'warning',
  title: 'Particle treated as a molecule, or the reverse',
  doc: 'A `species` is a molecule: the Soret effect, a property of molecular transport. A `particle` is large against molecules: thermophoresis, a force of the surrounding fluid that depends on size and Knudsen number. In a gas a particle has a thermophoretic coefficient and no Soret coefficient; in a liquid (colloids, proteins, DNA) a measured one is common and welcome.',
  bad: 'species soot { molar_mass = 12 g/mol; diameter = 1 µm }\n',
  good: 'particle soot { diameter = 1 µm; density = 1800 kg/m^3 }\n',
});

export function* speciesShouldBeOfMolecularSize(species: ast.Species, model: ModelView): Findings {
  const property = model.property(species, 'diameter');
  const size = property && model.meaning.value(property);
  if (size === undefined || size <= largestMolecule) return;
  yield {
    at: part(property!, 'value'),
    message: `A species of ${numeral(size * 1e9, 6)} nm is no molecule but a particle: it moves by thermophoresis, not by the Soret effect.`,
    advice: `declare it as particle ${species.name} in a suspension`,
  };
}
export function* particleShouldBeLargerThanMolecules(particle: ast.Particle, model: ModelView): Findings {
  const property = model.property(particle, 'diameter');
  const size = property && model.meaning.value(property);
  if (size === undefined || size <= 0 || size >= smallestParticle) return;
  yield {
    at: part(property!, 'value'),
    message: `A particle of ${numeral(size * 1e9, 6)} nm is as small as a molecule: formulas for particles do not hold.`,
    advice: `declare it as species ${particle.name}`,
  };
}
/** A suspension with a pressure or a mean free path is one in a gas. */
export function* particleInAGasShouldHaveNoSoretCoefficient(suspension: ast.Suspension, model: ModelView): Findings {
  const gas = model.properties(suspension, 'pressure', 'mean_free_path')[0];
  if (!gas) return;
  for (const property of model.properties(suspension, 'soret')) {
    yield {
      at: head(property),
      message: 'A particle in a gas moves by thermophoresis, not by a Soret coefficient.',
      advice: 'write thermophoresis = talbot',
      related: [{ at: head(gas), message: 'this makes the fluid a gas' }],
    };
  }
}
