/** Looking up stated properties by name and by the names in their parentheses. */
import type { PropertyValue } from '../problem.js';
import type { PropertyName } from '../quantities/catalogue.js';

const sameNames = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((name, i) => name === b[i]);

export const find = (properties: readonly PropertyValue[], name: PropertyName, ...of: string[]): PropertyValue | undefined =>
  properties.find((property) => property.name === name && sameNames(property.of, of));

/** Of a symmetric pair: either order is the same statement. */
export const findPair = (properties: readonly PropertyValue[], name: PropertyName, a: string, b: string): PropertyValue | undefined =>
  find(properties, name, a, b) ?? find(properties, name, b, a);

export const allNamed = (properties: readonly PropertyValue[], name: PropertyName): readonly PropertyValue[] =>
  properties.filter((property) => property.name === name);

export const isWord = (property: PropertyValue | undefined, word: string): boolean =>
  property?.value.kind === 'word' && property.value.word === word;

/** `soret(ethanol)` as the user wrote it. */
export const spelled = (name: PropertyName, ...of: string[]): string => '`' + name + (of.length ? `(${of.join(', ')})` : '') + '`';
