/** Words that properties take as values (`kinetic`, `off`, `yes`): read from the catalogue of properties, never listed a second time. */
import { catalogue, propertyNames, type PropertyName } from '../../solver/quantities/catalogue.js';
import type { BlockKind, PropertyUse } from '../../solver/quantities/property.js';

export const yesOrNo = ['yes', 'no'] as const;

/** Words that a property may be given in one of its uses. */
export const wordsOf = (use: PropertyUse): readonly string[] => [...(use.words ?? []), ...(use.value === 'yes or no' ? yesOrNo : [])];

/** Words that a property of that name takes in a block, whatever its arguments are. */
export const wordsIn = (name: PropertyName, block: BlockKind): readonly string[] =>
  catalogue[name].uses.filter((use) => use.in.includes(block)).flatMap(wordsOf);

/** Every word, with the titles of the properties that take it. */
export const words: ReadonlyMap<string, readonly string[]> = (() => {
  const found = new Map<string, Set<string>>();
  for (const name of propertyNames)
    for (const use of catalogue[name].uses)
      for (const word of wordsOf(use)) (found.get(word) ?? found.set(word, new Set()).get(word)!).add(name);
  return new Map([...found].map(([word, properties]) => [word, [...properties]]));
})();
