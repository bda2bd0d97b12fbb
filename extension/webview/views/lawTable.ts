/** A book table: three rules, no boxes; a verdict is a mark with hidden words. */
import { h } from '../dom/element.js';
import { icon } from '../dom/icons.js';
import { nodes } from '../format/text.js';
import type { Law } from '../figures/figure.js';
import { say } from '../words/say.js';

export function lawTable(head: readonly [string, string, string], laws: readonly Law[]): HTMLTableElement {
  return h(
    'table',
    { class: 'book' },
    h(
      'thead',
      {},
      h(
        'tr',
        {},
        h('th', { scope: 'col' }, head[0]),
        h('th', { scope: 'col', class: 'num' }, head[1]),
        h('th', { scope: 'col', class: 'ref' }, head[2]),
        h('th', { scope: 'col', class: 'ok' }, h('span', { class: 'sr' }, say.verdict)),
      ),
    ),
    h('tbody', {}, ...laws.map(row)),
  );
}

const row = (law: Law): HTMLElement =>
  h(
    'tr',
    {},
    h('th', { scope: 'row' }, ...nodes(law.name)),
    h('td', { class: 'num' }, law.result),
    h('td', { class: 'ref' }, law.judgedBy),
    h(
      'td',
      { class: law.holds === false ? 'ok no' : 'ok' },
      law.holds === null ? null : icon(law.holds ? 'check' : 'warning'),
      law.holds === null ? null : h('span', { class: 'sr' }, law.holds ? say.holds : say.doesNotHold),
    ),
  );
