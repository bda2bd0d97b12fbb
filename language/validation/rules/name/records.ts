/** Diagnostics of names that the checker of dimensions finds on its way through expressions. */
import { diagnostic } from '../../diagnostic.js';

export const nameRecords = [
  diagnostic({
    code: 'name/misplaced',
    severity: 'error',
    title: 'Name that is not a value here',
    doc: 'A species, a boundary, a list, a text or the name of a function cannot stand in a sum or a product, nor a value where a boundary is wanted. Take a field of the component (`w(ethanol)`), or call the function.',
    bad: 'let a = 2 * left\n',
    good: 'let a = 2 * 1 mm\n',
  }),
  diagnostic({
    code: 'name/cycle',
    severity: 'error',
    title: 'Name defined by itself',
    doc: 'A constant cannot depend on itself, directly or through others: there would be no value to begin from.',
    bad: 'let a = 2 * b\nlet b = a + 1\n',
    good: 'let a = 2\nlet b = a + 1\n',
  }),
] as const;
