/** Hover on a coefficient of thermodiffusion: the other conventions at the model's T and composition, and where the component goes. */
import { catalogue, usesIn } from '../../../solver/quantities/catalogue.js';
import { directionInWords, relatedProperties, type RelatedProperty } from '../../../solver/physics/index.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import { AstUtils } from 'langium';
import * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { typeset } from '../../units/spelling.js';
import { stateText } from '../../validation/coefficients/states.js';
import { componentNames, isMedium, type Medium } from '../../validation/model-view.js';
import { componentState, conversions, localPhysics, viewOf } from './local-physics.js';

export const isRelated = (name: string): name is RelatedProperty => (relatedProperties as readonly string[]).includes(name);

/** Shown in hovers; the Onsager coefficient belongs to its matrix. */
const shown = (property: RelatedProperty): boolean => property !== 'onsager';

export function coefficientHover(property: ast.Property, services: SoretServices): string[] {
  const medium = property.$container;
  const component = property.args.map((argument) => argument.$refText).find((name) => name !== 'heat');
  if (!isMedium(medium) || component === undefined || !isRelated(property.key)) return [];
  const physics = localPhysics(medium, services);
  const known = physics && componentState(physics, component);
  if (!physics || !known) return [];
  const rows = conversions(physics, known)
    .filter(({ property: name }) => shown(name))
    .map(
      ({ property: name, value }) => `| ${catalogue[name].symbol ?? name} | ${numeral(value)} ${unitOf(name)} | ${catalogue[name].title} |`,
    );
  return [
    `${directionInWords(code(component), known.soret)}.`,
    ...literature(medium, component, known.soret, services),
    `At ${stateText(physics.state)}:`,
    ['| | | |', '|---|---|---|', ...rows].join('\n'),
  ];
}

export const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

function unitOf(name: RelatedProperty): string {
  const use = [...usesIn(name, 'mixture', 1), ...usesIn(name, 'solution', 1)][0];
  const quantity = use?.quantities?.[0];
  if (quantity === undefined || quantity === 'measure' || quantity === 'argument') return '';
  const unit = quantities[quantity].units[0]!;
  return unit === '1' ? '' : typeset(unit);
}

/** What an imported medium of the same components says, with its citation and how far the two are apart. */
function literature(medium: Medium, component: string, soret: number, services: SoretServices): string[] {
  const model = viewOf(AstUtils.getDocument(medium), services);
  const same = (entry: Medium) =>
    entry.$type === medium.$type &&
    entry !== medium &&
    [...componentNames(entry)].sort().join() === [...componentNames(medium)].sort().join();
  return model.meaning
    .importedMedia()
    .filter(same)
    .flatMap((entry) => {
      const physics = localPhysics(entry, services, model);
      const known = physics && componentState(physics, component);
      if (!known) return [];
      const cited = entry.properties.find((property) => property.key === 'reference')?.value;
      const source = ast.isText(cited) ? `, _${cited.value}_` : '';
      const deviation = known.soret === 0 ? '' : `; this value differs by ${numeral((soret / known.soret - 1) * 100, 3)} %`;
      return [`Library ${code(entry.name)}: S_T = ${numeral(known.soret)} 1/K${source}${deviation}.`];
    });
}
