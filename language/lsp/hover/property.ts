/** Hover on a property: what it is, where it enters, its value in SI. */
import { AstUtils } from 'langium';
import { isPropertyName } from '../../../solver/quantities/catalogue.js';
import { quantities } from '../../../solver/quantities/quantity.js';
import type * as ast from '../../generated/ast.js';
import { usesHere } from '../../check/rules/property.js';
import type { SoretServices } from '../../services.js';
import { quantityInWords } from '../../units/spelling.js';
import { propertyDoc } from '../completion/properties.js';
import { coefficientHover } from './coefficient.js';
import { viewOf } from './local-physics.js';
import { siText } from './values.js';

export function propertyHover(property: ast.Property, services: SoretServices): string[] {
  if (!isPropertyName(property.key)) return [];
  const own = services.documentation.DocumentationProvider.getDocumentation(property);
  return [propertyDoc(property.key), ...(own ? [own] : []), ...valueLine(property, services), ...coefficientHover(property, services)];
}

/** The quantity wanted, and the value in SI when it needs no run. */
function valueLine(property: ast.Property, services: SoretServices): string[] {
  if (!isPropertyName(property.key)) return [];
  const names = usesHere(property, property.key).flatMap((use) => use.quantities ?? []);
  const first = names[0];
  if (first === undefined) return [];
  if (first === 'measure' || first === 'argument') return [];
  const value = viewOf(AstUtils.getDocument(property), services).meaning.value(property);
  const unit = quantities[first].units[0]!;
  const wanted = names.filter((name) => name !== 'measure' && name !== 'argument').map(quantityInWords);
  return [value === undefined ? `Measured in ${wanted.join(' or ')}.` : `SI: ${siText(value, unit)}`];
}
