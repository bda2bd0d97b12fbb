import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { remove } from '../../fixes.js';
import type { ModelView } from '../../model-view.js';
import { nearest, didYouMean } from '../../nearest.js';
import type * as ast from '../../../generated/ast.js';

export const reactionEquation = diagnostic({
  code: 'physics/reaction',
  severity: 'error',
  title: 'Reaction that is incomplete or takes place nowhere',
  doc: 'A reaction has one equation, `2 A + B -> C`, whose species are components of the media in the geometry. A side may be empty: `A ->` is a decay. Mass is conserved in a mixture.',
  bad: 'species A { molar_mass = 50 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of A in W { diffusion(A) = 1e-9 m^2/s }\ngeometry slab { length = 1 mm; medium = s }\nsource { reaction decay { rate = 1e-3 1/s * c(A) } }\n',
  good: 'species A { molar_mass = 50 g/mol }\nspecies W { molar_mass = 18 g/mol }\nsolution s of A in W { diffusion(A) = 1e-9 m^2/s }\ngeometry slab { length = 1 mm; medium = s }\nsource { reaction decay { A ->; rate = 1e-3 1/s * c(A) } }\n',
});

export function* reactionMustHaveOneEquation(reaction: ast.Reaction, model: ModelView): Findings {
  if (reaction.equations.length === 0) {
    yield { at: part(reaction, 'name'), message: `The reaction ${reaction.name} has no equation.`, advice: 'write 2 A + B -> C' };
  }
  for (const [i, equation] of reaction.equations.slice(1).entries()) {
    yield {
      at: equation,
      message: `A reaction has one equation; this is number ${i + 2}.`,
      advice: 'declare another reaction',
      related: [{ at: reaction.equations[0]!, message: 'the first equation' }],
      fixes: [{ title: 'Remove this one', edits: [remove(equation)] }],
    };
  }
  const components = model.componentsInUse();
  for (const equation of reaction.equations) {
    if (equation.reactants.length + equation.products.length === 0) {
      yield { at: equation, message: 'Nothing reacts here.', advice: 'write A -> B' };
    }
    for (const term of [...equation.reactants, ...equation.products]) {
      const name = term.species.$refText;
      if (components.length === 0 || components.includes(name)) continue;
      yield {
        at: part(term, 'species'),
        message: `${name} is in no medium of the geometry.`,
        advice: didYouMean(nearest(name, components)) ?? `the components are ${components.join(', ')}`,
      };
    }
  }
}
