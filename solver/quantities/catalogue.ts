/** THE list of property names of the language. A second list of them anywhere is a defect. */
import { matter } from './properties/matter.js';
import { place } from './properties/place.js';
import { studies } from './properties/studies.js';
import { transport } from './properties/transport.js';
import type { BlockKind, PropertyRecord, PropertyUse } from './property.js';

const declared = { ...matter, ...transport, ...place, ...studies } as const;
export type PropertyName = keyof typeof declared;
export const catalogue: Readonly<Record<PropertyName, PropertyRecord>> = declared;

export const isPropertyName = (name: string): name is PropertyName => Object.hasOwn(catalogue, name);
export const propertyNames = Object.keys(catalogue) as readonly PropertyName[];

/** The use of a property in a block with that many arguments; with any number of them when `count` is absent. */
export const usesIn = (name: PropertyName, block: BlockKind, count?: number): readonly PropertyUse[] =>
  catalogue[name].uses.filter((use) => use.in.includes(block) && (count === undefined || (use.arguments?.length ?? 0) === count));
