/** Values of properties against the catalogue: `soret` needs 1/K, `medium` the name of a medium. */
import { dimension, dimensionless } from '../../../solver/quantities/dimension.js';
import { catalogue, isPropertyName, propertyNames, usesIn, type PropertyName } from '../../../solver/quantities/catalogue.js';
import type { BlockKind, PropertyUse } from '../../../solver/quantities/property.js';
import { quantities, type QuantityName } from '../../../solver/quantities/quantity.js';
import { wordsOf } from '../../catalogue/words.js';
import type * as ast from '../../generated/ast.js';
import { blockKindOf } from '../../scope/expectation.js';
import type { Judge } from '../judge.js';
import { between, partOf, rangeOf, rangeOfPart, replaced, textOf } from '../ranges.js';
import type { Type } from '../type.js';
import { want, wantedLike, wantedQuantity, type Suggestion, type Wanted } from './expected.js';

export function checkProperty(property: ast.Property, judge: Judge): void {
  const { key, value } = property;
  if (!value) return;
  const uses = isPropertyName(key) ? usesHere(property, key) : [];
  if (uses.length === 0) {
    // an unknown or misplaced property has its own diagnostic; what is inside its value is judged all the same
    if (!isNameOrText(value)) judge.typeOf(value);
    return;
  }
  if (isName(property, value, uses)) return;
  const wanted = uses.flatMap((use) => wantedHere(property, use, judge));
  if (wanted.length === 0) {
    const forms = uses.flatMap(formInWords);
    if (forms.length > 0 && !uses.some((use) => use.quantities)) reportForm(property, forms, judge);
    else judge.typeOf(value);
    return;
  }
  const type = judge.typeOf(value);
  if (!type) return;
  const many = uses.some((use) => use.value === 'list' || use.value === 'range');
  const kind = uses[0]!.value;
  if (many && type.form !== kind) {
    reportForm(property, uses.flatMap(formInWords), judge);
    return;
  }
  if (type.form === 'name') {
    reportForm(property, [...wanted.map((w) => w.title), ...uses.flatMap(formInWords)], judge);
    return;
  }
  want(key, wanted, value, many ? { ...type, form: undefined } : type, judge, () => suggestedProperty(property, type));
}

/** Uses with the right number of arguments, or any in this block when the number is wrong (which has its own diagnostic). */
export function usesHere(property: ast.Property, name: PropertyName): readonly PropertyUse[] {
  const block = blockKindOf(property.$container);
  const exact = usesIn(name, block, property.args.length);
  return exact.length > 0 ? exact : usesIn(name, block);
}
const isNameOrText = (value: ast.Expr): boolean => value.$type === 'Ref' || value.$type === 'Text';

/** A word, a name or a text that the property takes. */
function isName(property: ast.Property, value: ast.Expr, uses: readonly PropertyUse[]): boolean {
  if (value.$type === 'Text') return uses.some((use) => use.value === 'text');
  if (value.$type !== 'Ref') return false;
  const target = value.target.ref;
  const word = value.target.$refText;
  return uses.some((use) => {
    if (wordsOf(use).includes(word)) return true;
    switch (use.value) {
      case 'medium':
        return target === undefined || ['Solution', 'Mixture', 'Suspension', 'Solid'].includes(target.$type);
      case 'study':
        return target === undefined || ['Steady', 'Transient', 'Sweep', 'Fit'].includes(target.$type);
      case 'data':
        return target === undefined || target.$type === 'Data';
      case 'measure':
        return target === undefined || target.$type === 'Measure';
      default:
        return false;
    }
  });
}

const formInWords = (use: PropertyUse): string[] => {
  const words = wordsOf(use);
  const named: Partial<Record<NonNullable<PropertyUse['value']>, string>> = {
    text: 'a text in quotes',
    study: 'the name of a study',
    medium: 'the name of a solution, mixture, suspension or solid',
    data: 'the name of a data block',
    measure: 'the name of a measure',
    list: 'a list: linspace(…), logspace(…) or list(…)',
    range: 'range(low, high)',
  };
  return [...(use.value && named[use.value] ? [named[use.value]!] : []), ...(words.length > 0 ? [words.join(' or ')] : [])];
};
function reportForm(property: ast.Property, forms: readonly string[], judge: Judge): void {
  const value = property.value!;
  const meant = propertyWithWord(property, textOf(value));
  judge.report({
    code: 'name/misplaced',
    severity: 'error',
    range: rangeOf(value),
    message: `${property.key} needs ${[...new Set(forms)].join(', or ')}, not ${textOf(value)}.`,
    ...(meant && {
      advice: `${meant} takes ${textOf(value)}`,
      fixes: [{ title: `Rename to ${meant}`, edits: [replaced(rangeOfPart(property, 'key'), meant)] }],
    }),
  });
}
/** `soret(A, B) = kinetic`: another coefficient of the same family, with the same arguments, that takes the word. */
function propertyWithWord(property: ast.Property, word: string): PropertyName | undefined {
  const block = blockKindOf(property.$container);
  const takesIt = (use: PropertyUse) => wordsOf(use).includes(word);
  return propertyNames.find((name) => isSameFamily(name, property.key, block) && usesIn(name, block, property.args.length).some(takesIt));
}

/** What a use wants here: a quantity of the catalogue, or the same as its argument. */
function wantedHere(property: ast.Property, use: PropertyUse, judge: Judge): Wanted[] {
  return (use.quantities ?? []).flatMap((name): Wanted[] => {
    if (name !== 'argument' && name !== 'measure') return isWantedHere(property, name, use, judge) ? [wantedQuantity(name)] : [];
    const target = property.args[0]?.ref;
    const type = target && judge.typeOfNamed(target);
    return type && !type.form ? [wantedLike(property.args[0]!.$refText, type)] : [];
  });
}

const perMole: ReadonlySet<QuantityName> = new Set<QuantityName>(['concentration', 'molarFlux']);
const perMass: ReadonlySet<QuantityName> = new Set<QuantityName>(['massFraction', 'massFlux']);
/** Fluxes and ambient values are per mole in solutions and per mass in mixtures; Onsager coefficients go by the number of heats. */
function isWantedHere(property: ast.Property, quantity: QuantityName, use: PropertyUse, judge: Judge): boolean {
  if (property.key === 'onsager') {
    const heats = property.args.filter((argument) => argument.$refText === 'heat').length;
    return quantity === (['onsagerMass', 'onsagerCross', 'onsagerHeat'] as const)[heats];
  }
  const among = (quantities: ReadonlySet<string>) => use.quantities?.some((name) => quantities.has(name));
  if (property.args.length === 0 || !among(perMole) || !among(perMass)) return true;
  const amount = judge.amountOf(property.args[0]!.$refText);
  if (!amount) return true;
  return amount.dimension === dimension({ mol: 1 }) ? !perMass.has(quantity) : !perMole.has(quantity);
}

/** `soret = 4.5e-10 m^2/s`: another property of this block has that dimension. */
function suggestedProperty(property: ast.Property, type: Type): Suggestion | undefined {
  if (type.dimension === dimensionless || type.form) return undefined;
  const block = blockKindOf(property.$container);
  const stated = new Set(property.$container.properties.map((p) => p.key));
  const fitting = propertyNames.flatMap((name) =>
    name === property.key
      ? []
      : usesIn(name, block).flatMap((use) => (use.quantities?.some((q) => dimensionOf(q) === type.dimension) ? [{ name, use }] : [])),
  );
  // best is what a rename alone mends, among coefficients of the same family, not yet stated
  const rank = ({ name, use }: (typeof fitting)[number]) => {
    const count = use.arguments?.length ?? 0;
    const arity = count === property.args.length ? 0 : count === 0 ? 1 : 8;
    return arity + (isSameFamily(name, property.key, block) ? 0 : 4) + (stated.has(name) ? 2 : 0);
  };
  const best = fitting.sort((a, b) => rank(a) - rank(b))[0];
  if (!best) return undefined;
  const count = best.use.arguments?.length ?? 0;
  const keyRange = rangeOfPart(property, 'key');
  const close = property.args.length > 0 ? partOf(property, 'args') : undefined;
  const replacesArguments = count === 0 && close !== undefined;
  if (count > 0 && count !== property.args.length) return { advice: `did you mean ${best.name}?`, fixes: [] };
  const head = replacesArguments ? between(keyRange, endOfHead(property)) : keyRange;
  return {
    advice: `did you mean ${best.name}?`,
    fixes: [{ title: `Rename to ${best.name}`, edits: [replaced(head, best.name)] }],
  };
}
const dimensionOf = (quantity: QuantityName | 'measure' | 'argument') =>
  quantity === 'measure' || quantity === 'argument' ? undefined : quantities[quantity].dimension;
/** Coefficients of transport are mixed up with each other, not with a size or a pressure. */
const isSameFamily = (a: PropertyName, b: string, block: BlockKind): boolean =>
  isPropertyName(b) && catalogue[a].formula !== undefined && catalogue[b].formula !== undefined && usesIn(b, block).length > 0;

/** Range of the closing parenthesis of `soret(ethanol)`. */
function endOfHead(property: ast.Property) {
  const text = textOf(property);
  const close = property.$cstNode!;
  const offset = text.indexOf(')') + 1;
  const { line, character } = close.range.start;
  const position = { line, character: character + offset };
  return { start: position, end: position };
}
