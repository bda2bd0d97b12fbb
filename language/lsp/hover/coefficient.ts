/** Hover on a coefficient of thermodiffusion: the other conventions at the model's T and composition, and where the component goes. */
import { catalogue, usesIn } from '../../../solver/quantities/catalogue.js';
import { relatedProperties, type RelatedProperty } from '../../../solver/physics/index.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import type * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { roundedText } from '../../units/convert.js';
import { typeset } from '../../units/spelling.js';
import { stateText } from '../../validation/coefficients/states.js';
import { isMedium } from '../../validation/model-view.js';
import { componentState, conversions, localPhysics } from './local-physics.js';

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
      ({ property: name, value }) =>
        `| ${catalogue[name].symbol ?? name} | ${roundedText(value)} ${unitOf(name)} | ${catalogue[name].title} |`,
    );
  return [direction(component, known.soret), `At ${stateText(physics.state)}:`, ['| | | |', '|---|---|---|', ...rows].join('\n')];
}

/** S_T > 0 sends the component to the cold side. */
export const direction = (component: string, soret: number): string =>
  soret === 0 ? `${code(component)} stays where it is.` : `${code(component)} goes to the **${soret > 0 ? 'cold' : 'hot'}** side.`;
export const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

function unitOf(name: RelatedProperty): string {
  const use = [...usesIn(name, 'mixture', 1), ...usesIn(name, 'solution', 1)][0];
  const quantity = use?.quantities?.[0];
  if (quantity === undefined || quantity === 'measure' || quantity === 'argument') return '';
  const unit = quantities[quantity].units[0]!;
  return unit === '1' ? '' : typeset(unit);
}
