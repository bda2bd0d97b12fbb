/** The reference part of the manual: file name → text. Written into docs/reference by generate.mjs, compared there by the tests. */
import { library } from '../library/texts.js';
import { equationsPage } from './equations.js';
import { namesPage } from './names.js';
import { propertiesPage } from './properties.js';
import { unitsPage } from './units.js';

export const referencePages = (): Readonly<Record<string, string>> => ({
  'properties.md': propertiesPage(),
  'equations.md': equationsPage(),
  'names.md': namesPage(library.prelude ?? ''),
  'units.md': unitsPage(),
});
