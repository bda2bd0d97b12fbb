import { catalogue, isPropertyName, usesIn } from '../../../../solver/quantities/catalogue.js';
import type { PropertyUse } from '../../../../solver/quantities/property.js';
import { diagnostic } from '../../diagnostic.js';
import { head, part, type Findings, type Fix } from '../../finding.js';
import { replace } from '../../fixes.js';
import { blockKind, componentNames, isMedium, type ModelView } from '../../model-view.js';
import type * as ast from '../../../generated/ast.js';

export const wrongArguments = diagnostic({
  code: 'name/arguments',
  severity: 'error',
  title: 'Component missing, or one too many, in the parentheses',
  doc: 'A coefficient of thermodiffusion belongs to the component that it names: `soret(ethanol)`. In a binary mixture the other component has the opposite sign, so a Soret coefficient without a name would mean two things.',
  bad: 'species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nmixture gin of ethanol, water { diffusion = 4.5e-10 m^2/s; soret = -3.2e-3 1/K }\n',
  good: 'species ethanol { molar_mass = 46.07 g/mol }\nspecies water { molar_mass = 18.015 g/mol }\nmixture gin of ethanol, water { diffusion = 4.5e-10 m^2/s; soret(ethanol) = -3.2e-3 1/K }\n',
});

const shown = (name: string, use: PropertyUse): string => (use.arguments?.length ? `${name}(${use.arguments.join(', ')})` : name);

export function* propertyMustNameWhatItBelongsTo(property: ast.Property, model: ModelView): Findings {
  const block = property.$container;
  if (!isPropertyName(property.key)) return;
  const uses = usesIn(property.key, blockKind(block));
  if (uses.length === 0 || uses.some((use) => (use.arguments?.length ?? 0) === property.args.length)) return;
  const forms = [...new Set(uses.map((use) => shown(property.key, use)))].join(' or ');
  const fixes: Fix[] = [];
  if (property.args.length === 0 && uses.some((use) => use.arguments?.length === 1 && use.arguments[0] === 'component')) {
    const components = isMedium(block) ? componentNames(block) : model.componentsInUse();
    for (const name of components.slice(0, 4)) {
      fixes.push({ title: `${property.key}(${name})`, edits: [replace(part(property, 'key'), `${property.key}(${name})`)] });
    }
  }
  if (property.args.length > 0 && uses.every((use) => !use.arguments?.length)) {
    fixes.push({ title: `Write ${property.key} alone`, edits: [replace(head(property), property.key)] });
  }
  yield {
    at: head(property),
    message:
      property.args.length === 0
        ? `${property.key} (${catalogue[property.key].title}) must say whose it is.`
        : `${property.key} is given for ${property.args.length} name${property.args.length > 1 ? 's' : ''} here.`,
    advice: `write ${forms}`,
    fixes,
  };
}
