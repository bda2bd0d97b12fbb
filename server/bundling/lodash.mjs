/** The few functions of lodash that the lookahead of the parser calls, in words of the language: always with arrays here. */
import path from 'node:path';

export const functions = {
  filter: '(items, accepts) => items.filter((item) => accepts(item))',
  flatMap: '(items, map) => items.flatMap((item) => map(item))',
  flatten: '(items) => items.flat()',
  forEach: '(items, act) => { for (const item of items ?? []) act(item); }',
  isEmpty: '(items) => !items || items.length === 0',
  map: '(items, map) => items.map((item) => map(item))',
  min: '(items) => items.reduce((least, item) => (least === undefined || item < least ? item : least), undefined)',
  reduce: '(items, add, start) => items.reduce(add, start)',
  uniqBy: '(items, key) => { const seen = new Set(); return items.filter((item) => !seen.has(key(item)) && seen.add(key(item))); }',
};

/** The module that stands for one of lodash's files. */
export function inBrief(file) {
  const name = path.basename(file, '.js');
  if (!Object.hasOwn(functions, name)) throw new Error(`lodash's ${name} is not written in brief`);
  return `export default ${functions[name]};`;
}
