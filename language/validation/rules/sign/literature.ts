import { disagreesInSign } from '../../coefficients/direction.js';
import { spelled } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { componentNames, solventName, type Medium, type ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';
import * as ast from '../../../generated/ast.js';

const model = (soret: string) =>
  `import "./measured.soret"\nmixture mine of ethanol, water {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n  soret(ethanol) = ${soret}\n}\n`;

export const literatureSign = diagnostic({
  code: 'sign/literature',
  severity: 'warning',
  title: 'Sign that contradicts the literature entry',
  doc: 'An imported library describes the same components, and there the component goes to the other side. Conventions of sign differ between papers and the sign belongs to the component that is named, so a value copied from a table easily ends up reversed. Where the sign really changes with temperature or composition the warning may be right to ignore.',
  bad: model('3.2e-3 1/K'),
  good: model('-3.2e-3 1/K'),
  files: {
    'measured.soret':
      'species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nmixture ethanol_water of water, ethanol {\n  density = 935 kg/m^3\n  diffusion = 4.5e-10 m^2/s\n  soret(ethanol) = -3.0e-3 1/K\n  reference = "Measurements of the example, 2020"\n}\n',
  },
});

export function* signShouldAgreeWithTheLiterature(node: Medium, view: ModelView): Findings {
  if (ast.isSolid(node) || node.$container !== view.root) return;
  for (const entry of view.meaning.importedMedia()) {
    if (entry.$type !== node.$type || !sameComponents(node, entry)) continue;
    for (const { own, component, toCold } of disagreesInSign(view.physical(node), view.physical(entry), view)) {
      const citation = cstText(view.property(entry, 'reference')?.value ?? entry).replaceAll('"', '');
      const [here, there] = toCold ? ['cold', 'hot'] : ['hot', 'cold'];
      yield {
        at: part(own.property, 'value'),
        message: `${spelled(own)} = ${cstText(own.property.value!)} sends ${component} to the ${here} side, but ${entry.name} of the library sends it to the ${there} side${view.property(entry, 'reference') ? ` (${citation})` : ''}.`,
        advice: 'check the sign convention of your source, and which component it names',
        related: [{ at: part(entry, 'name'), message: 'the entry of the library' }],
      };
    }
  }
}
function sameComponents(a: Medium, b: Medium): boolean {
  const [x, y] = [componentNames(a), componentNames(b)].map((names) => [...names].sort());
  return solventName(a) === solventName(b) && x!.length === y!.length && x!.every((name, i) => name === y![i]);
}
