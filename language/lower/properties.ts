/** Properties → values in the first quantity that the catalogue names for them. */
import { isExact, number, operation, type Formula } from '../../solver/formula.js';
import type { PropertyValue } from '../../solver/problem.js';
import { isPropertyName, type PropertyName } from '../../solver/quantities/catalogue.js';
import { quantities } from '../../solver/quantities/quantity.js';
import { isBuiltinTarget } from '../check/rules/reference.js';
import { usesHere } from '../check/rules/property.js';
import { wordsOf } from '../catalogue/words.js';
import type * as ast from '../generated/ast.js';
import { perMole } from './calls.js';
import { lowerFormula } from './formula.js';
import type { Lowering } from './lowering.js';
import { originOf } from './origin.js';

/** Undefined for what is no property or has no value: the validation has said so. */
export function lowerProperty(property: ast.Property, lowering: Lowering): PropertyValue | undefined {
  const { key, value } = property;
  if (!value || !isPropertyName(key)) return undefined;
  return {
    name: key,
    of: property.args.map((argument) => argument.$refText),
    options: Object.fromEntries(property.options.map((option) => [option.key, option.word])),
    value: wordOf(property, key) ?? converted(property, key, lowerFormula(value, lowering), lowering),
    origin: originOf(property),
  };
}
export const lowerProperties = (properties: readonly ast.Property[], lowering: Lowering): PropertyValue[] =>
  properties.flatMap((property) => lowerProperty(property, lowering) ?? []);

/** A word or a text. A declared name does not hide a word. */
function wordOf(property: ast.Property, key: PropertyName): Extract<PropertyValue['value'], { kind: 'word' }> | undefined {
  const { value } = property;
  if (value?.$type === 'Text') return { kind: 'word', word: value.value };
  if (value?.$type !== 'Ref') return undefined;
  const word = value.target.$refText;
  const taken = usesHere(property, key).some(
    (use) => wordsOf(use).includes(word) || (use.value !== undefined && !isBuiltinTarget(value.target.ref)),
  );
  return taken ? { kind: 'word', word } : undefined;
}

/** Other quantities that the catalogue allows, in the first one. */
function converted(property: ast.Property, key: PropertyName, formula: Formula, lowering: Lowering): Formula {
  const dimension = lowering.check.typeOf(property.value)?.dimension;
  const wants = usesHere(property, key).flatMap((use) => use.quantities ?? []);
  if (wants[0] === 'molarEnergy' && dimension === quantities.energy.dimension) return perMole(formula);
  if (wants[0] === 'specificHeat' && dimension === quantities.molarHeat.dimension) return perKilogram(property, formula, lowering);
  return formula;
}
function perKilogram(property: ast.Property, formula: Formula, lowering: Lowering): Formula {
  const molarMass = property.$container.properties.find((p) => p.key === 'molar_mass')?.value;
  if (!molarMass) {
    lowering.problem('missing/molar-mass', 'A heat capacity per mole needs the molar_mass of its species.', originOf(property));
    return formula;
  }
  const mass = lowerFormula(molarMass, lowering);
  return isExact(formula) && isExact(mass) ? number(formula.value / mass.value) : operation('divide', formula, mass);
}
