/** Hover on a coefficient of thermodiffusion: the other conventions at the model's T and composition, and where the component goes. */
import { AstUtils } from 'langium';
import { directionInWords, relatedProperties, type RelatedProperty } from '../../../solver/physics/index.js';
import { catalogue, usesIn } from '../../../solver/quantities/catalogue.js';
import { numeral } from '../../../solver/quantities/numeral.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import type * as ast from '../../generated/ast.js';
import type { SoretServices } from '../../services.js';
import { typeset } from '../../units/spelling.js';
import { unitOf as unitOfStated } from '../../validation/coefficients/agreement.js';
import { componentState, conversions } from '../../validation/coefficients/conventions.js';
import { comparisons } from '../../validation/coefficients/literature.js';
import { primedConventions, primedState, type PrimedState } from '../../validation/coefficients/primed.js';
import { stateText } from '../../validation/coefficients/states.js';
import { isMedium, type Medium, type ModelView } from '../../validation/model-view.js';
import { localPhysics, viewOf } from './local-physics.js';

export const isRelated = (name: string): name is RelatedProperty => (relatedProperties as readonly string[]).includes(name);

/** Shown in hovers; the Onsager coefficient belongs to its matrix. */
const shown = (property: RelatedProperty): boolean => property !== 'onsager';

export function coefficientHover(property: ast.Property, services: SoretServices): string[] {
  const medium = property.$container;
  if (!isMedium(medium)) return [];
  const model = viewOf(AstUtils.getDocument(medium), services);
  return [...thermodiffusion(property, medium, services, model), ...literature(property, medium, model)];
}

function thermodiffusion(property: ast.Property, medium: Medium, services: SoretServices, model: ModelView): string[] {
  const component = property.args.map((argument) => argument.$refText).find((name) => name !== 'heat');
  const physics = component !== undefined && statesThermodiffusion(property) ? localPhysics(medium, services, model) : undefined;
  if (!physics || component === undefined) return [];
  const known = isRelated(property.key) ? componentState(physics, component) : undefined;
  const primed = primedState(physics);
  const i = primed?.names.indexOf(component) ?? -1;
  const soret = known?.soret ?? primed?.soret[i];
  if (soret === undefined) return [];
  const rows = [
    ...(known ? conversions(physics, known) : [])
      .filter(({ property: name }) => shown(name))
      .map(({ property: name, value }) => row(catalogue[name].symbol ?? name, value, unitOf(name), catalogue[name].title)),
    ...(primed && i >= 0 ? primedRows(primed, i, known !== undefined) : []),
  ];
  return [
    `${directionInWords(code(component), soret)}.`,
    `At ${stateText(physics.state)}:`,
    ['| | | |', '|---|---|---|', ...rows].join('\n'),
  ];
}
const statesThermodiffusion = ({ key, args }: ast.Property): boolean =>
  (isRelated(key) && (key !== 'onsager' || args.some((a) => a.$refText === 'heat'))) ||
  key === 'thermodiffusion_prime' ||
  key === 'soret_prime';
const row = (symbol: string, value: number, unit: string, title: string): string =>
  `| ${symbol} | ${numeral(value)}${unit && ` ${unit}`} | ${title} |`;

/** The primed coefficients; with three or more components the pair with the last one and the cross coefficient too. */
function primedRows(state: PrimedState, i: number, binary: boolean): string[] {
  return primedConventions.flatMap((convention) => {
    const value = convention.value(state, i);
    const args = convention.arguments(state.names, i);
    const isPrimed = args?.length === 1;
    if (value === undefined || !Number.isFinite(value) || !args || (binary && !isPrimed)) return [];
    const { symbol, title } = catalogue[convention.property];
    const of = isPrimed ? '' : ` (${args.join(', ')})`;
    return [row(`${symbol ?? ''}${of}`, value, typeset(quantities[convention.quantity].units[0]!), title)];
  });
}

export const code = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

function unitOf(name: RelatedProperty): string {
  const use = [...usesIn(name, 'mixture', 1), ...usesIn(name, 'solution', 1)][0];
  const quantity = use?.quantities?.[0];
  if (quantity === undefined || quantity === 'measure' || quantity === 'argument') return '';
  const unit = quantities[quantity].units[0]!;
  return unit === '1' ? '' : typeset(unit);
}

/** What imported media of the same components say of the same coefficient, with citation and how far the two are apart. */
function literature(property: ast.Property, medium: Medium, model: ModelView): string[] {
  return comparisons(medium, model)
    .filter(({ own }) => own.property === property)
    .map(({ own, entry, citation, ratio, value, uncertainty }) => {
      const theirs = value / ratio;
      const error = uncertainty === undefined ? '' : ` ± ${numeral(Math.abs(theirs) * uncertainty, 2)}`;
      const unit = typeset(unitOfStated(own));
      const deviation = ratio < 0 ? 'this value has the other sign' : `this value differs by ${numeral((ratio - 1) * 100, 3)} %`;
      return `Library ${code(entry.name)}: ${`${numeral(theirs)}${error} ${unit}`.trim()}${citation ? `, _${citation}_` : ''}; ${deviation}.`;
    });
}
