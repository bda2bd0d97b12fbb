import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { renamed } from '../../fixes.js';
import { componentNames, isMedium, solventName, useOf, type Medium, type ModelView } from '../../model-view.js';
import { didYouMean, nearest } from '../../nearest.js';
import * as ast from '../../../generated/ast.js';

export const notAComponent = diagnostic({
  code: 'name/not-a-component',
  severity: 'error',
  title: 'Not a component of this medium',
  doc: 'A property names one of the components that the medium is declared `of`. The solvent of a solution has no coefficient of its own: the solutes move through it. In the initial state, at the walls and in sources any component of the media in the geometry may be named.',
  bad: 'species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nspecies salt { molar_mass = 58.44 g/mol }\nmixture gin of ethanol, water { diffusion = 4.5e-10 m^2/s; soret(salt) = 2e-3 1/K }\n',
  good: 'species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nmixture gin of ethanol, water { diffusion = 4.5e-10 m^2/s; soret(ethanol) = -3.2e-3 1/K }\n',
});

export function* componentMustBelongToItsMedium(property: ast.Property, model: ModelView): Findings {
  const block = property.$container;
  const kinds = useOf(property)?.arguments;
  if (!kinds || property.args.length === 0) return;
  const medium = isMedium(block) ? block : undefined;
  if (!medium && model.mediaInUse().length === 0) return;
  const components = medium ? componentNames(medium) : model.componentsInUse();
  for (const [i, argument] of property.args.entries()) {
    if (kinds[i] !== 'component' && kinds[i] !== 'component or heat') continue;
    const name = argument.$refText;
    if (components.includes(name) || (kinds[i] === 'component or heat' && name === 'heat')) continue;
    const meant = nearest(name, components);
    yield {
      at: part(property, 'args', i),
      message: medium
        ? `${name} is not a component of ${medium.name}${solventRemark(medium, name)}.`
        : `${name} is in no medium of the geometry.`,
      advice: [didYouMean(meant), components.length > 0 ? `the components are ${components.join(', ')}` : 'the medium has no components']
        .filter(Boolean)
        .join(' '),
      fixes: (meant ? [meant] : components.slice(0, 4)).map((c) => renamed(part(property, 'args', i), c, `Use ${c}`)),
    };
  }
}
const solventRemark = (medium: Medium, name: string): string =>
  solventName(medium) === name ? ` but its ${ast.isSolution(medium) ? 'solvent' : 'fluid'}` : '';
