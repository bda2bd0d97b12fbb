import { byStatement, comparisons, nearestOf } from '../../coefficients/literature.js';
import { isConstant } from '../../coefficients/digits.js';
import { spelled } from '../../coefficients/thermodiffusion.js';
import { diagnostic } from '../../diagnostic.js';
import { part, type Findings } from '../../finding.js';
import { replace } from '../../fixes.js';
import type { Medium, ModelView } from '../../model-view.js';
import { cstText } from '../../text.js';

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

/** Entries that disagree among themselves say nothing of the sign. */
export function* signShouldAgreeWithTheLiterature(node: Medium, view: ModelView): Findings {
  if (!view.isOwn(node)) return;
  for (const group of byStatement(comparisons(node, view))) {
    if (group.some(({ ratio, component }) => component === undefined || !(ratio < 0))) continue;
    const { own, component, entry, citation, value } = nearestOf(group);
    const text = cstText(own.property.value!);
    // Every coefficient of thermodiffusion is positive towards the cold side of its component.
    const [here, there] = value > 0 ? ['cold', 'hot'] : ['hot', 'cold'];
    const literal = isConstant(own.property.value, view) && /^[-+]?\s*[0-9.]/.test(text);
    const turned = text.startsWith('-') ? text.slice(1).trimStart() : `-${text.replace(/^\+\s*/, '')}`;
    yield {
      at: part(own.property, 'value'),
      message: `${spelled(own)} = ${text} sends ${component} to the ${here} side, but ${entry.name} of the library sends it to the ${there} side${citation ? ` (${citation})` : ''}.`,
      advice: 'check the sign convention of your source, and which component it names',
      related: group.map((one) => ({ at: part(one.entry, 'name'), message: 'the entry of the library' })),
      fixes: literal ? [{ title: `Write ${turned}`, edits: [replace(part(own.property, 'value'), turned)] }] : [],
    };
  }
}
