import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import type { Medium } from '../../model-view.js';
import * as ast from '../../../generated/ast.js';

export const componentTwice = diagnostic({
  code: 'conflict/component-twice',
  severity: 'error',
  title: 'Component listed twice, or alone',
  doc: 'A mixture has at least two components, all different; a solute is not also the solvent.',
  bad: 'species A { molar_mass = 46 g/mol }\nmixture m of A, A { diffusion = 1e-9 m^2/s }\n',
  good: 'species A { molar_mass = 46 g/mol }\nspecies B { molar_mass = 18 g/mol }\nmixture m of A, B { diffusion = 1e-9 m^2/s }\n',
});

export function* componentsMustDiffer(medium: Medium): Findings {
  if (ast.isSolid(medium)) return;
  const seen = new Map<string, number>();
  for (const [i, species] of medium.species.entries()) {
    const name = species.$refText;
    const first = seen.get(name);
    if (first !== undefined) {
      yield {
        at: part(medium, 'species', i),
        message: `${name} is listed twice.`,
        advice: 'list each component once',
        related: [{ at: part(medium, 'species', first), message: 'listed here first' }],
      };
    } else seen.set(name, i);
    if (!ast.isMixture(medium) && medium.solvent.$refText === name) {
      yield {
        at: part(medium, 'solvent'),
        message: `${name} is both dissolved and the ${ast.isSolution(medium) ? 'solvent' : 'fluid'}.`,
        advice: 'name another one, or declare a mixture',
      };
    }
  }
  if (ast.isMixture(medium) && medium.species.length === 1) {
    yield {
      at: part(medium, 'species', 0),
      message: 'A mixture has at least two components.',
      advice: `write mixture ${medium.name} of ${medium.species[0]!.$refText}, and the other one`,
    };
  }
}
