/** The ways to state thermodiffusion, by the names and symbols that people write. Derived from the catalogue and the physics' table of relations. */
import { catalogue, usesIn } from '../../solver/quantities/catalogue.js';
import { quantities, type QuantityName } from '../../solver/quantities/quantity.js';
import { relatedProperties, type RelatedProperty } from '../../solver/physics/relations/index.js';

export interface Convention {
  readonly property: RelatedProperty;
  readonly symbol: string;
  readonly title: string;
  /** Quantities that it may be given in, the first in SI. */
  readonly quantities: readonly QuantityName[];
}

const isQuantity = (name: string): name is QuantityName => Object.hasOwn(quantities, name);

/** `onsager` needs a whole matrix and is left to models. */
export const conventions: readonly Convention[] = relatedProperties
  .filter((property) => property !== 'onsager')
  .map((property) => {
    const { symbol, title } = catalogue[property];
    const use = [...usesIn(property, 'mixture', 1), ...usesIn(property, 'solution', 1)][0];
    return { property, symbol: symbol ?? property, title, quantities: (use?.quantities ?? []).filter(isQuantity) };
  });

const transliterations: readonly (readonly [RegExp, string])[] = [
  [/α/g, 'alpha'],
  [/ᵀ/g, '^T'],
  [/″/g, "''"],
];
/** The symbol on a keyboard: `α_T` is `alpha_T`, `Dᵀ` is `D^T`. */
export const keyboardName = (c: Convention): string => transliterations.reduce((text, [from, to]) => text.replace(from, to), c.symbol);

/** All names that are understood; `Q*` may be `Q_star`, which no shell expands. */
export function keyboardNames(c: Convention): readonly string[] {
  const plain = keyboardName(c);
  return [...new Set([c.property, c.symbol, plain, plain.replace('*', '_star'), plain.replace('*', '')])];
}

export const conventionNamed = (name: string): Convention | undefined => conventions.find((c) => keyboardNames(c).includes(name));
